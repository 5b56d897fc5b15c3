import { redirect } from "next/navigation";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { page } from "@/components/layout/page";
import { ProviderLinks } from "@/components/providers/provider-links";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { pathHere } from "@/lib/accounts/rules";
import { listProviders } from "@/lib/providers/providers";
import { readAsVisitor } from "@/lib/viewer";

export default page("Sign in", async ({ searchParams }: PageProps<"/sign-in">) => {
  const asked = await searchParams;
  const next = pathHere(asked.next);
  const signedIn = await readAsVisitor(async (visitor) => visitor.viewer !== null);
  if (signedIn) redirect(next);
  return (
    <>
      <PageHeader title="Sign in" />
      {asked.again === "1" && (
        <div className="mb-6">
          <Notice>That step is over: it waits for ten minutes. Please sign in once more.</Notice>
        </div>
      )}
      {asked.kept === "1" && (
        <div className="mb-6">
          <Notice>Your words are kept. Sign in and they are there.</Notice>
        </div>
      )}
      <SignInForm next={next} />
      <ProviderLinks providers={listProviders()} next={next} />
    </>
  );
});
