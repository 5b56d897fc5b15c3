import { Press } from "@/components/forms/press";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { lookOn, stopLooking, waitLonger } from "@/lib/matching/actions";
import { sayHour } from "@/lib/matching/hours";
import type { ProposalView, WaitView } from "@/lib/matching/queries";
import { paceWords } from "@/lib/matching/words";

/** While nothing is proposed: what is looked for, and how it goes on. */
export function Waiting({ wait }: { wait: WaitView }) {
  return (
    <>
      {wait.isSilent && (
        <Notice
          title="Are you still looking?"
          action={
            <Press
              action={lookOn}
              about={{}}
              says="I am still looking"
              label="Still looking"
              variant="primary"
            />
          }
        >
          A circle was proposed to you, and its day went by. That is fine. Nothing else is proposed until you
          say so, and your place in line is kept.
        </Notice>
      )}
      {wait.rests && !wait.isSilent && (
        <Notice
          title={`Nothing is proposed for ${wait.rests}`}
          action={<Press action={lookOn} about={{}} says="Propose one sooner" label="Propose one sooner" />}
        >
          You said that you would rather wait. Your place in line is kept.
        </Notice>
      )}
      <Card className="mt-6">
        <p className="max-w-words">
          As soon as four people fit together, a circle is proposed to you here, and you decide. This page
          moves on by itself; you can also leave it and come back.
        </p>
        <LookAgain />
      </Card>
      <h2 className="mt-10 mb-3 font-semibold text-muted text-sm">What you look for</h2>
      <dl className="grid max-w-words grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        <dt className="text-muted">Free</dt>
        <dd>{wait.hours.map(sayHour).join(", ")}</dd>
        <dt className="text-muted">Speaks</dt>
        <dd>{wait.languages.join(", ")}</dd>
        <dt className="text-muted">Pace</dt>
        <dd>{paceWords[wait.pace]}</dd>
        {wait.since && (
          <>
            <dt className="text-muted">Since</dt>
            <dd>{wait.since.exact}</dd>
          </>
        )}
      </dl>
      <div className="mt-7 flex flex-wrap items-center gap-3">
        <ButtonLink href="/circles/find/answers">Change what you said</ButtonLink>
        <ButtonLink href="/circles/open">See open circles</ButtonLink>
        <Press action={stopLooking} about={{}} says="Stop looking" label="Stop looking" />
      </div>
    </>
  );
}

/** After a yes, until the others have said theirs. */
export function SaidYes({ proposal }: { proposal: ProposalView }) {
  return (
    <>
      <Card className="mt-6">
        <p className="font-medium font-serif text-xl">
          {proposal.yes} of {proposal.people} have said yes
        </p>
        <p className="mt-1.5 max-w-words text-muted">
          The circle opens as soon as four have, and this page takes you there. If it comes to nothing, we
          look for another one at once. You can leave this page meanwhile.
        </p>
        <LookAgain />
      </Card>
      <p className="mt-6 max-w-words">{proposal.why}</p>
      <div className="mt-6">
        <Press
          action={waitLonger}
          about={{ proposalId: proposal.id }}
          says="I would rather wait for another"
          label="Rather wait"
        />
      </div>
    </>
  );
}

/** The page moves on by itself where scripts run; this is for where none do. */
const LookAgain = () => (
  <p className="mt-3">
    <TextLink href="/circles/find" className="inline-flex min-h-11 items-center">
      Look again
    </TextLink>
  </p>
);
