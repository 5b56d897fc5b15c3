"use client";
import type { ComponentProps } from "react";
import { described, FieldFrame, type FieldWords } from "./field-frame";
import { useField } from "./form-context";

// No maxLength: it cuts pasted words without saying so. The schema says kindly when something is too long.
type Control = Pick<
  ComponentProps<"input">,
  "autoComplete" | "inputMode" | "required" | "min" | "max" | "className"
>;

export type TextFieldProps = FieldWords &
  Control & {
    name: string;
    type?: "text" | "email" | "password" | "url" | "tel" | "search" | "number" | "time" | "date";
    defaultValue?: string | number | null | undefined;
    /** What was typed here before, offered while typing. */
    suggestions?: string[] | undefined;
  };

/** One line. A password opens empty, whatever happened before. */
export function TextField({
  name,
  label,
  hint,
  hideLabel = false,
  type = "text",
  defaultValue,
  suggestions,
  className = "",
  ...control
}: TextFieldProps) {
  const field = useField(name, defaultValue == null ? [] : [String(defaultValue)]);
  const list = suggestions?.length ? `${field.id}-list` : undefined;
  return (
    <FieldFrame field={field} label={label} hint={hint} hideLabel={hideLabel}>
      <input
        id={field.id}
        name={name}
        type={type}
        defaultValue={type === "password" ? undefined : (field.values[0] ?? "")}
        list={list}
        className={`control ${className}`}
        {...described(field, hint)}
        {...control}
      />
      {list && (
        <datalist id={list}>
          {suggestions?.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  );
}
