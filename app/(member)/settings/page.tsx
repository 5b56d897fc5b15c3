import { SettingsForm } from "@/components/accounts/settings-form";
import { SettingsRooms } from "@/components/accounts/settings-rooms";
import { SignOutForm } from "@/components/accounts/sign-out-form";
import { VerifyNotice } from "@/components/accounts/verify-notice";
import { KeptWords } from "@/components/drafts/kept-words";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { findLook } from "@/lib/accounts/queries";
import { SETTINGS_DRAFT } from "@/lib/accounts/schema";
import { findDraft } from "@/lib/drafts/queries";
import { isModerator } from "@/lib/moderation/queries";
import { read } from "@/lib/viewer";

export default page("Settings", async () => {
  const { member, look, draft, moderator } = await read(
    async (viewer) => ({
      member: { name: viewer.name, timeZone: viewer.timeZone, verifiedAt: viewer.verifiedAt },
      look: await findLook(viewer),
      draft: await findDraft(viewer, SETTINGS_DRAFT),
      moderator: await isModerator(viewer),
    }),
    { whileSuspended: true },
  );
  return (
    <>
      <PageHeader title="Settings" />
      <VerifyNotice verifiedAt={member.verifiedAt} />
      <Section title="You, and how pages look">
        {draft && (
          <div className="mb-6">
            <KeptWords draftKey={SETTINGS_DRAFT} />
          </div>
        )}
        {/* Not kept while it is chosen: a theme that was only tried would be back the next time. */}
        <SettingsForm
          name={member.name}
          timeZone={member.timeZone}
          look={look}
          draft={{ key: SETTINGS_DRAFT, ...(draft && { values: draft.values }) }}
        />
      </Section>
      <Section title="Your account">
        <SettingsRooms isModerator={moderator} />
      </Section>
      <Section title="This device">
        <p className="mb-4 text-muted">What you wrote stays where it is.</p>
        <SignOutForm />
      </Section>
    </>
  );
});
