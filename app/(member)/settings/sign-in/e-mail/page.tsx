import { ChangeAddressForm } from "@/components/accounts/change-address-form";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { hasPassword } from "@/lib/accounts/queries";
import { read } from "@/lib/viewer";

export default page("Change your e-mail address", async () => {
  const { email, password } = await read(
    async (viewer) => ({
      email: viewer.email,
      password: await hasPassword(viewer),
    }),
    { whileSuspended: true },
  );
  return (
    <>
      <PageHeader
        title="Change your e-mail address"
        sub={
          <>
            It is <span className="wrap-anywhere">{email}</span> now, and stays that until you follow the link
            that we mail to the new one. Then the old one is told, too.
          </>
        }
        back={{ href: "/settings/sign-in", label: "Signing in" }}
      />
      <ChangeAddressForm hasPassword={password} />
    </>
  );
});
