import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { MeetingPress } from "@/components/meetings/meeting-press";
import { draftOf } from "@/components/posts/draft-of";
import { Name } from "@/components/ui/name";
import type { Draft } from "@/lib/drafts/queries";
import { lookAtNotes } from "@/lib/meeting-notes/actions";
import { notesDraftKey } from "@/lib/meeting-notes/schema";
import { comeToMeeting } from "@/lib/meetings/actions";
import type { LiveMeeting } from "@/lib/meetings/meeting-there";

/** The notes of whoever writes them; the others see who does, and can take it. */
export function NotesForm({ meeting, draft }: { meeting: LiveMeeting; draft: Draft | undefined }) {
  const { scribe } = meeting.live;
  // Whoever began to write keeps their box, and what they type in it, whoever takes the notes meanwhile.
  return (
    <div className="grid gap-4">
      {scribe?.isMe ? null : <WhoWrites meeting={meeting} />}
      {(scribe?.isMe || meeting.iScribed) && <Write meeting={meeting} draft={draft} />}
    </div>
  );
}

function WhoWrites({ meeting }: { meeting: LiveMeeting }) {
  const { scribe } = meeting.live;
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <p className="text-muted">
        {scribe ? (
          <>
            <Name>{scribe.alias}</Name> writes the notes{meeting.iScribed ? " now" : ""}.{" "}
            {meeting.iScribed
              ? "What you wrote stays here and is yours alone."
              : "You see them when they are shared."}
          </>
        ) : (
          "Nobody writes the notes yet. One person can, in a few words, for those who are not here."
        )}
      </p>
      <MeetingPress
        action={comeToMeeting}
        meeting={meeting}
        about={{ as: "scribe" }}
        says="I'll write the notes"
        variant={scribe ? "plain" : "quiet"}
      />
    </div>
  );
}

function Write({ meeting, draft }: { meeting: LiveMeeting; draft: Draft | undefined }) {
  return (
    <Form
      action={lookAtNotes}
      label="Notes"
      draft={draftOf(notesDraftKey(meeting.id), draft)}
      className="flex max-w-words flex-col gap-3 [&>button]:self-start"
    >
      <HiddenField name="circleId" value={meeting.circleId} />
      <HiddenField name="meetingId" value={meeting.id} />
      <TextArea
        name="body"
        label="What is worth keeping"
        hint="They are yours alone until you share them, and you see them first. Leave out what was told in confidence, and the names of employers."
        rows={5}
      />
      <SubmitButton variant="quiet" icon="eye" pendingText="One moment">
        See them as your circle will
      </SubmitButton>
    </Form>
  );
}
