import { GoalButton } from "@/components/goals/goal-button";
import { type NextStep, TinyStep } from "@/components/goals/take-step";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { GoalCard } from "@/lib/goals/queries";
import { sayEffort } from "@/lib/goals/rules";
import { takeGoalUpAgain } from "@/lib/halts/actions";

/** A calm celebration that ends with one tiny next step, which can be declined. Undoing it stands apart. */
export function FinishedNotice({ goal, step }: { goal: GoalCard; step: NextStep }) {
  return (
    <Notice title={`Finished: ${goal.title}`}>
      <p>{sayEffort(goal.total, goal.unit)}</p>
      {goal.asksWhatHelped && (
        <p>
          <TextLink href={`/goals/${goal.id}`}>Write a line on what helped</TextLink>
        </p>
      )}
      <TinyStep {...step} about={{ at: "goals" }} />
      <div className="mt-3 flex border-line border-t pt-1.5">
        <GoalButton action={takeGoalUpAgain} goal={goal} says="Undo finishing" variant="plain" />
      </div>
    </Notice>
  );
}
