import type { Metadata } from "next";
import { ResetPasswordForm } from "@/components/accounts/reset-password-form";
import { page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { isResetOpen } from "@/lib/accounts/queries";
import { readAsVisitor } from "@/lib/viewer";

export const metadata: Metadata = { robots: { index: false } };

export default page("Choose a new password", async ({ params }: PageProps<"/reset-password/[token]">) => {
  const { token } = await params;
  const open = await readAsVisitor((visitor) => isResetOpen(visitor, token));
  if (!open) {
    return (
      <>
        <PageHeader
          title="This link does not work any more"
          sub="It was used, another one was, or its hour is over. Nothing was changed just now."
        />
        <p className="mt-8">
          <ButtonLink href="/forgot-password" variant="primary">
            Ask for a new link
          </ButtonLink>
        </p>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Choose a new password"
        sub="You will be signed in here, and signed out everywhere else."
      />
      <ResetPasswordForm token={token} />
    </>
  );
});
