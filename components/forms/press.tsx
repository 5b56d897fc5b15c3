import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { pressForm } from "@/components/forms/press-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { ButtonLook } from "@/components/ui/button";
import type { FormAction } from "@/lib/form-state";

/** What every press says: what it does, as its button and by itself, where buttons say the same. */
export type PressWords = Pick<ButtonLook, "variant" | "icon"> & {
  action: FormAction;
  says: string;
  label: string;
  /** "Deleting"; what it says anyway when nothing is given. */
  pendingText?: string;
};

/**
 * A form that is one button.
 *
 * @param about what goes along, by the field's name: what the press is about.
 * @param oncePerSecond a press within a second of another one is the same press, whatever the page shows by then.
 */
export function Press({
  action,
  about,
  says,
  label,
  variant = "plain",
  icon,
  pendingText,
  oncePerSecond = false,
}: PressWords & { about: Record<string, string | string[]>; oncePerSecond?: boolean }) {
  return (
    <Form action={action} className={pressForm} label={label} oncePerSecond={oncePerSecond}>
      {Object.entries(about).flatMap(([name, values]) =>
        [values].flat().map((value) => <HiddenField key={`${name} ${value}`} name={name} value={value} />),
      )}
      <SubmitButton variant={variant} icon={icon} {...(pendingText && { pendingText })}>
        {says}
      </SubmitButton>
    </Form>
  );
}
