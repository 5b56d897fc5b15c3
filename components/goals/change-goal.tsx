import { ChangeIt } from "@/components/drafts/change-it";
import { GoalFields, valuesOf } from "@/components/goals/goal-fields";
import type { KeptWords } from "@/lib/drafts/queries";
import { changeGoal } from "@/lib/goals/actions";
import type { GoalCard } from "@/lib/goals/queries";
import { goalDraftKey } from "@/lib/goals/schema";

export function ChangeGoal({ goal, draft }: { goal: GoalCard; draft: KeptWords | null }) {
  return (
    <ChangeIt
      action={changeGoal}
      label="Change this goal"
      about={{ goalId: goal.id }}
      draft={draft}
      draftKey={goalDraftKey(goal.id)}
    >
      <GoalFields values={valuesOf(goal)} begun={goal.begun} />
    </ChangeIt>
  );
}
