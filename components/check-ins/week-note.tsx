import { CommitmentItem } from "@/components/commitments/commitment-item";
import { NeedChip } from "@/components/posts/said";
import { ReportLink } from "@/components/reports/report-link";
import { Avatar } from "@/components/ui/avatar";
import { Name } from "@/components/ui/name";
import type { WeekNote as Note } from "@/lib/check-ins/queries";
import { sayWord } from "@/lib/check-ins/words";

/** What one person said for a week: how it went, what they need, what they said they would do. */
export function WeekNote({ circleId, note }: { circleId: string; note: Note }) {
  const { alias, isMe, checkIn, commitments, reportAs } = note;
  return (
    <article aria-label={alias} className="border-line border-b py-7 first:pt-0 last:border-0">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Avatar alias={alias} />
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold">
            <Name className="wrap-anywhere">{alias}</Name>
            {isMe && <span className="font-normal text-muted"> (you)</span>}
          </h2>
          {checkIn && <p className="text-muted text-sm">{sayWord[checkIn.word].shown}</p>}
        </div>
        {checkIn && <NeedChip need={checkIn.need} />}
      </header>
      {checkIn?.line && (
        <p dir="auto" className="wrap-anywhere mt-3 max-w-words font-serif text-xl">
          {checkIn.line}
        </p>
      )}
      {commitments.length > 0 && (
        <ul aria-label="Commitments" className="mt-4 grid gap-4 border-line border-l-2 pl-4.5">
          {commitments.map((commitment) => (
            <CommitmentItem
              key={commitment.id}
              circleId={circleId}
              commitment={commitment}
              isMine={isMe}
              // Where there is a check-in, it is reported with what belongs to it.
              reportable={!isMe && !reportAs}
            />
          ))}
        </ul>
      )}
      {reportAs && (
        <ReportLink
          about="check-in"
          circleId={circleId}
          thing={reportAs}
          of={`${alias}'s check-in`}
          mayBlock
        />
      )}
    </article>
  );
}
