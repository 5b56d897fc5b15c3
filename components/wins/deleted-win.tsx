import { Notice } from "@/components/ui/notice";
import { WinButton } from "@/components/wins/win-button";
import { DAYS_TO_UNDO } from "@/lib/undo";
import { bringWinBack } from "@/lib/wins/actions";

/** Says that a win was deleted, and takes it back. */
export function DeletedWin({ winId }: { winId: string }) {
  return (
    <Notice
      title="Deleted"
      action={
        <WinButton
          action={bringWinBack}
          winId={winId}
          says="Undo"
          icon="undo-2"
          variant="quiet"
          label="Undo deleting the win"
        />
      }
    >
      You can take that back for {DAYS_TO_UNDO} days. What you put in a circle stays there until you take it
      back there.
    </Notice>
  );
}
