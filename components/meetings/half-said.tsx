import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CommitmentForm } from "@/components/meetings/commitment-form";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { startAfresh } from "@/lib/drafts/actions";
import type { Draft } from "@/lib/drafts/queries";
import type { MeetingThere } from "@/lib/meetings/meeting-there";
import { commitmentDraftKey } from "@/lib/meetings/schema";
import { turnDraftKey } from "@/lib/written-turns/schema";

type Props = { meeting: MeetingThere; drafts: Record<string, Draft>; newId: string };

/** What its author was typing when a meeting ended: a commitment can still be said, and what was written can be copied. */
export function HalfSaid({ meeting, drafts, newId }: Props) {
  const commitment = drafts[commitmentDraftKey(meeting.id)];
  const unsent = (meeting.written?.steps ?? []).flatMap(({ key, title }) => {
    const draftKey = turnDraftKey(key, meeting.id);
    const body = drafts[draftKey]?.values.body?.[0];
    return body ? [{ draftKey, title, body }] : [];
  });
  return (
    <>
      {commitment?.values.words?.[0] && (
        <Section title="What you were about to say">
          <p className="max-w-words text-muted">
            The meeting ended while you typed. Your words are here, and can still be for this week.
          </p>
          <CommitmentForm
            meeting={{ ...meeting, commitments: [], mineBeside: [] }}
            draft={commitment}
            newId={newId}
          />
        </Section>
      )}
      {unsent.length > 0 && (
        <Section title="What you had not sent">
          <p className="max-w-words text-muted">
            The meeting closed before you sent this. Copy it, and say it on the circle's page if you like.
          </p>
          {unsent.map(({ draftKey, title, body }) => (
            <div key={draftKey} className="mt-4">
              <p className="font-medium">{title}</p>
              <Prose words={wordsToDraw(body)} className="max-w-words" />
              <Form action={startAfresh} label={`What you had not sent: ${title}`}>
                <HiddenField name="key" value={draftKey} />
                <SubmitButton variant="plain" pendingText="Letting it go">
                  Let it go
                </SubmitButton>
              </Form>
            </div>
          ))}
        </Section>
      )}
    </>
  );
}
