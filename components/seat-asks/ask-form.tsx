import { AliasField } from "@/components/circles/alias-field";
import { KeptWords } from "@/components/drafts/kept-words";
import { CheckField } from "@/components/forms/check-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import { askForSeat } from "@/lib/seat-asks/actions";
import { askDraftKey } from "@/lib/seat-asks/schema";

export function AskForm({
  id,
  circleId,
  name,
  draft,
}: {
  id: string;
  circleId: string;
  name: string;
  draft: Kept | null;
}) {
  const key = askDraftKey(circleId);
  return (
    <>
      {draft && <KeptWords draftKey={key} />}
      <Form
        action={askForSeat}
        label="Ask for a seat"
        className="mt-8 flex max-w-words flex-col gap-6"
        draft={{ key, action: saveDraft, ...draft }}
      >
        <HiddenField name="id" value={id} />
        <HiddenField name="circleId" value={circleId} />
        <TextArea
          name="words"
          label="A line to the circle"
          hint="Whoever looks after it reads this: where you are, and what you would like from a circle."
          rows={3}
          required
        />
        <AliasField hint="An alias is best, and it can be another one in each circle." defaultValue={name} />
        <CheckField name="agreed" label="I agree to these agreements" required />
        <SubmitButton className="md:self-start" pendingText="Asking">
          Ask for a seat
        </SubmitButton>
      </Form>
    </>
  );
}
