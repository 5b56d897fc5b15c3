import { GoalButton } from "@/components/goals/goal-button";
import { Fold } from "@/components/ui/fold";
import { TextLink } from "@/components/ui/link";
import type { GoalCard } from "@/lib/goals/queries";
import { takeGoalUpAgain } from "@/lib/halts/actions";

/** Goals that were put away, folded, each one press from coming back. */
export function GoalsPutAway({ goals }: { goals: Pick<GoalCard, "id" | "title" | "rhythmInWords">[] }) {
  if (goals.length === 0) return null;
  return (
    <div className="mt-6" id="away">
      <Fold summary="Put away" toRead>
        <ul>
          {goals.map((goal) => (
            <li
              key={goal.id}
              className="flex flex-wrap items-center justify-between gap-x-4 border-line border-t py-1.5 first:border-t-0"
            >
              <span>
                <TextLink href={`/goals/${goal.id}`}>{goal.title}</TextLink>{" "}
                <span className="text-muted text-sm">{goal.rhythmInWords}</span>
              </span>
              <GoalButton action={takeGoalUpAgain} goal={goal} says="Bring it back" variant="plain" />
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}
