import { DeviceList } from "@/components/accounts/device-list";
import { EmailSection } from "@/components/accounts/email-section";
import { PasswordSection } from "@/components/accounts/password-section";
import { page } from "@/components/layout/page";
import { CodesSection } from "@/components/one-time-codes/codes-section";
import { PasskeySection } from "@/components/passkeys/passkey-section";
import { ProvidersSection } from "@/components/providers/providers-section";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { hasPassword } from "@/lib/accounts/queries";
import { findWaitingAddress } from "@/lib/addresses/queries";
import { listDevices } from "@/lib/devices/queries";
import { findCodes } from "@/lib/one-time-codes/queries";
import { listPasskeys } from "@/lib/passkeys/queries";
import { listLinked } from "@/lib/providers/queries";
import { read } from "@/lib/viewer";

export default page("Signing in", async ({ searchParams }: PageProps<"/settings/sign-in">) => {
  const { changed } = await searchParams;
  const { email, confirmed, waiting, password, passkeys, codes, providers, devices } = await read(
    async (viewer) => ({
      email: viewer.email,
      confirmed: viewer.verifiedAt !== null,
      waiting: await findWaitingAddress(viewer),
      password: await hasPassword(viewer),
      passkeys: await listPasskeys(viewer),
      codes: await findCodes(viewer),
      providers: await listLinked(viewer),
      devices: await listDevices(viewer),
    }),
    { whileSuspended: true },
  );
  return (
    <>
      <PageHeader
        title="Signing in"
        sub="What opens your account, and where it is open now."
        back={{ href: "/settings", label: "Settings" }}
      />
      {changed === "password" && (
        <Notice icon="check">Your password is changed, and every other device is signed out.</Notice>
      )}
      <EmailSection email={email} confirmed={confirmed} waiting={waiting} />
      <PasswordSection hasPassword={password} />
      <PasskeySection passkeys={passkeys} confirmed={confirmed} hasPassword={password} />
      <CodesSection codes={codes} confirmed={confirmed} />
      <ProvidersSection providers={providers} confirmed={confirmed} hasPassword={password} />
      <Section title="Where you are signed in">
        <DeviceList devices={devices} />
      </Section>
    </>
  );
});
