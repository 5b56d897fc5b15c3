import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Prose } from "@/components/ui/prose";
import { takeUpWriting } from "@/lib/writing/actions";
import type { Session } from "@/lib/writing/queries";

/** A session that was ended, to be read again, or taken up again. */
export function WrittenPage({ session }: { session: Session }) {
  return (
    <>
      {session.words.trim() === "" ? (
        <p className="text-muted">Nothing stands on this page. Sitting down to it was enough.</p>
      ) : (
        <Prose words={wordsToDraw(session.words)} size="letter" />
      )}
      <Form action={takeUpWriting} label="Write on" className="mt-9 flex flex-col gap-3">
        <HiddenField name="sessionId" value={session.id} />
        <HiddenField name="setbackId" value={session.setbackId} />
        <SubmitButton variant="quiet" icon="pencil" className="self-start" pendingText="Opening">
          Write on
        </SubmitButton>
      </Form>
    </>
  );
}
