import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { pressForm } from "@/components/forms/press-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { IconName } from "@/components/ui/icon";
import type { FormAction } from "@/lib/form-state";

type Props = {
  action: FormAction;
  requestId: string;
  says: string;
  label: string;
  /** What goes along besides. */
  also?: { name: string; value: string };
  icon?: IconName;
  variant?: "quiet" | "plain";
};

/** A press that concerns one request and needs nothing else. */
export function RequestButton({ action, requestId, says, label, also, icon, variant = "quiet" }: Props) {
  return (
    <Form action={action} className={pressForm} label={label}>
      <HiddenField name="requestId" value={requestId} />
      {also && <HiddenField name={also.name} value={also.value} />}
      <SubmitButton variant={variant} icon={icon}>
        {says}
      </SubmitButton>
    </Form>
  );
}
