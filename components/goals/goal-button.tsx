import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { pressForm } from "@/components/forms/press-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { IconName } from "@/components/ui/icon";
import type { FormAction } from "@/lib/form-state";

/** A press that concerns one goal and needs nothing else: finishing, leaving it for another day, undoing. */
export function GoalButton({
  action,
  goal,
  says,
  icon,
  variant = "quiet",
}: {
  action: FormAction;
  goal: { id: string; title: string };
  says: string;
  icon?: IconName;
  variant?: "primary" | "quiet" | "plain";
}) {
  return (
    <Form action={action} className={pressForm} label={`${says}: ${goal.title}`}>
      <HiddenField name="goalId" value={goal.id} />
      <SubmitButton variant={variant} icon={icon}>
        {says}
      </SubmitButton>
    </Form>
  );
}
