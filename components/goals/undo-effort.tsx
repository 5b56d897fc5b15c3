import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { pressForm } from "@/components/forms/press-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { undoEffort } from "@/lib/efforts/actions";

/** Takes one effort out again; `label` says of what, for those who do not see where the button stands. */
export function UndoEffort({
  effortId,
  label,
  children = "Undo",
}: {
  effortId: string;
  label: string;
  children?: string;
}) {
  return (
    <Form action={undoEffort} className={pressForm} label={label}>
      <HiddenField name="effortId" value={effortId} />
      <SubmitButton variant="plain" pendingText="Taking it out">
        {children}
      </SubmitButton>
    </Form>
  );
}
