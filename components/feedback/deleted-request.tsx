import { RequestButton } from "@/components/feedback/request-button";
import { Notice } from "@/components/ui/notice";
import { bringRequestBack } from "@/lib/feedback/actions";

/** Says that a letter was deleted, and takes it back. */
export function DeletedRequest({ requestId }: { requestId: string }) {
  return (
    <Notice
      title="Deleted"
      action={
        <RequestButton
          action={bringRequestBack}
          requestId={requestId}
          says="Undo"
          icon="undo-2"
          label="Undo deleting the letter"
        />
      }
    >
      That can be undone right now, here.
    </Notice>
  );
}
