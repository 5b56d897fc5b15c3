import { DeleteAccountForm } from "@/components/accounts/delete-account-form";
import { WhatGoes } from "@/components/accounts/what-goes";
import { page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { hasPassword } from "@/lib/accounts/queries";
import { read } from "@/lib/viewer";

export default page("Delete your account", async ({ searchParams }: PageProps<"/settings/delete">) => {
  const { sure } = await searchParams;
  const { password, verified } = await read(
    async (viewer) => ({
      password: await hasPassword(viewer),
      verified: viewer.verifiedAt !== null,
    }),
    { whileSuspended: true },
  );
  return sure === "1" ? (
    <>
      <PageHeader
        title="Delete your account now?"
        sub="You are signed out everywhere at once. Sign in within seven days, and everything is as you left it."
        back={{ href: "/settings/delete", label: "What goes, and when" }}
      />
      <DeleteAccountForm hasPassword={password} />
    </>
  ) : (
    <>
      <PageHeader
        title="Delete your account"
        sub="Read what goes and when. Nothing happens on this page."
        back={{ href: "/settings", label: "Settings" }}
      />
      <WhatGoes mailed={verified} />
      <div className="mt-9 flex flex-wrap items-center gap-3">
        <ButtonLink href="/settings/delete?sure=1">Go on</ButtonLink>
        <ButtonLink href="/settings" variant="plain">
          Keep my account
        </ButtonLink>
      </div>
    </>
  );
});
