import { Press } from "@/components/forms/press";
import { ReportLink } from "@/components/reports/report-link";
import { Fold } from "@/components/ui/fold";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Name } from "@/components/ui/name";
import { Prose } from "@/components/ui/prose";
import { Time } from "@/components/ui/time";
import { deleteNote, hideNote, showNote } from "@/lib/supporter-notes/actions";
import type { NoteCard } from "@/lib/supporter-notes/queries";

/** What supporters wrote, for the member alone. Of what is hidden only that it is there, folded away. */
export function NoteList({ notes }: { notes: NoteCard[] }) {
  const hidden = notes.filter(({ isHidden }) => isHidden);
  return (
    <>
      <ul>
        {notes
          .filter(({ isHidden }) => !isHidden)
          .map((note) => (
            <Note key={note.id} note={note} />
          ))}
      </ul>
      {hidden.length > 0 && (
        <div className="mt-4">
          <Fold summary={hidden.length === 1 ? "One hidden note" : `${hidden.length} hidden notes`}>
            <ul>
              {hidden.map((note) => (
                <Note key={note.id} note={note} />
              ))}
            </ul>
          </Fold>
        </div>
      )}
    </>
  );
}

function Note({ note: { id, words, from, left, isHidden } }: { note: NoteCard }) {
  const press = (action: typeof deleteNote, says: string, label: string) => (
    <Press action={action} about={{ noteId: id }} says={says} label={`${label} of ${left.said}`} />
  );
  return (
    <li id={id} className="border-line border-t py-5 first:border-t-0 first:pt-1">
      <p className="text-muted text-sm">
        Came by the link for <Name>{from}</Name>, <Time moment={left} />
      </p>
      {!isHidden && <Prose words={wordsToDraw(words)} />}
      <div className="mt-2 flex flex-wrap items-center gap-x-5">
        {isHidden
          ? press(showNote, "Show it again", "Show the note")
          : press(hideNote, "Hide", "Hide the note")}
        {press(deleteNote, "Delete", "Delete the note")}
        {!isHidden && <ReportLink about="note" circleId={id} thing={id} of={`the note of ${left.said}`} />}
      </div>
    </li>
  );
}
