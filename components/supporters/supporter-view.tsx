import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { WhatTheySee } from "@/components/supporters/what-they-see";
import { Name } from "@/components/ui/name";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { leaveNote } from "@/lib/supporter-notes/actions";
import type { TheySee } from "@/lib/supporters/what-they-see";

/** What whoever holds a link sees: what a member chose, until when, and a place for a few lines. */
export function SupporterView({
  sees,
  code,
  noteId,
  isOwn,
}: {
  sees: TheySee;
  code: string;
  noteId: string;
  /** The member looks at their own link. */
  isOwn: boolean;
}) {
  return (
    <>
      <PageHeader
        title={
          <>
            What <Name>{sees.called}</Name> shares with you
          </>
        }
        sub={`They chose each thing here, for you alone, until ${sees.until}. Please keep this page to yourself.`}
      />
      {isOwn && (
        <div className="mt-6">
          <Notice icon="eye">
            You look at your own link, as its holder does. This is not noted as a visit.
          </Notice>
        </div>
      )}
      <WhatTheySee sees={sees} />
      {!isOwn && (
        <Section title="Leave a note">
          <p className="mb-4 max-w-words text-muted">
            A line can carry somebody through a week. Say what you see in them, and ask what would help;
            advice can wait until they ask. <Name>{sees.called}</Name> alone reads it.
          </p>
          <Form action={leaveNote} label="Leave a note">
            <HiddenField name="id" value={noteId} />
            <HiddenField name="code" value={code} />
            <TextArea name="words" label="Your note" hideLabel required />
            <SubmitButton pendingText="Leaving it">Leave the note</SubmitButton>
          </Form>
        </Section>
      )}
    </>
  );
}
