import { AliasField } from "@/components/circles/alias-field";
import { CheckField } from "@/components/forms/check-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { acceptProposal } from "@/lib/matching/actions";

/** Yes to a circle: under which name, and to what it agrees on. */
export function AcceptForm({
  proposal,
  alias,
  canHold,
}: {
  proposal: { id: string; isThere: boolean };
  alias: string;
  canHold: boolean;
}) {
  return (
    <Form
      action={acceptProposal}
      label="Say yes to this circle"
      className="mt-8 flex max-w-words flex-col gap-6"
    >
      <HiddenField name="proposalId" value={proposal.id} />
      <AliasField hint="Nobody there sees your name anywhere else." defaultValue={alias} />
      {!proposal.isThere && (
        <CheckField
          name="holds"
          label="I would hold it at first"
          hint="If nobody would, whoever said yes first does. It can be handed on at any time."
          defaultChecked={canHold}
        />
      )}
      <CheckField name="agreed" label="I agree to these agreements" required />
      <SubmitButton className="md:self-start" pendingText="Saying yes">
        Yes, I will come
      </SubmitButton>
    </Form>
  );
}
