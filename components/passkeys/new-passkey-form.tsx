import { ProofField } from "@/components/accounts/proof-field";
import { Form } from "@/components/forms/form";
import { TextField } from "@/components/forms/text-field";
import { PasskeyButton } from "@/components/passkeys/passkey-button";
import { addPasskey, beginPasskey } from "@/lib/passkeys/actions";

/** @param name what it is called unless its member has a better name. */
export function NewPasskeyForm({ name, hasPassword }: { name: string; hasPassword: boolean }) {
  return (
    <>
      <noscript>
        <p className="max-w-words">A passkey can be made and used only where JavaScript is switched on.</p>
      </noscript>
      <div className="noscript:hidden">
        <Form action={addPasskey} label="Add a passkey">
          <TextField
            name="name"
            label="Its name"
            defaultValue={name}
            autoComplete="off"
            required
            hint="So that you know which one it is, when you have several."
          />
          <ProofField hasPassword={hasPassword} />
          <PasskeyButton question={beginPasskey} of="new" variant="primary" pendingText="Asking your device">
            Add a passkey
          </PasskeyButton>
        </Form>
      </div>
    </>
  );
}
