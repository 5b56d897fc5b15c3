import { Fold } from "@/components/ui/fold";
import { TextLink } from "@/components/ui/link";
import { type Day, sayDay } from "@/lib/dates";
import type { listFinishedGoals } from "@/lib/goals/queries";
import { sayAmount } from "@/lib/goals/units";
import { sayTimes } from "@/lib/say-times";

type Props = {
  finished: Awaited<ReturnType<typeof listFinishedGoals>>;
  today: Day;
  /** Whether somebody is going through them, page by page. */
  open: boolean;
};

/** Goals that are finished, folded away, the latest first. */
export function FinishedGoals({ finished: { goals, older }, today, open }: Props) {
  return (
    <div className="mt-11" id="finished">
      <Fold summary="Finished" toRead open={open}>
        <ul>
          {goals.map((goal) => (
            <li key={goal.id} className="border-line border-t py-3 first:border-t-0">
              <TextLink href={`/goals/${goal.id}`}>{goal.title}</TextLink>{" "}
              <span className="text-muted">
                {goal.unit === "times" ? sayTimes(goal.total) : sayAmount(goal.total, goal.unit)}
                {goal.on && `, finished on ${sayDay(goal.on, today)}`}
              </span>
            </li>
          ))}
        </ul>
        {older && (
          <p className="mt-3">
            <TextLink href={`/goals?before=${older}#finished`}>Finished before these</TextLink>
          </p>
        )}
      </Fold>
    </div>
  );
}
