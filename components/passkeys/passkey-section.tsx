import { OnceConfirmed } from "@/components/accounts/once-confirmed";
import { ProofField } from "@/components/accounts/proof-field";
import { Form } from "@/components/forms/form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { namePasskey, takeOutPasskey } from "@/lib/passkeys/actions";
import type { PasskeyLine } from "@/lib/passkeys/queries";

/** The passkeys among the ways to sign in. */
export function PasskeySection({
  passkeys,
  confirmed,
  hasPassword,
}: {
  passkeys: PasskeyLine[];
  confirmed: boolean;
  hasPassword: boolean;
}) {
  return (
    <Section title="Passkeys">
      {passkeys.length === 0 ? (
        <p className="mb-4 max-w-words text-muted">
          None yet. With one, your face, your finger or your device's PIN signs you in: nothing to remember,
          and nothing that another page could ask you for.
        </p>
      ) : (
        <ul className="mb-5 divide-y divide-line border-line border-y">
          {passkeys.map((passkey) => (
            <li key={passkey.id} className="py-4">
              <Passkey passkey={passkey} hasPassword={hasPassword} />
            </li>
          ))}
        </ul>
      )}
      <OnceConfirmed confirmed={confirmed}>
        <ButtonLink href="/settings/sign-in/passkey">Add a passkey</ButtonLink>
      </OnceConfirmed>
    </Section>
  );
}

function Passkey({
  passkey: { id, name, added, used },
  hasPassword,
}: {
  passkey: PasskeyLine;
  hasPassword: boolean;
}) {
  return (
    <>
      <p className="wrap-anywhere font-medium">{name}</p>
      <p className="text-muted text-sm">
        Added <Time moment={added} />
        {used ? (
          <>
            , last used <Time moment={used} />
          </>
        ) : (
          ", not used yet"
        )}
        .
      </p>
      <div className="flex flex-wrap gap-x-5">
        <Form action={namePasskey} label={`Rename ${name}`} className={fold}>
          <HiddenField name="passkeyId" value={id} />
          <FormFold look="link" summary={`Rename “${name}”`}>
            <div className="grid gap-5">
              <TextField name="name" label="Its name" defaultValue={name} autoComplete="off" required />
              <SubmitButton variant="quiet" className="justify-self-start" pendingText="Saving">
                Save its name
              </SubmitButton>
            </div>
          </FormFold>
        </Form>
        <Form action={takeOutPasskey} label={`Take ${name} out`} className={fold}>
          <HiddenField name="passkeyId" value={id} />
          <FormFold look="link" summary={`Take “${name}” out`}>
            <div className="grid gap-5">
              <ProofField hasPassword={hasPassword} />
              <SubmitButton variant="quiet" className="justify-self-start" pendingText="Taking it out">
                Take it out
              </SubmitButton>
            </div>
          </FormFold>
        </Form>
      </div>
    </>
  );
}

const fold = "flex min-w-0 flex-col gap-2 has-[[open]]:basis-full has-[[role=alert]]:basis-full";
