import { AliasField } from "@/components/circles/alias-field";
import { KeptWords } from "@/components/drafts/kept-words";
import { CheckField } from "@/components/forms/check-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import { joinCircle } from "@/lib/memberships/actions";
import { joinDraftKey } from "@/lib/memberships/schema";

export function JoinCircleForm({
  circleId,
  code,
  name,
  draft,
}: {
  circleId: string;
  code: string;
  name: string;
  draft: Kept | null;
}) {
  const key = joinDraftKey(circleId);
  return (
    <>
      {draft && <KeptWords draftKey={key} />}
      <Form
        action={joinCircle}
        label="Join this circle"
        className="mt-8 flex max-w-words flex-col gap-6"
        draft={{ key, action: saveDraft, ...draft }}
      >
        <HiddenField name="code" value={code} />
        <AliasField hint="An alias is best, and it can be another one in each circle." defaultValue={name} />
        <CheckField name="agreed" label="I agree to these agreements" required />
        <SubmitButton className="md:self-start" pendingText="Taking a seat">
          Join this circle
        </SubmitButton>
      </Form>
    </>
  );
}
