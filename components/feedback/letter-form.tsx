import { KeptWords } from "@/components/drafts/kept-words";
import { FillerFields } from "@/components/feedback/filler-fields";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import { changeLetter } from "@/lib/feedback/actions";
import { type Fillers, stillOpen } from "@/lib/feedback/fill-ins";
import type { RequestView } from "@/lib/feedback/queries";
import { letterDraftKey } from "@/lib/feedback/schema";

type Props = {
  request: RequestView;
  /** What is known of the setback that it is about. */
  known: Fillers;
  draft: Kept | null;
};

/** The letter, to be changed, beside a line for each thing that it still leaves open. */
export function LetterForm({ request, known, draft }: Props) {
  const key = letterDraftKey(request.id);
  const open = stillOpen(request.subject, request.letter);
  return (
    <>
      {draft && <KeptWords draftKey={key} />}
      {/* What was filled in stands in the letter then: the fields open anew. */}
      <Form
        action={changeLetter}
        label="The letter"
        draft={{ key, action: saveDraft, ...draft }}
        opens={`${request.subject}\n${request.letter}`}
      >
        <HiddenField name="requestId" value={request.id} />
        <fieldset className="flex min-w-0 flex-col gap-6">
          <legend className="sr-only">What goes into the letter</legend>
          {open.length > 0 && (
            <p className="max-w-words text-muted">
              What stands in braces is filled in from here when you save. You can leave any of it for later,
              or write it into the letter yourself.
            </p>
          )}
          <FillerFields
            names={["name", ...open.filter((name) => name !== "name")]}
            open={open}
            values={{ ...known, name: request.name }}
          />
        </fieldset>
        <TextField
          name="subject"
          label="Subject"
          required
          defaultValue={request.subject}
          autoComplete="off"
        />
        <TextArea name="letter" label="Letter" size="letter" required defaultValue={request.letter} />
        <SubmitButton variant="quiet" className="self-start" pendingText="Saving">
          Save the letter
        </SubmitButton>
      </Form>
    </>
  );
}
