import { Notice } from "@/components/ui/notice";
import { WinButton } from "@/components/wins/win-button";
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
      That can be undone right now, here. What you put in a circle stays there until you take it back there.
    </Notice>
  );
}
