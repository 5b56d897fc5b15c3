import { UndoEffort } from "@/components/goals/undo-effort";
import { Icon } from "@/components/ui/icon";
import type { GoalCard } from "@/lib/goals/queries";

/**
 * Stands where "Done" stood. The way to undo comes after the words and never where the button was: pressed once more,
 * it would take out what was just logged.
 */
export const JustLogged = ({ goal: { title, undo } }: { goal: Pick<GoalCard, "title" | "undo"> }) => (
  <span className="flex flex-wrap items-center gap-x-2.5 text-muted">
    <span className="inline-flex min-h-11 items-center gap-x-2.5">
      <Icon name="check" className="text-sage" /> Logged for today.
    </span>
    {undo && <UndoEffort effortId={undo.effortId} label={`Undo what was just logged: ${title}`} />}
  </span>
);
