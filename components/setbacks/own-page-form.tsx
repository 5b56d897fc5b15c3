import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { writeOwnPage } from "@/lib/setbacks/actions";

/** A page to write on, and nothing besides. It saves itself. */
export function OwnPageForm({
  setbackId,
  words,
  draft,
}: {
  setbackId: string;
  words: string;
  draft: FormDraft;
}) {
  return (
    <Form action={writeOwnPage} label="A page to yourself" className="mt-7 flex flex-col gap-6" draft={draft}>
      <HiddenField name="setbackId" value={setbackId} />
      <TextArea name="page" label="Your page" hideLabel size="letter" rows={12} defaultValue={words} />
      <SubmitButton pendingText="Saving" className="sm:self-start">
        Keep it
      </SubmitButton>
    </Form>
  );
}
