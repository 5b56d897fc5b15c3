import { Fold } from "@/components/ui/fold";
import { TextLink } from "@/components/ui/link";
import { type Day, sayDay } from "@/lib/dates";
import type { listFinishedGoals } from "@/lib/goals/queries";

type Props = { goals: Awaited<ReturnType<typeof listFinishedGoals>>; today: Day };

export function FinishedGoals({ goals, today }: Props) {
  return (
    <div className="mt-11">
      <Fold summary={`Finished: ${goals.length}`}>
        <ul>
          {goals.map((goal) => (
            <li key={goal.id} className="border-line border-t py-3 first:border-t-0">
              <TextLink href={`/goals/${goal.id}`}>{goal.title}</TextLink>{" "}
              <span className="text-muted">
                {goal.efforts === 1 ? "once" : `${goal.efforts} times`}
                {goal.on && `, finished on ${sayDay(goal.on, today)}`}
              </span>
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}
