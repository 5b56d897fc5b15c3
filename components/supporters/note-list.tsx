import { Press } from "@/components/forms/press";
import { ReportLink } from "@/components/reports/report-link";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Name } from "@/components/ui/name";
import { Prose } from "@/components/ui/prose";
import { Time } from "@/components/ui/time";
import { deleteNote } from "@/lib/supporter-notes/actions";
import type { NoteCard } from "@/lib/supporter-notes/queries";

/** What supporters wrote, for the member alone. */
export function NoteList({ notes }: { notes: NoteCard[] }) {
  return (
    <ul>
      {notes.map(({ id, words, from, left }) => (
        <li key={id} id={id} className="border-line border-t py-5 first:border-t-0 first:pt-1">
          <p className="text-muted text-sm">
            Came by the link for <Name>{from}</Name>, <Time moment={left} />
          </p>
          <Prose words={wordsToDraw(words)} />
          <div className="mt-2 flex flex-wrap items-center gap-x-5">
            <Press
              action={deleteNote}
              about={{ noteId: id }}
              says="Delete"
              label={`Delete the note of ${left.said}`}
            />
            <ReportLink about="note" circleId={id} thing={id} of={`the note of ${left.said}`} />
          </div>
        </li>
      ))}
    </ul>
  );
}
