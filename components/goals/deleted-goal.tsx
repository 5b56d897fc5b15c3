import { GoalButton } from "@/components/goals/goal-button";
import { Notice } from "@/components/ui/notice";
import { bringGoalBack } from "@/lib/goals/actions";

/** Says what was deleted, and takes it back. */
export function DeletedGoal({ goal }: { goal: { id: string; title: string } }) {
  return (
    <Notice
      title={`Deleted: ${goal.title}`}
      action={<GoalButton action={bringGoalBack} goal={goal} says="Undo" icon="undo-2" />}
    >
      What you logged on it went along. That can be undone right now, here.
    </Notice>
  );
}
