import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import { keepAnswer } from "@/lib/feedback/actions";
import type { RequestView } from "@/lib/feedback/queries";

type Props = {
  request: RequestView;
  summary: string;
  /** On a day on which a setback was logged, nobody is asked what they take from it. */
  waits: boolean;
  draftKey: string;
  draft: Kept | null;
  /** What was typed on another day, the lesson too. It stays as it is, and today's answer may begin with it. */
  typedBefore: Kept | null;
};

/** What they said, in their words, and apart from it what its member takes from it. Either may stay empty. */
export function AnswerForm({ request, summary, waits, draftKey: key, draft, typedBefore }: Props) {
  return (
    <>
      {draft && <KeptWords draftKey={key} />}
      <Form
        action={keepAnswer}
        label={summary}
        className="flex flex-col gap-3"
        draft={{ key, action: saveDraft, ...draft }}
      >
        <HiddenField name="requestId" value={request.id} />
        <FormFold summary={summary} open={draft !== null || typedBefore !== null}>
          <div className="flex flex-col gap-6 pt-2">
            <TextArea
              name="answer"
              label="What they said"
              hint="In their words; it is kept as a quote. It may stay empty."
              defaultValue={typedBefore?.values.answer?.[0] ?? request.answer}
            />
            {waits ? (
              <p className="max-w-words text-muted">
                What you take from it can wait. There will be room for that here from tomorrow on
                {typedBefore?.values.lesson?.[0] && ", with what you typed of it before"}.
              </p>
            ) : (
              <TextArea
                name="lesson"
                label="What I take from it"
                hint="Yours, and apart from what they said. You need not agree with them, and it may stay empty."
                defaultValue={request.lesson}
              />
            )}
            <SubmitButton variant="quiet" className="self-start" pendingText="Keeping">
              Keep it
            </SubmitButton>
          </div>
        </FormFold>
      </Form>
    </>
  );
}
