import { headers } from "next/headers";
import { VerifyNotice } from "@/components/accounts/verify-notice";
import { page } from "@/components/layout/page";
import { NewPasskeyForm } from "@/components/passkeys/new-passkey-form";
import { PageHeader } from "@/components/ui/page-header";
import { hasPassword } from "@/lib/accounts/queries";
import { deviceOf } from "@/lib/accounts/rules";
import { read } from "@/lib/viewer";

export default page("Add a passkey", async () => {
  const { password, verifiedAt } = await read(
    async (viewer) => ({
      password: await hasPassword(viewer),
      verifiedAt: viewer.verifiedAt,
    }),
    { whileSuspended: true },
  );
  const name = deviceOf((await headers()).get("user-agent"));
  return (
    <>
      <PageHeader
        title="Add a passkey"
        sub="A key that your device, or your password manager, keeps for you. It signs you in after a look at your face, your finger or your PIN, none of which ever leaves your device."
        back={{ href: "/settings/sign-in", label: "Signing in" }}
      />
      <VerifyNotice verifiedAt={verifiedAt} />
      {verifiedAt && <NewPasskeyForm name={name} hasPassword={password} />}
    </>
  );
});
