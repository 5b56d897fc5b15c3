"use client";
import type { ComponentProps } from "react";
import { described, FieldFrame, type FieldWords } from "./field-frame";
import { useField } from "./form-context";

// No maxLength either (text-field.tsx).
type Control = Pick<ComponentProps<"textarea">, "required" | "placeholder" | "rows">;

type TextAreaProps = FieldWords &
  Control & {
    name: string;
    defaultValue?: string | null | undefined;
    /** `letter` for what is written to oneself, `reply` for a line or two that may grow. */
    size?: "normal" | "letter" | "reply";
  };

/** Words in as many lines as they need: the box grows with them. */
export function TextArea({
  name,
  label,
  hint,
  hideLabel = false,
  defaultValue,
  size = "normal",
  ...control
}: TextAreaProps) {
  const field = useField(name, defaultValue == null ? [] : [defaultValue]);
  return (
    <FieldFrame field={field} label={label} hint={hint} hideLabel={hideLabel}>
      <textarea
        id={field.id}
        name={name}
        defaultValue={field.values[0] ?? ""}
        dir="auto"
        className={`control ${sizes[size]}`}
        {...described(field, hint)}
        {...control}
      />
    </FieldFrame>
  );
}

const sizes = {
  normal: "font-serif text-lg!",
  letter: "min-h-48! font-serif text-xl!",
  reply: "min-h-13!",
};
