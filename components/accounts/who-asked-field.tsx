import { TextField } from "@/components/forms/text-field";

/** Shown where nobody is signed in to the account that a mailed link is for: see `requireWhoAsked`. */
export function WhoAskedField({ hint }: { hint: string }) {
  return (
    <>
      <TextField
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        hint={hint}
        required
      />
      <p className="text-muted">
        If it was not you who asked for this, there is nothing to do; without you nobody can use your address.
      </p>
    </>
  );
}
