import { KeptWords } from "@/components/drafts/kept-words";
import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { GoalFields, type GoalValues } from "@/components/goals/goal-fields";
import { YouSaid } from "@/components/reasons/you-said";
import { saveDraft } from "@/lib/drafts/actions";
import { addGoal } from "@/lib/goals/actions";

type Props = {
  id: string;
  values: GoalValues;
  /** The reason that somebody comes from. What one does about it is for them to say, so no field begins with it. */
  reason?: string | undefined;
  /** Under which key it waits until it is sent. */
  draftKey: string;
  draft: Omit<FormDraft, "key" | "action"> | null;
};

export function AddGoal({ id, values, reason, draftKey, draft }: Props) {
  return (
    // What its fields hold is told within the part that links lead to, so that nobody is led past it.
    <section id="goal" aria-label="The goal" className="scroll-mt-6">
      {reason && <YouSaid words={reason} ask="What is one small thing that you could do?" />}
      {draft && <KeptWords draftKey={draftKey} />}
      <div className="mt-8">
        <Form action={addGoal} label="Add a goal" draft={{ key: draftKey, action: saveDraft, ...draft }}>
          <HiddenField name="id" value={id} />
          <GoalFields values={values} />
          <SubmitButton className="self-start" pendingText="Adding">
            Add goal
          </SubmitButton>
        </Form>
      </div>
    </section>
  );
}
