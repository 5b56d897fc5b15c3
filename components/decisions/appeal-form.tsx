import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { appeal } from "@/lib/appeals/actions";

export function AppealForm({ letterId, draft }: { letterId: string; draft: FormDraft }) {
  return (
    <Form action={appeal} label="Appeal" draft={draft}>
      <HiddenField name="letterId" value={letterId} />
      <TextArea
        name="words"
        label="What should be seen differently?"
        hint="Another moderator reads it, and not the one who decided. You can do this once."
        rows={4}
        required
      />
      <SubmitButton className="self-start" pendingText="Sending">
        Ask another moderator
      </SubmitButton>
    </Form>
  );
}
