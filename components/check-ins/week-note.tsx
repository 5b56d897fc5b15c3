import { CommitmentItem } from "@/components/commitments/commitment-item";
import { NeedChip } from "@/components/posts/said";
import { ReportLink } from "@/components/reports/report-link";
import { Avatar } from "@/components/ui/avatar";
import { Name } from "@/components/ui/name";
import type { WeekNote as Note } from "@/lib/check-ins/queries";
import { sayWord } from "@/lib/check-ins/words";

/** What one person said for a week: how it went, what they need, what they said they would do. */
export function WeekNote({ circleId, note }: { circleId: string; note: Note }) {
  const { alias, isMe, checkIn, commitments, ahead, reportAs } = note;
  // Where there is a check-in, it is reported with what belongs to it.
  const lines = { circleId, isMine: isMe, reportable: !isMe && !reportAs };
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
      {commitments.length > 0 && <Lines {...lines} label="Commitments" commitments={commitments} />}
      {ahead.length > 0 && (
        <>
          <p className="mt-4 text-muted text-sm">For the week to come</p>
          <Lines {...lines} label="Commitments for the week to come" commitments={ahead} />
        </>
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

type LinesProps = {
  circleId: string;
  label: string;
  commitments: Note["commitments"];
  isMine: boolean;
  reportable: boolean;
};

const Lines = ({ label, commitments, ...of }: LinesProps) => (
  <ul aria-label={label} className="mt-4 grid gap-4 border-line border-l-2 pl-4.5">
    {commitments.map((commitment) => (
      <CommitmentItem key={commitment.id} commitment={commitment} {...of} />
    ))}
  </ul>
);
