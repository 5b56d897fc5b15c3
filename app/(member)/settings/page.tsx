import { SettingsForm } from "@/components/accounts/settings-form";
import { SettingsRooms } from "@/components/accounts/settings-rooms";
import { SignOutForm } from "@/components/accounts/sign-out-form";
import { VerifyNotice } from "@/components/accounts/verify-notice";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { findLook } from "@/lib/accounts/queries";
import { read } from "@/lib/viewer";

export default page("Settings", async () => {
  const { member, look } = await read(async (viewer) => ({
    member: { name: viewer.name, timeZone: viewer.timeZone, verifiedAt: viewer.verifiedAt },
    look: await findLook(viewer),
  }));
  return (
    <>
      <PageHeader title="Settings" />
      <VerifyNotice verifiedAt={member.verifiedAt} />
      <Section title="You, and how pages look">
        <SettingsForm name={member.name} timeZone={member.timeZone} look={look} />
      </Section>
      <Section title="Your account">
        <SettingsRooms />
      </Section>
      <Section title="This device">
        <p className="mb-4 text-muted">What you wrote stays where it is.</p>
        <SignOutForm />
      </Section>
    </>
  );
});
