import { GoalButton } from "@/components/goals/goal-button";
import { TakeStep, TinyStep } from "@/components/goals/take-step";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { DeclineStep } from "@/components/wins/decline-step";
import type { GoalCard } from "@/lib/goals/queries";
import { sayEffort } from "@/lib/goals/rules";
import { undoFinish } from "@/lib/halts/actions";

type Props = {
  goal: GoalCard;
  /** What another goal still asks for today. */
  next: GoalCard | null;
  /** They wanted no further step today: then none is named. */
  declined: boolean;
};

/** A calm celebration that ends with one tiny next step, which can be declined. */
export function FinishedNotice({ goal, next, declined }: Props) {
  return (
    <Notice title={`Finished: ${goal.title}`}>
      <p>{sayEffort(goal.total, goal.unit)}</p>
      {goal.asksWhatHelped && (
        <p>
          <TextLink href={`/goals/${goal.id}`}>Write a line on what helped</TextLink>
        </p>
      )}
      {declined ? <p>That is enough for today.</p> : <TinyStep next={next} />}
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2.5">
        {!declined && <TakeStep next={next} />}
        {!declined && <DeclineStep about={{ at: "goals" }} />}
        <GoalButton action={undoFinish} goal={goal} says="Undo" variant="plain" />
      </div>
    </Notice>
  );
}
