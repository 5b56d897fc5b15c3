import { GoalButton } from "@/components/goals/goal-button";
import { GoalDots } from "@/components/goals/goal-dots";
import { LogEffort } from "@/components/goals/log-effort";
import { ResumeGoal } from "@/components/goals/rest-goal";
import { UndoEffort } from "@/components/goals/undo-effort";
import { Link, TextLink } from "@/components/ui/link";
import { type Day, sayDay } from "@/lib/dates";
import type { GoalCard } from "@/lib/goals/queries";
import { finishGoal } from "@/lib/halts/actions";

type Props = {
  goal: GoalCard;
  today: Day;
  /** What the button for one effort says. */
  log: "Log" | "Log effort";
  /** Whether the words beside the dots are shown. */
  inWords?: boolean;
  /** It is the one for which something smaller is offered just now. */
  offersSmaller?: boolean;
};

/** A goal with its week and one tap for today; what was just logged can be undone beside it. */
export function GoalLine({ goal, today, log, inWords = false, offersSmaller = false }: Props) {
  const { undo } = goal;
  return (
    <li className="flex flex-wrap items-start gap-x-5 gap-y-1 border-line border-t py-3 first:border-t-0 md:grid md:items-center md:grid-cols-[minmax(0,1fr)_auto_minmax(12rem,auto)]">
      <div className="wrap-anywhere min-w-0 flex-1 basis-40">
        <Link href={`/goals/${goal.id}`} className="group inline-block max-w-full py-1">
          <span className="link group-hover:text-sage">{goal.title}</span>{" "}
          {/* Together on one line where that is wide enough, and never wider. */}
          <span className="inline-block text-muted text-sm">{goal.rhythmInWords}</span>
        </Link>
        {(inWords || goal.restsToday || goal.atFinishLine) && (
          <p className="text-muted text-sm">{goal.progress}</p>
        )}
        {inWords && offersSmaller && (
          <p className="text-sm">
            <TextLink href={`/goals/${goal.id}`}>Would a smaller version fit better?</TextLink>
          </p>
        )}
        {goal.atFinishLine && (
          <div className="flex">
            <GoalButton action={finishGoal} goal={goal} says="Finish" variant="plain" />
          </div>
        )}
        {undo && (
          <div className="flex flex-wrap items-center gap-x-2.5 text-muted text-sm">
            {undo.day === today ? "Logged." : `Logged for ${sayDay(undo.day, today)}.`}
            <UndoEffort effortId={undo.effortId} label={`Undo what was logged for ${goal.title}`} />
          </div>
        )}
      </div>
      <div className="max-md:order-last max-md:w-full">
        <GoalDots goal={goal} />
      </div>
      <div className="ml-auto whitespace-nowrap">
        {goal.restsToday ? <ResumeGoal goal={goal} /> : <LogEffort goal={goal}>{log}</LogEffort>}
      </div>
    </li>
  );
}
