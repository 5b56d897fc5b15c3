import { GoalButton } from "@/components/goals/goal-button";
import { JustLogged } from "@/components/goals/just-logged";
import { LogEffort } from "@/components/goals/log-effort";
import { MakeSmaller } from "@/components/goals/make-smaller";
import { FirstSteps } from "@/components/today/first-steps";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import { SectionHeading } from "@/components/ui/section";
import type { Day } from "@/lib/dates";
import type { KeptWords } from "@/lib/drafts/queries";
import { leaveForAnotherDay, putBackToday } from "@/lib/goals/actions";
import type { GoalCard } from "@/lib/goals/queries";
import { isJustLogged } from "@/lib/today/rules";

type Props = {
  /** What is the viewer's today, the first one first, and what they just logged in its place. */
  steps: GoalCard[];
  today: Day;
  /** What was typed into making the first one smaller, and not sent. */
  smaller: KeptWords | null;
  /** What they left for another day, as far as it was not done all the same. */
  left: GoalCard[];
  hasGoals: boolean;
  /** There is nothing of theirs yet. */
  isNew: boolean;
};

/** What is mine to do today: one small step, and at most two more. */
export function SmallStep({ steps, today, smaller, left, hasGoals, isNew }: Props) {
  const [first, ...more] = steps;
  const isDone = (goal: GoalCard) => isJustLogged(goal, today);
  if (isNew) return <FirstSteps />;
  return (
    <Card label="One small step" className="mt-10">
      <SectionHeading>One small step</SectionHeading>
      {/* What a form said, and who has focus, stays with its goal. */}
      {first && <FirstStep key={first.id} goal={first} smaller={smaller} isDone={isDone(first)} />}
      {more.length > 0 && (
        <ul className="mt-5 border-line border-t">
          {more.map((goal) => (
            <li
              key={goal.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b py-2.5 last:border-b-0 last:pb-0"
            >
              <span className="wrap-anywhere min-w-0 flex-1 basis-40">
                {goal.title} <span className="inline-block text-muted text-sm">{goal.rhythmInWords}</span>
                {isDone(goal) && <JustLogged goal={goal} />}
              </span>
              {!isDone(goal) && (
                <div className="ml-auto whitespace-nowrap" data-open-step>
                  <LogEffort goal={goal} icon="check">
                    Done
                  </LogEffort>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {steps.every(isDone) && (hasGoals ? <Enough /> : <Begin />)}
      {left.slice(0, LINES).map((goal) => (
        <Left key={goal.id} goal={goal} />
      ))}
      {left.length > LINES && (
        <div className="mt-3">
          <Fold summary={`${left.length - LINES} more left for another day`} look="link">
            {left.slice(LINES).map((goal) => (
              <Left key={goal.id} goal={goal} />
            ))}
          </Fold>
        </div>
      )}
    </Card>
  );
}

/** So many lines the card says of what was left for another day; the rest is folded. */
const LINES = 3;

const Left = ({ goal }: { goal: GoalCard }) => (
  <div className="mt-3 flex flex-wrap items-center gap-x-2 text-muted text-sm">
    Left for another day: {goal.title}
    <GoalButton action={putBackToday} goal={goal} says="Put it back" variant="plain" />
  </div>
);

type First = { goal: GoalCard; smaller: KeptWords | null; isDone: boolean };

function FirstStep({ goal, smaller, isDone }: First) {
  return (
    <>
      <p className="mt-3 font-medium font-serif text-2xl">{goal.title}</p>
      <p className="mt-1 text-muted">
        {goal.rhythmInWords}. {goal.progress}.
      </p>
      <div className="mt-4.5 flex flex-wrap items-start gap-x-3 gap-y-2.5">
        {isDone ? (
          <JustLogged goal={goal} />
        ) : (
          <>
            <div className="contents" data-open-step>
              <LogEffort goal={goal} icon="check" variant="primary">
                Done
              </LogEffort>
            </div>
            <MakeSmaller goal={goal} draft={smaller} />
            <GoalButton action={leaveForAnotherDay} goal={goal} says="Not today" variant="plain" />
          </>
        )}
      </div>
    </>
  );
}

/** After a good day comes one tiny step that can be declined. */
function Enough() {
  return (
    <>
      <p className="mt-5 font-medium font-serif text-2xl">That is enough for today</p>
      <p className="mt-1 text-muted">
        Rest counts too. If you like, one tiny thing more: write down what went well.
      </p>
      <div className="mt-4.5">
        <ButtonLink href="/wins" icon="sparkles">
          Write a win
        </ButtonLink>
      </div>
    </>
  );
}

function Begin() {
  return (
    <>
      <p className="mt-3 font-medium font-serif text-2xl">What would do you good?</p>
      <p className="mt-1 text-muted">
        One application a day, one new contact a week, or a walk outside. Choose one small thing, and it waits
        for you here.
      </p>
      <div className="mt-4.5">
        <ButtonLink href="/goals/new" variant="primary" icon="plus">
          Add a goal
        </ButtonLink>
      </div>
    </>
  );
}
