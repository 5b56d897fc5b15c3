import { Agreements } from "@/components/circles/agreements";
import { Press } from "@/components/forms/press";
import { AcceptForm } from "@/components/matching/accept-form";
import { Card } from "@/components/ui/card";
import { waitLonger } from "@/lib/matching/actions";
import type { ProposalView } from "@/lib/matching/queries";
import { sayCount } from "@/lib/matching/rules";
import { paceWords } from "@/lib/matching/words";

/** A circle that is proposed: why, when it meets, what it agrees on; then yes, or rather wait. */
export function ProposalCard({
  proposal,
  alias,
  canHold,
}: {
  proposal: ProposalView;
  alias: string;
  canHold: boolean;
}) {
  return (
    <>
      <p className="mt-6 max-w-words font-serif text-xl leading-relaxed">{proposal.why}</p>
      <dl className="mt-6 grid max-w-words grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        <dt className="text-muted">Meets</dt>
        <dd>
          {proposal.meets}
          {proposal.lacksSecondDay &&
            (proposal.isThere
              ? ". The circle has not chosen its second day yet."
              : ". There is no second time at which all of you are free: whoever holds the circle chooses the second day with you.")}
        </dd>
        <dt className="text-muted">Pace</dt>
        <dd>{paceWords[proposal.pace]}</dd>
        <dt className="text-muted">People</dt>
        <dd>
          {proposal.isThere
            ? "A circle that is there already"
            : `${capital(sayCount(proposal.people))}, with you. It opens when four have said yes.`}
        </dd>
        <dt className="text-muted">Until</dt>
        <dd>{proposal.until}</dd>
      </dl>
      <Card className="mt-8">
        <h2 className="mb-2 font-semibold text-muted text-sm">
          {proposal.isThere ? "What this circle agreed on" : "What the circle agrees on to begin with"}
        </h2>
        <Agreements text={proposal.agreements} />
      </Card>
      <AcceptForm proposal={proposal} alias={alias} canHold={canHold} />
      <div className="mt-8 max-w-words border-line border-t pt-5">
        <p className="text-muted">
          Not this one? You go on waiting and keep your place in line. Nobody hears that you said so.
        </p>
        <div className="mt-2">
          <Press
            action={waitLonger}
            about={{ proposalId: proposal.id }}
            says="I would rather wait"
            label="Rather wait"
            variant="quiet"
          />
        </div>
      </div>
    </>
  );
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
