import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { GoalFields, valuesOf } from "@/components/goals/goal-fields";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import { changeGoal } from "@/lib/goals/actions";
import type { GoalCard } from "@/lib/goals/queries";
import { goalDraftKey } from "@/lib/goals/schema";

export function ChangeGoal({ goal, draft }: { goal: GoalCard; draft: Kept | null }) {
  const key = goalDraftKey(goal.id);
  return (
    <>
      {draft && (
        <div className="mb-6">
          <KeptWords draftKey={key} />
        </div>
      )}
      <Form action={changeGoal} label="Change this goal" draft={{ key, action: saveDraft, ...draft }}>
        <HiddenField name="goalId" value={goal.id} />
        <GoalFields values={valuesOf(goal)} />
        <SubmitButton className="self-start" pendingText="Changing">
          Change it
        </SubmitButton>
      </Form>
    </>
  );
}
