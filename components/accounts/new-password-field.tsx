import { TextField } from "@/components/forms/text-field";

/** A password that is chosen, and not one that is known already. */
export function NewPasswordField({ label }: { label: string }) {
  return (
    <TextField
      name="password"
      label={label}
      type="password"
      autoComplete="new-password"
      required
      hint="At least 8 characters. A few words that do not belong together are easy to remember and hard to guess."
    />
  );
}
