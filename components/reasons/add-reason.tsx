import { ChoiceField } from "@/components/forms/choice-field";
import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { saveDraft } from "@/lib/drafts/actions";
import { addReason } from "@/lib/reasons/actions";
import { reasonDraftKey, saidByChoices } from "@/lib/reasons/schema";

type Props = {
  id: string;
  setbackId: string;
  draft: Omit<FormDraft, "key" | "action"> | null;
  /** Folded away, where nobody is to be asked. */
  folded: boolean;
};

/** One reason, in one's own words, with who says so. */
export function AddReason({ id, setbackId, draft, folded }: Props) {
  const fields = (
    <div className="flex flex-col gap-6">
      <TextArea
        name="words"
        label="Why do you think it happened?"
        hint="One reason at a time, as plain as you like. A line is enough."
        required
      />
      <ChoiceField name="saidBy" label="Who says so?" choices={saidByChoices} defaultValue="me" />
      <SubmitButton className="self-start" pendingText="Keeping">
        Add this reason
      </SubmitButton>
    </div>
  );
  return (
    <Form
      action={addReason}
      label="Add a reason"
      draft={{ key: reasonDraftKey(setbackId), action: saveDraft, ...draft }}
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="setbackId" value={setbackId} />
      {folded ? (
        <FormFold summary="Add a reason" open={draft !== null}>
          {fields}
        </FormFold>
      ) : (
        fields
      )}
    </Form>
  );
}
