import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import { writeLesson } from "@/lib/experiments/actions";
import type { ExperimentCard } from "@/lib/experiments/queries";
import { lessonDraftKey } from "@/lib/experiments/schema";

/** What its member takes from an experiment, in their own words, if they like. */
export function WriteLesson({ experiment, draft }: { experiment: ExperimentCard; draft: Kept | null }) {
  const key = lessonDraftKey(experiment.id);
  return (
    <>
      {draft && <KeptWords draftKey={key} />}
      <Form action={writeLesson} label="What I take from it" draft={{ key, action: saveDraft, ...draft }}>
        <HiddenField name="experimentId" value={experiment.id} />
        <TextArea
          name="lesson"
          label="What do you take from it?"
          hint="Only if you like. A line is enough."
          defaultValue={experiment.lesson}
        />
        <SubmitButton variant="quiet" pendingText="Keeping">
          Keep these words
        </SubmitButton>
      </Form>
    </>
  );
}
