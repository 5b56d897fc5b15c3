import { GoalButton } from "@/components/goals/goal-button";
import { Notice } from "@/components/ui/notice";
import { bringGoalBack } from "@/lib/goals/actions";
import { DAYS_TO_UNDO } from "@/lib/undo";

/** Says what was deleted, and takes it back. */
export function DeletedGoal({ goal }: { goal: { id: string; title: string } }) {
  return (
    <Notice
      title={`Deleted: ${goal.title}`}
      action={<GoalButton action={bringGoalBack} goal={goal} says="Undo" icon="undo-2" />}
    >
      What you logged on it went along. You can take that back for {DAYS_TO_UNDO} days.
    </Notice>
  );
}
