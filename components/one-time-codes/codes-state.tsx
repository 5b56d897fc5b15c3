import { ProofField } from "@/components/accounts/proof-field";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { beginCodes, replaceRecoveryCodes, turnOffCodes } from "@/lib/one-time-codes/actions";
import type { CodesState } from "@/lib/one-time-codes/queries";

export function CodesOff({ hasPassword }: { hasPassword: boolean }) {
  return (
    <div className="grid max-w-words gap-6">
      <p>
        You need an app that shows such codes; many password managers do, too. Afterwards you get ten recovery
        codes for the day the phone is gone. Keep them on paper: without app and paper, nobody can let you in
        but a passkey.
      </p>
      <Form action={beginCodes} label="Set up one-time codes">
        <ProofField hasPassword={hasPassword} />
        <SubmitButton pendingText="Preparing">Set them up</SubmitButton>
      </Form>
    </div>
  );
}

export function CodesOn({
  since,
  left,
  hasPassword,
}: {
  since: NonNullable<CodesState["since"]>;
  left: number;
  hasPassword: boolean;
}) {
  return (
    <>
      <p>
        On since <Time moment={since} />. {sayLeft(left)}
      </p>
      <Section title="New recovery codes">
        <p className="mb-5 max-w-words text-muted">
          Ten new ones, shown once. The ones you have now stop working.
        </p>
        <Form action={replaceRecoveryCodes} label="Make new recovery codes">
          <ProofField hasPassword={hasPassword} />
          <SubmitButton variant="quiet" pendingText="Making them">
            Make new recovery codes
          </SubmitButton>
        </Form>
      </Section>
      <Section title="Turn them off">
        <Form action={turnOffCodes} label="Turn one-time codes off">
          <ProofField hasPassword={hasPassword} />
          <TextField
            name="code"
            label="Code"
            autoComplete="one-time-code"
            required
            hint="The six digits that your app shows now, or one of your recovery codes."
          />
          <SubmitButton variant="quiet" pendingText="Turning them off">
            Turn one-time codes off
          </SubmitButton>
        </Form>
      </Section>
    </>
  );
}

export const sayLeft = (left: number): string =>
  left === 0
    ? "You have used all of your recovery codes: please make new ones."
    : left === 1
      ? "You have one recovery code left: please make new ones soon."
      : `You have ${left} recovery codes left.`;
