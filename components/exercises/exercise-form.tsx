import { ChoiceField } from "@/components/forms/choice-field";
import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { saveDraft } from "@/lib/drafts/actions";
import { keepExercise } from "@/lib/exercises/actions";
import { type ExerciseKind, guides, heldDear, type Question } from "@/lib/exercises/guides";
import { exerciseDraftKey } from "@/lib/exercises/schema";

type Props = {
  id: string;
  setbackId: string;
  kind: ExerciseKind;
  draft: Omit<FormDraft, "key" | "action"> | null;
};

/** Two or three questions. Any of them, and all of them, can be left out. */
export function ExerciseForm({ id, setbackId, kind, draft }: Props) {
  return (
    <Form
      action={keepExercise}
      label={guides[kind].title}
      className="mt-7 flex flex-col gap-7"
      draft={{ key: exerciseDraftKey(kind, setbackId), action: saveDraft, ...draft }}
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="setbackId" value={setbackId} />
      <HiddenField name="kind" value={kind} />
      {guides[kind].questions.map((question) => (
        <QuestionField key={question.name} question={question} />
      ))}
      <SubmitButton className="self-start" pendingText="Keeping">
        Keep this
      </SubmitButton>
    </Form>
  );
}

function QuestionField({ question: { name, ask, hint, look } }: { question: Question }) {
  if (look === "choices") {
    return (
      <ChoiceField
        several
        name={name}
        label={ask}
        hint={hint}
        choices={heldDear.map((value) => ({ value, label: value }))}
      />
    );
  }
  return look === "line" ? (
    <TextField name={name} label={ask} hint={hint} autoComplete="off" />
  ) : (
    <TextArea name={name} label={ask} hint={hint} />
  );
}
