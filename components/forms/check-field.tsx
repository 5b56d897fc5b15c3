"use client";
import { described, type FieldWords, Hint, Problem } from "./field-frame";
import { useField } from "./form-context";

/** A tick: there or not. */
export function CheckField({
  name,
  label,
  hint,
  defaultChecked = false,
  required,
}: Omit<FieldWords, "hideLabel"> & {
  name: string;
  defaultChecked?: boolean;
  required?: boolean;
}) {
  const field = useField(name, defaultChecked ? ["on"] : [], true);
  return (
    <div className="min-w-0">
      <Problem id={field.errorId}>{field.error}</Problem>
      <div className="flex items-start gap-3">
        <input
          id={field.id}
          type="checkbox"
          name={name}
          required={required}
          defaultChecked={field.values.includes("on")}
          className="mt-2.5 size-6 flex-none"
          {...described(field, hint)}
        />
        <div className="min-w-0">
          <label htmlFor={field.id} className="flex min-h-11 items-center">
            {label}
          </label>
          <Hint id={field.hintId}>{hint}</Hint>
        </div>
      </div>
    </div>
  );
}
