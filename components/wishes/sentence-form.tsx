import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { ButtonLink } from "@/components/ui/button";
import { screenWords } from "@/components/wishes/screens";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import type { FormAction } from "@/lib/form-state";
import type { Part } from "@/lib/wishes/rules";

type Props = {
  part: Part;
  action: FormAction;
  /** What goes along, by the field's name. */
  about: Record<string, string>;
  said?: string | null;
  draftKey: string;
  draft: Kept | null;
};

/** One screen of a picture: one question, one sentence, and the way out. */
export function SentenceForm({ part, action, about, said, draftKey, draft }: Props) {
  const { asks, hint } = screenWords[part];
  return (
    <>
      {draft && <KeptWords draftKey={draftKey} />}
      <div className="mt-8">
        <Form action={action} label="Your sentence" draft={{ key: draftKey, action: saveDraft, ...draft }}>
          {Object.entries(about).map(([name, value]) => (
            <HiddenField key={name} name={name} value={value} />
          ))}
          <TextArea
            name="words"
            label={asks}
            hint={`${hint} One sentence.`}
            rows={3}
            required
            defaultValue={said}
          />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
            <SubmitButton pendingText="Keeping">
              {said ? "Save the change" : "Keep it, and go on"}
            </SubmitButton>
            <ButtonLink href="/wishes" variant="plain">
              Leave it here for now
            </ButtonLink>
          </div>
        </Form>
      </div>
    </>
  );
}
