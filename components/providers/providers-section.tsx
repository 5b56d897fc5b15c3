import { ProofField } from "@/components/accounts/proof-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { buttonClass } from "@/components/ui/button";
import { Fold } from "@/components/ui/fold";
import { Section } from "@/components/ui/section";
import { unlinkProvider } from "@/lib/providers/actions";
import type { LinkedLine } from "@/lib/providers/queries";

/** Signing in through somebody else, among the other ways. Not there where the operator has set none up. */
export function ProvidersSection({
  providers,
  confirmed,
  hasPassword,
}: {
  providers: LinkedLine[];
  confirmed: boolean;
  hasPassword: boolean;
}) {
  if (providers.length === 0) return null;
  return (
    <Section title="Other sites">
      <p className="mb-4 max-w-words text-muted">
        You can sign in through an account that you have elsewhere. Whoever runs that account can get in here
        with it: add none of an employer's.
        {!confirmed && " Adding one waits until your address is confirmed."}
      </p>
      <ul className="divide-y divide-line border-line border-y">
        {providers.map(({ key, name, linked }) => (
          <li key={key} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5">
            <p className="min-w-0 flex-1 basis-40">
              <span className="font-medium">{name}</span>
              <span className="text-muted text-sm">{linked ? ", opens your account" : ", not added"}</span>
            </p>
            {linked && (
              <Fold look="link" summary={`Take ${name} out`}>
                <Form action={unlinkProvider} label={`Take ${name} out`}>
                  <HiddenField name="provider" value={key} />
                  <ProofField hasPassword={hasPassword} />
                  <SubmitButton variant="quiet" pendingText="Taking it out">
                    Take it out
                  </SubmitButton>
                </Form>
              </Fold>
            )}
            {!linked && confirmed && (
              <a className={buttonClass({ variant: "quiet" })} href={`/api/auth/${key}?link=1`}>
                Add {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
