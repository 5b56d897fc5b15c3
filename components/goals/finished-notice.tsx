import { GoalButton } from "@/components/goals/goal-button";
import { LogEffort } from "@/components/goals/log-effort";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { takeGoalUpAgain } from "@/lib/goals/actions";
import type { GoalCard } from "@/lib/goals/queries";
import { sayEffort } from "@/lib/goals/rules";

/** A calm celebration that ends with one tiny next step, which can be declined. */
export function FinishedNotice({ goal, next }: { goal: GoalCard; next: GoalCard | null }) {
  return (
    <Notice title={`Finished: ${goal.title}`}>
      <p>{sayEffort(goal.total, goal.unit)}</p>
      <p>
        {next
          ? `One tiny step more, only if you like: ${next.title}.`
          : "One tiny step more, only if you like: write down what went well."}
      </p>
      {goal.asksWhatHelped && (
        <p>
          <TextLink href={`/goals/${goal.id}`}>Write a line on what helped</TextLink>
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2.5">
        {next ? (
          <LogEffort key={next.id} goal={next} icon="check">
            Done
          </LogEffort>
        ) : (
          <ButtonLink href="/wins" variant="quiet">
            Write a win
          </ButtonLink>
        )}
        <ButtonLink href="/goals" variant="plain">
          Rest is fine
        </ButtonLink>
        <GoalButton action={takeGoalUpAgain} goal={goal} says="Undo" variant="plain" />
      </div>
    </Notice>
  );
}
