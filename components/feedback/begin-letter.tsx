import { FillerFields } from "@/components/feedback/filler-fields";
import { LetterPreview } from "@/components/feedback/letter-preview";
import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { saveDraft } from "@/lib/drafts/actions";
import { beginLetter } from "@/lib/feedback/actions";
import { type Fillers, stillOpen } from "@/lib/feedback/fill-ins";
import type { Artefact, From } from "@/lib/feedback/schema";

type Props = {
  id: string;
  about: { artefact: Artefact; askedOf: From; setbackId: string | null };
  template: { key: string; subject: string; letter: string };
  values: Fillers;
  draft: Omit<FormDraft, "action">;
};

/** The letter as it begins, and a line for each thing that it leaves open. */
export function BeginLetter({ id, about, template, values, draft }: Props) {
  const open = stillOpen(template.subject, template.letter);
  return (
    <>
      <LetterPreview subject={template.subject} letter={template.letter} />
      <div className="mt-8">
        <Form action={beginLetter} label="Begin this letter" draft={{ action: saveDraft, ...draft }}>
          <HiddenField name="id" value={id} />
          <HiddenField name="artefact" value={about.artefact} />
          <HiddenField name="askedOf" value={about.askedOf} />
          <HiddenField name="setbackId" value={about.setbackId ?? ""} />
          <HiddenField name="template" value={template.key} />
          {open.length > 0 && (
            <p className="text-muted">
              What stands in braces is filled in from here. You can leave any of it for later, and change
              every word on the next page.
            </p>
          )}
          <FillerFields names={open} open={open} values={values} />
          <SubmitButton className="self-start" pendingText="Writing">
            Begin this letter
          </SubmitButton>
        </Form>
      </div>
    </>
  );
}
