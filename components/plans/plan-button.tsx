import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { pressForm } from "@/components/forms/press-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { IconName } from "@/components/ui/icon";
import type { FormAction } from "@/lib/form-state";

type Props = {
  action: FormAction;
  planId: string;
  says: string;
  label: string;
  icon?: IconName;
  variant?: "primary" | "quiet" | "plain";
};

/** A press that concerns one plan and needs nothing else. */
export function PlanButton({ action, planId, says, label, icon, variant = "plain" }: Props) {
  return (
    <Form action={action} className={pressForm} label={label}>
      <HiddenField name="planId" value={planId} />
      <SubmitButton variant={variant} icon={icon}>
        {says}
      </SubmitButton>
    </Form>
  );
}
