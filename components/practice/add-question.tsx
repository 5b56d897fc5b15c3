import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { saveDraft } from "@/lib/drafts/actions";
import { addQuestion } from "@/lib/practice/actions";
import { PRACTICE_DRAFT_KEY } from "@/lib/practice/schema";

type Props = { id: string; draft: Omit<FormDraft, "key" | "action"> | null };

export function AddQuestion({ id, draft }: Props) {
  return (
    <Form
      action={addQuestion}
      label="Add a question"
      draft={{ key: PRACTICE_DRAFT_KEY, action: saveDraft, ...draft }}
    >
      <HiddenField name="id" value={id} />
      <TextField
        name="question"
        label="A question to practise"
        hint="Such as: tell us about yourself."
        autoComplete="off"
        required
      />
      <SubmitButton pendingText="Adding">Add it</SubmitButton>
    </Form>
  );
}
