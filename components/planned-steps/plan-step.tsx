import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { StepFields } from "@/components/planned-steps/step-fields";
import { Section } from "@/components/ui/section";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import { planStep } from "@/lib/planned-steps/actions";
import type { Week } from "@/lib/planned-steps/queries";
import { NEW_STEP } from "@/lib/planned-steps/schema";

type Props = { id: string; day: string; goals: Week["goals"]; draft: Kept | null };

export function PlanStep({ id, day, goals, draft }: Props) {
  return (
    <div data-print="no">
      <Section title="Plan a step" id="plan">
        {draft && <KeptWords draftKey={NEW_STEP} />}
        <Form action={planStep} label="Plan a step" draft={{ key: NEW_STEP, action: saveDraft, ...draft }}>
          <HiddenField name="id" value={id} />
          <StepFields values={{ day }} goals={goals} />
          <SubmitButton pendingText="Planning">Put it in the week</SubmitButton>
        </Form>
      </Section>
    </div>
  );
}
