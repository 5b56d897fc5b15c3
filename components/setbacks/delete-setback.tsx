import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { deleteSetback } from "@/lib/setbacks/actions";

export function DeleteSetback({ setbackId }: { setbackId: string }) {
  return (
    <Form action={deleteSetback} label="Delete this setback">
      <HiddenField name="setbackId" value={setbackId} />
      <SubmitButton variant="plain" icon="trash-2" pendingText="Deleting">
        Delete
      </SubmitButton>
    </Form>
  );
}
