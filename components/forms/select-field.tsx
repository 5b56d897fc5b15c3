"use client";
import { described, FieldFrame, type FieldWords } from "./field-frame";
import { useField } from "./form-context";

export type Choice = { value: string; label: string; hint?: string };

/** One of many. Up to about seven are easier to take in as a `ChoiceField`. */
export function SelectField({
  name,
  label,
  hint,
  choices,
  defaultValue,
}: Omit<FieldWords, "hideLabel"> & {
  name: string;
  choices: Choice[];
  defaultValue?: string | null | undefined;
}) {
  const field = useField(name, defaultValue == null ? [] : [defaultValue]);
  const value = field.values[0] ?? "";
  return (
    <FieldFrame field={field} label={label} hint={hint}>
      <select
        // React looks at a select's default only once.
        key={value}
        id={field.id}
        name={name}
        defaultValue={value}
        className="control"
        {...described(field, hint)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
