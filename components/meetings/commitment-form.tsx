import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { CommitmentsSaid } from "@/components/meetings/commitments-said";
import { draftOf } from "@/components/posts/draft-of";
import { TextLink } from "@/components/ui/link";
import type { Draft } from "@/lib/drafts/queries";
import { sayCommitment } from "@/lib/meetings/actions";
import type { MeetingThere } from "@/lib/meetings/meeting-there";
import { commitmentDraftKey } from "@/lib/meetings/schema";

/** What the viewer said in their check-in already: with these, three are enough, and there one leaves one out. */
function MineBeside({ meeting }: { meeting: MeetingThere }) {
  const { circleId, mineBeside, commitments } = meeting;
  if (mineBeside.length === 0 && !commitments.some(({ isMe }) => isMe)) return null;
  return (
    <div className="text-muted text-sm">
      {mineBeside.length > 0 && (
        <>
          <p>You said in your check-in already:</p>
          <ul aria-label="In your check-in" className="mt-1 grid gap-1">
            {mineBeside.map(({ id, words }) => (
              <li key={id}>
                <bdi className="font-serif text-base">{words}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <TextLink href={`/circles/${circleId}/check-in`} className="inline-flex min-h-11 items-center">
        Change one, or leave one out
      </TextLink>
    </div>
  );
}

/** Each types their own as they say it; all see them. */
export function CommitmentForm({
  meeting,
  draft,
  newId,
}: {
  meeting: MeetingThere;
  draft: Draft | undefined;
  newId: string;
}) {
  return (
    <div className="mt-5 grid gap-5">
      <CommitmentsSaid said={meeting.commitments} />
      <MineBeside meeting={meeting} />
      <Form
        action={sayCommitment}
        label="Say a commitment"
        draft={draftOf(commitmentDraftKey(meeting.id), draft)}
        className="flex max-w-words flex-col gap-3 [&>button]:self-start"
      >
        <HiddenField name="id" value={newId} />
        <HiddenField name="circleId" value={meeting.circleId} />
        <HiddenField name="meetingId" value={meeting.id} />
        <TextField
          name="words"
          label="What I will do this week"
          hint="What, and by when: “Write to two people from the fair by Thursday”."
        />
        <SubmitButton variant="quiet" pendingText="Keeping it">
          Say it
        </SubmitButton>
      </Form>
    </div>
  );
}
