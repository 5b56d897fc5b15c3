import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Fold } from "@/components/ui/fold";
import type { FormAction } from "@/lib/form-state";

type Props = {
  action: FormAction;
  /** What goes along, by the field's name. */
  about: Record<string, string>;
  /** What opens it, what it says then, and what it is called to whoever does not see where it stands. */
  summary: string;
  says: string;
  label: string;
};

/** Where deleting cannot be undone, it says so before it is pressed. */
export function DeleteForGood({ action, about, summary, says, label }: Props) {
  return (
    <Fold summary={summary} look="link">
      <p className="max-w-words text-muted">This is for good: {says}</p>
      <Form action={action} label={label} className="mt-3 flex flex-col gap-3">
        {Object.entries(about).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <SubmitButton variant="quiet" icon="trash-2" className="self-start" pendingText="Deleting">
          Delete it for good
        </SubmitButton>
      </Form>
    </Fold>
  );
}
