import { ReportLink } from "@/components/reports/report-link";
import { Chip } from "@/components/ui/chip";
import { Name } from "@/components/ui/name";
import type { WeekBefore } from "@/lib/merges/weeks-before";

/** What everybody said for the last weeks of a circle that joined another one: for reading. */
export function WeeksBefore({ circleId, weeks }: { circleId: string; weeks: WeekBefore[] }) {
  return weeks.map(({ week, from, notes }) => (
    <section key={week} aria-label={`The week from ${from}`} className="mb-6">
      <h3 className="font-medium text-muted">The week from {from}</h3>
      <ul className="divide-y divide-line">
        {notes.map((note) => (
          <li key={note.alias} className="grid gap-2 py-4">
            <p>
              <Name className="font-semibold">{note.alias}</Name>
              {note.checkIn && <span className="text-muted text-sm"> {note.checkIn.word}</span>}
            </p>
            {note.checkIn?.line && (
              <p dir="auto" className="wrap-anywhere max-w-words font-serif text-lg">
                {note.checkIn.line}
              </p>
            )}
            {note.commitments.length > 0 && (
              <ul className="grid gap-2 border-line border-l-2 pl-4">
                {note.commitments.map(({ id, words, reason, outcome }) => (
                  <li key={id} dir="auto" className="wrap-anywhere">
                    {words} {outcome && <Chip>{outcome}</Chip>}
                    {reason && <p className="text-muted">{reason}</p>}
                    {!note.isMe && !note.checkIn && (
                      <ReportLink about="commitment" circleId={circleId} thing={id} of={words} />
                    )}
                  </li>
                ))}
              </ul>
            )}
            {!note.isMe && note.checkIn && (
              <ReportLink
                about="check-in"
                circleId={circleId}
                thing={note.checkIn.thing}
                of={`${note.alias}'s check-in`}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  ));
}
