import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { GoalFields, valuesOf } from "@/components/goals/goal-fields";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import { changeGoal } from "@/lib/goals/actions";
import type { GoalCard } from "@/lib/goals/queries";
import { goalDraftKey } from "@/lib/goals/schema";

/** What a goal says, folded away until it is to be changed. */
export function ChangeGoal({ goal, draft }: { goal: GoalCard; draft: Kept | null }) {
  const key = goalDraftKey(goal.id);
  return (
    <>
      {draft && <KeptWords draftKey={key} />}
      <Form
        action={changeGoal}
        label="Change this goal"
        className="flex flex-col gap-3"
        draft={{ key, action: saveDraft, ...draft }}
      >
        <HiddenField name="goalId" value={goal.id} />
        <FormFold summary="Change it" open={draft !== null}>
          <div className="flex flex-col gap-6">
            <GoalFields values={valuesOf(goal)} begun={goal.begun} />
            <SubmitButton className="self-start" pendingText="Changing">
              Save the change
            </SubmitButton>
          </div>
        </FormFold>
      </Form>
    </>
  );
}
