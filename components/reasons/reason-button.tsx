import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { pressForm } from "@/components/forms/press-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { IconName } from "@/components/ui/icon";
import type { FormAction } from "@/lib/form-state";

type Props = {
  action: FormAction;
  /** One reason, or several that share the press. */
  reasonIds: string[];
  says: string;
  label: string;
  icon?: IconName;
  variant?: "quiet" | "plain";
};

/** A press that concerns reasons and needs nothing else. */
export function ReasonButton({ action, reasonIds, says, label, icon, variant = "plain" }: Props) {
  return (
    <Form action={action} className={pressForm} label={label}>
      {reasonIds.map((reasonId) => (
        <HiddenField key={reasonId} name="reasonId" value={reasonId} />
      ))}
      <SubmitButton variant={variant} icon={icon}>
        {says}
      </SubmitButton>
    </Form>
  );
}
