"use client";
import { useField } from "./form-context";

/** A hidden field that stays with what was typed beside it: words that come back come back with what they were for. */
export function KeptField({ name, value }: { name: string; value: string }) {
  const field = useField(name, [value]);
  return <input type="hidden" name={name} value={field.values[0] ?? value} />;
}
