import { Press } from "@/components/forms/press";
import { ReportLink } from "@/components/reports/report-link";
import { Chip } from "@/components/ui/chip";
import { markCommitment, unmarkCommitment } from "@/lib/commitments/actions";
import type { CommitmentLine } from "@/lib/commitments/line";
import { outcomes, outcomeWords } from "@/lib/commitments/outcomes";
import { sayDay } from "@/lib/dates";

type Props = { circleId: string; commitment: CommitmentLine; isMine: boolean; reportable: boolean };

/** One commitment as the circle reads it. Its author marks it here, in one press. */
export function CommitmentItem({ circleId, commitment, isMine, reportable }: Props) {
  const { id, words, byDay, outcome, reason, isCarried } = commitment;
  const about = { circleId, commitmentId: id };
  return (
    <li className="grid gap-1.5">
      <p dir="auto" className="wrap-anywhere font-serif text-lg">
        {words}
      </p>
      {(outcome || byDay || isCarried) && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
          {outcome && (
            <Chip {...(outcome === "kept" && { icon: "check" as const })}>{outcomeWords[outcome]}</Chip>
          )}
          {byDay && <span>By {sayDay(byDay, byDay)}</span>}
          {isCarried && <span>Carried over</span>}
        </p>
      )}
      {reason && (
        <p dir="auto" className="wrap-anywhere text-muted">
          {reason}
        </p>
      )}
      {reportable && <ReportLink about="commitment" circleId={circleId} thing={id} of={words} mayBlock />}
      {isMine &&
        (outcome ? (
          <div className="-ml-2.5">
            <Press action={unmarkCommitment} about={about} says="Open again" label={`Open again: ${words}`} />
          </div>
        ) : (
          <div className="mt-1 flex flex-wrap gap-2" data-print="no">
            {outcomes.map((choice) => (
              <Press
                key={choice}
                action={markCommitment}
                about={{ ...about, outcome: choice }}
                says={outcomeWords[choice]}
                label={`${outcomeWords[choice]}: ${words}`}
                variant="quiet"
              />
            ))}
          </div>
        ))}
    </li>
  );
}
