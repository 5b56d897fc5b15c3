import { ReasonButton } from "@/components/reasons/reason-button";
import { Notice } from "@/components/ui/notice";
import { bringReasonBack } from "@/lib/reasons/actions";

/** Says that a reason was taken out, and takes that back. */
export function ReasonTakenOut({ reasonId }: { reasonId: string }) {
  return (
    <Notice
      title="Taken out"
      action={
        <ReasonButton
          action={bringReasonBack}
          reasonIds={[reasonId]}
          says="Undo"
          icon="undo-2"
          variant="quiet"
          label="Undo taking out the reason"
        />
      }
    >
      That can be undone right now, here.
    </Notice>
  );
}
