import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import { type Fillers, unfill } from "@/lib/feedback/fill-ins";
import type { RequestView } from "@/lib/feedback/queries";
import { keepTemplate } from "@/lib/templates/actions";
import { presetsFor } from "@/lib/templates/presets";
import { templateDraftKey } from "@/lib/templates/schema";

type Props = {
  id: string;
  request: RequestView;
  known: Fillers;
  /** The letters of their own that it may have begun from, beside those of Onward. */
  own: { subject: string; letter: string }[];
  draft: Kept | null;
};

/** Keeps the letter for the next time, with what is only of this time left open again. */
export function KeepTemplate({ id, request, known, own, draft }: Props) {
  const key = templateDraftKey(request.id);
  const begunFrom = [...own, ...presetsFor(request.artefact, request.askedOf)];
  const [subject, letter] = unfill(
    [request.subject, request.letter],
    known,
    begunFrom.flatMap((each) => [each.subject, each.letter]),
  );
  return (
    <>
      {draft && <KeptWords draftKey={key} />}
      <Form
        action={keepTemplate}
        label="Keep it as a letter of my own"
        className="flex flex-col gap-3"
        draft={{ key, action: saveDraft, ...draft }}
      >
        <HiddenField name="id" value={id} />
        <HiddenField name="artefact" value={request.artefact} />
        <HiddenField name="askedOf" value={request.askedOf} />
        <FormFold summary="Keep it as a letter of my own" open={draft !== null}>
          <div className="flex flex-col gap-6 pt-2">
            <p className="max-w-words text-muted">
              For the next time. {"{name}, {role}, {company} and {me}"} are filled in anew then. Look it over
              first: where a name or a role of this time still stands, put one of these in its place.
            </p>
            <TextField name="subject" label="Subject" required autoComplete="off" defaultValue={subject} />
            <TextArea name="letter" label="Letter" size="letter" required defaultValue={letter} />
            <SubmitButton variant="quiet" className="self-start" pendingText="Keeping">
              Keep it for next time
            </SubmitButton>
          </div>
        </FormFold>
      </Form>
    </>
  );
}
