import { TextField } from "@/components/forms/text-field";

/** Asks for the password once more before something is changed about how an account is entered. */
export function ProofField({ hasPassword }: { hasPassword: boolean }) {
  if (!hasPassword) {
    return (
      <p className="max-w-words text-muted">
        You have no password here, so this works in the ten minutes after you have signed in.
      </p>
    );
  }
  return (
    <TextField
      name="currentPassword"
      label="Your password"
      type="password"
      autoComplete="current-password"
      required
    />
  );
}
