import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { GoalFields, type GoalValues } from "@/components/goals/goal-fields";
import { saveDraft } from "@/lib/drafts/actions";
import { addGoal } from "@/lib/goals/actions";

type Props = { id: string; values: GoalValues; draft: Omit<FormDraft, "key" | "action"> | null };

export function AddGoal({ id, values, draft }: Props) {
  return (
    <div id="goal" className="mt-8">
      <Form action={addGoal} label="Add a goal" draft={{ key: "goal", action: saveDraft, ...draft }}>
        <HiddenField name="id" value={id} />
        <GoalFields values={values} />
        <SubmitButton className="self-start" pendingText="Adding">
          Add goal
        </SubmitButton>
      </Form>
    </div>
  );
}
