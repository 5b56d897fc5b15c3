import { ChangePasswordForm } from "@/components/accounts/change-password-form";
import { FirstPasswordForm } from "@/components/accounts/first-password-form";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { hasPassword } from "@/lib/accounts/queries";
import { read } from "@/lib/viewer";

export default page("Change your password", async () => {
  const { email, password } = await read(
    async (viewer) => ({
      email: viewer.email,
      password: await hasPassword(viewer),
    }),
    { whileSuspended: true },
  );
  const back = { href: "/settings/sign-in", label: "Signing in" } as const;
  return password ? (
    <>
      <PageHeader
        title="Change your password"
        sub="Every other device is signed out with it. This one stays signed in."
        back={back}
      />
      <ChangePasswordForm email={email} />
    </>
  ) : (
    <>
      <PageHeader
        title="Choose a password"
        sub="You have none yet. A link by mail sets your first one, and signs you out everywhere else."
        back={back}
      />
      <FirstPasswordForm email={email} />
    </>
  );
});
