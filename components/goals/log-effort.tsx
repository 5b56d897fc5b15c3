import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { pressForm } from "@/components/forms/press-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { logEffort } from "@/lib/efforts/actions";
import { freshId } from "@/lib/ids";

type Props = {
  goal: { id: string; title: string };
  /** What the button says, beside its icon. */
  children: string;
  icon?: "plus" | "check";
  variant?: "primary" | "quiet";
};

/** One tap logs one effort for today. The id is in the form, so a double tap logs it once. */
export function LogEffort({ goal, children, icon = "plus", variant = "quiet" }: Props) {
  return (
    <Form action={logEffort} className={pressForm} label={`${children}: ${goal.title}`}>
      <HiddenField name="id" value={freshId()} />
      <HiddenField name="goalId" value={goal.id} />
      <SubmitButton variant={variant} icon={icon} pendingText="Logging">
        {children}
      </SubmitButton>
    </Form>
  );
}
