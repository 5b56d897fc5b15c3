import { redirect } from "next/navigation";
import { JoinForm } from "@/components/accounts/join-form";
import { page } from "@/components/layout/page";
import { ProviderLinks } from "@/components/providers/provider-links";
import { PageHeader } from "@/components/ui/page-header";
import { pathHere } from "@/lib/accounts/rules";
import { freshId } from "@/lib/ids";
import { listProviders } from "@/lib/providers/providers";
import { readAsVisitor } from "@/lib/viewer";

export default page("Join Onward", async ({ searchParams }: PageProps<"/join">) => {
  const next = pathHere((await searchParams).next);
  const signedIn = await readAsVisitor(async (visitor) => visitor.viewer !== null);
  if (signedIn) redirect(next);
  return (
    <>
      <PageHeader title="Join Onward" sub="It is free. What you write is yours alone until you share it." />
      <JoinForm id={freshId()} next={next} />
      <ProviderLinks providers={listProviders()} next={next} />
    </>
  );
});
