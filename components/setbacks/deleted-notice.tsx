import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Notice } from "@/components/ui/notice";
import { bringSetbackBack } from "@/lib/setbacks/actions";
import type { DeletedSetback } from "@/lib/setbacks/queries";

export function DeletedNotice({ setback }: { setback: DeletedSetback }) {
  return (
    <Notice
      live
      action={
        <Form action={bringSetbackBack} label="Bring it back">
          <HiddenField name="setbackId" value={setback.id} />
          <SubmitButton variant="quiet" icon="undo-2" pendingText="Bringing it back">
            Undo
          </SubmitButton>
        </Form>
      }
    >
      Deleted.
      {setback.isShared && " What you shared of it stays in your circles until you take it back there."}
    </Notice>
  );
}
