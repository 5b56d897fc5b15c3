import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { pressForm } from "@/components/forms/press-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { freshId } from "@/lib/ids";
import { pauseGoal, resumeGoal } from "@/lib/pauses/actions";

type Props = { goal: { id: string; title: string } };

export function PauseGoal({ goal }: Props) {
  return (
    <Form action={pauseGoal} className={pressForm} label={`Let it rest: ${goal.title}`}>
      <HiddenField name="id" value={freshId()} />
      <HiddenField name="goalId" value={goal.id} />
      <SubmitButton variant="quiet" icon="pause" pendingText="Pausing">
        Let it rest
      </SubmitButton>
    </Form>
  );
}

export function ResumeGoal({ goal }: Props) {
  return (
    <Form action={resumeGoal} className={pressForm} label={`Go on with ${goal.title}`}>
      <HiddenField name="goalId" value={goal.id} />
      <SubmitButton variant="quiet" icon="play" pendingText="Going on">
        Go on
      </SubmitButton>
    </Form>
  );
}
