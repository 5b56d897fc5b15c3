import { VerifyNotice } from "@/components/accounts/verify-notice";
import { page } from "@/components/layout/page";
import { NudgeMailsForm } from "@/components/nudges/nudge-mails-form";
import { RefusedNotice } from "@/components/reminders/refused-notice";
import { RemindersForm } from "@/components/reminders/reminders-form";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { wantsNudgeMails } from "@/lib/nudges/queries";
import { findReminders } from "@/lib/reminders/queries";
import { read } from "@/lib/viewer";

export default page("Mails and quiet hours", async () => {
  const { verifiedAt, timeZone, reminders, nudgeMails } = await read(async (viewer) => ({
    verifiedAt: viewer.verifiedAt,
    timeZone: viewer.timeZone,
    reminders: await findReminders(viewer),
    nudgeMails: await wantsNudgeMails(viewer),
  }));
  return (
    <>
      <PageHeader
        title="Mails and quiet hours"
        sub="None of these come until you choose them: a mail that nobody asked for is one more thing that wants something of you."
        back={{ href: "/settings", label: "Settings" }}
      />
      <VerifyNotice verifiedAt={verifiedAt} />
      {reminders.refused && <RefusedNotice since={reminders.refused} />}
      <Section title="For yourself">
        <RemindersForm chosen={reminders} timeZone={timeZone} />
      </Section>
      <Section title="From your circles">
        <NudgeMailsForm mails={nudgeMails} />
      </Section>
      <Section title="What they say">
        <p className="max-w-words">
          They say that there is something, and where, with a number at most. Nothing that you or anybody else
          wrote is in them, and no name of a person or a company. Each has a link that stops its kind without
          signing in. There is never more than one of a kind a day. What waits for you, or has come due,
          stands in Onward with or without a mail.
        </p>
      </Section>
    </>
  );
});
