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
import { templateDraftKey } from "@/lib/templates/schema";

type Props = { id: string; request: RequestView; known: Fillers; draft: Kept | null };

/** Keeps the letter for the next time, with what is only of this time left open again. */
export function KeepTemplate({ id, request, known, draft }: Props) {
  const key = templateDraftKey(request.id);
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
              For the next time. {"{name}, {role}, {company} and {me}"} are left open then, and filled in
              anew.
            </p>
            <TextField
              name="subject"
              label="Subject"
              required
              autoComplete="off"
              defaultValue={unfill(request.subject, known)}
            />
            <TextArea
              name="letter"
              label="Letter"
              size="letter"
              required
              defaultValue={unfill(request.letter, known)}
            />
            <SubmitButton variant="quiet" className="self-start" pendingText="Keeping">
              Keep it for next time
            </SubmitButton>
          </div>
        </FormFold>
      </Form>
    </>
  );
}
