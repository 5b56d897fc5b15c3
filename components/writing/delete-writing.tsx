import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Fold } from "@/components/ui/fold";
import { deleteWriting } from "@/lib/writing/actions";

/** Deleting cannot be undone here, so it says so before it is pressed. */
export function DeleteWriting({ session }: { session: { id: string; setbackId: string } }) {
  return (
    <div className="mt-11 border-line border-t pt-5" data-print="no">
      <Fold summary="Delete this page" look="link">
        <p className="max-w-words text-muted">
          This is for good: the page and every word on it are gone at once, and nobody can bring them back.
        </p>
        <Form action={deleteWriting} label="Delete this page for good" className="mt-3 flex flex-col gap-3">
          <HiddenField name="sessionId" value={session.id} />
          <HiddenField name="setbackId" value={session.setbackId} />
          <SubmitButton variant="quiet" icon="trash-2" className="self-start" pendingText="Deleting">
            Delete it for good
          </SubmitButton>
        </Form>
      </Fold>
    </div>
  );
}
