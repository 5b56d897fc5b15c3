import { ChangeGoal } from "@/components/goals/change-goal";
import { GoalButton } from "@/components/goals/goal-button";
import { GoalDots } from "@/components/goals/goal-dots";
import { HowSteady } from "@/components/goals/how-steady";
import { LogAnotherDay } from "@/components/goals/log-another-day";
import { LogEffort } from "@/components/goals/log-effort";
import { MakeSmaller } from "@/components/goals/make-smaller";
import { RestDays, RestsSaid } from "@/components/goals/rest-days";
import { PauseGoal, ResumeGoal } from "@/components/goals/rest-goal";
import { SmallerOffer } from "@/components/goals/smaller-offer";
import type { NextStep } from "@/components/goals/take-step";
import { UndoEffort } from "@/components/goals/undo-effort";
import { WeekTable } from "@/components/goals/week-table";
import { WhatHelped } from "@/components/goals/what-helped";
import { WhatWasLogged } from "@/components/goals/what-was-logged";
import { ButtonLink } from "@/components/ui/button";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { Day } from "@/lib/dates";
import type { KeptWords } from "@/lib/drafts/queries";
import { deleteGoal } from "@/lib/goals/actions";
import type { GoalCard } from "@/lib/goals/queries";
import { sayEffort } from "@/lib/goals/rules";
import { goalDraftKey, smallerDraftKey } from "@/lib/goals/schema";
import { finishGoal, putGoalAway, takeGoalUpAgain } from "@/lib/halts/actions";
import { helpedDraftKey } from "@/lib/helped/schema";

type Props = {
  goal: GoalCard;
  helpIsInJar: boolean;
  /** What was typed into its forms and not sent, by their keys. */
  kept: Record<string, KeptWords>;
  today: Day;
  /** Where a celebration stands there, what it ends with. */
  step: NextStep | null;
};

/** One goal: its week, what was logged, and everything that can become of it. */
export function GoalView({ goal, helpIsInJar, kept, today, step }: Props) {
  const changed = kept[goalDraftKey(goal.id)] ?? null;
  const smaller = kept[smallerDraftKey(goal.id)] ?? null;
  const helped = (
    <WhatHelped goal={goal} isInJar={helpIsInJar} draft={kept[helpedDraftKey(goal.id)] ?? null} step={step} />
  );
  return (
    <>
      {goal.finished || goal.away ? (
        <>
          <div className="mt-8">
            <GoalButton
              action={takeGoalUpAgain}
              goal={goal}
              says={goal.finished ? "Take it up again" : "Bring it back"}
            />
          </div>
          {helped}
        </>
      ) : (
        <>
          {goal.atFinishLine && (
            <Notice title="You are at the finish line">
              <p>{sayEffort(goal.total, goal.unit)} Finish it when you like, or go on.</p>
              <GoalButton action={finishGoal} goal={goal} says="Finish" variant="primary" />
            </Notice>
          )}
          <section aria-label="This week" className="mt-8">
            <GoalDots goal={goal} />
            <WeekTable weeks={[goal]} />
            <div className="mt-3 flex flex-wrap items-start gap-x-4 gap-y-2.5">
              <LogEffort goal={goal} variant="primary">
                Log effort
              </LogEffort>
              {goal.undo && (
                <UndoEffort effortId={goal.undo.effortId} label={`Undo what was logged for ${goal.title}`} />
              )}
              <ButtonLink href={`/goals/${goal.id}/share`} icon="share-2">
                Share progress
              </ButtonLink>
            </div>
          </section>
          {goal.asksWhatHelped && helped}
          {goal.quiet && <SmallerOffer goal={goal} draft={smaller} />}
          <HowSteady goal={goal} />
          {!goal.asksWhatHelped && helped}
          <Section title={goal.unit === "times" ? "Another day" : "Another day, or more or less"}>
            <LogAnotherDay goal={goal} today={today} />
          </Section>
          <Section title="When it is too much">
            <div className="flex flex-wrap items-start gap-2.5">
              {!goal.quiet && <MakeSmaller goal={goal} draft={smaller} />}
              {goal.restsToday ? <ResumeGoal goal={goal} /> : <PauseGoal goal={goal} />}
              <RestDays goal={goal} today={today} />
            </div>
            <p className="mt-3 text-muted">Days of rest expect nothing, and nothing is held against you.</p>
            <RestsSaid goal={goal} today={today} />
          </Section>
        </>
      )}
      <section className="mt-11 grid gap-3">
        <WhatWasLogged goal={goal} today={today} />
        <ChangeGoal goal={goal} draft={changed} />
        <Fold summary="Finish, put away or delete">
          <p>
            Finishing keeps every day you showed up. So does putting it away, for as long as you like: it asks
            for nothing until you bring it back. Deleting takes them along; it can be undone right afterwards.
          </p>
          <div className="mt-4 flex flex-wrap gap-x-4 gap-y-2.5">
            {!goal.finished && <GoalButton action={finishGoal} goal={goal} says="Finish" />}
            {!goal.finished && !goal.away && (
              <GoalButton action={putGoalAway} goal={goal} says="Put it away" />
            )}
            <GoalButton action={deleteGoal} goal={goal} says="Delete" variant="plain" />
          </div>
        </Fold>
      </section>
    </>
  );
}
