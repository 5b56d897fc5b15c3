import { EntryButton } from "@/components/jar/entry-button";
import { Notice } from "@/components/ui/notice";
import { putBackInJar } from "@/lib/jar/actions";

/** Says that something was deleted from the jar, and takes it back. */
export function DeletedEntry({ entryId }: { entryId: string }) {
  return (
    <Notice
      title="Deleted"
      action={
        <EntryButton
          action={putBackInJar}
          entryId={entryId}
          says="Undo"
          icon="undo-2"
          variant="quiet"
          label="Undo deleting this from the jar"
        />
      }
    >
      That can be undone right now, here.
    </Notice>
  );
}
