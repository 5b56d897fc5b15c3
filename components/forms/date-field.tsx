"use client";
import { TextField, type TextFieldProps } from "./text-field";

/** A calendar day, with the browser's own picker. */
export function DateField(props: Omit<TextFieldProps, "type" | "suggestions">) {
  return <TextField type="date" className="max-w-60" {...props} />;
}
