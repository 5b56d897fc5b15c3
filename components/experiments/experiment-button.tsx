import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { pressForm } from "@/components/forms/press-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { ButtonLook } from "@/components/ui/button";
import type { FormAction } from "@/lib/form-state";

type Props = ButtonLook & {
  action: FormAction;
  experimentId: string;
  says: string;
  label: string;
  /** What goes along besides: a decision, a minted id. */
  also?: Record<string, string>;
};

/** A press that concerns one experiment and needs nothing else. */
export function ExperimentButton({
  action,
  experimentId,
  says,
  label,
  also = {},
  variant = "quiet",
  ...look
}: Props) {
  return (
    <Form action={action} className={pressForm} label={label}>
      <HiddenField name="experimentId" value={experimentId} />
      {Object.entries(also).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <SubmitButton variant={variant} {...look}>
        {says}
      </SubmitButton>
    </Form>
  );
}
