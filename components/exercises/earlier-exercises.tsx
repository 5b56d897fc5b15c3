import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Fold } from "@/components/ui/fold";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { deleteExercise } from "@/lib/exercises/actions";
import type { ExerciseCard } from "@/lib/exercises/queries";

type Props = { setbackId: string; exercises: ExerciseCard[]; open: string | null };

/** What was written here before, the newest first, each folded away until it is wanted. */
export function EarlierExercises({ setbackId, exercises, open }: Props) {
  if (exercises.length === 0) return null;
  return (
    <Section title="What you wrote here">
      <div className="grid gap-3">
        {exercises.map((exercise) => (
          <Fold key={exercise.id} summary={exercise.said} open={exercise.id === open}>
            {exercise.instead !== null && <p className="text-muted">{exercise.instead}</p>}
            <dl className="grid gap-5">
              {exercise.answered.map(({ question, texts }) => (
                <div key={question.name}>
                  <dt className="text-muted text-sm">{question.ask}</dt>
                  <dd className="mt-1">
                    <Prose words={wordsToDraw(texts.join(", "))} />
                  </dd>
                </div>
              ))}
            </dl>
            <DeleteExercise setbackId={setbackId} exercise={exercise} />
          </Fold>
        ))}
      </div>
    </Section>
  );
}

/** Deleting cannot be undone here, so it says so before it is pressed. */
function DeleteExercise({ setbackId, exercise }: { setbackId: string; exercise: ExerciseCard }) {
  return (
    <div className="mt-5" data-print="no">
      <Fold summary="Delete this one" look="link">
        <p className="max-w-words text-muted">
          This is for good: it is gone at once, and nobody can bring it back.
        </p>
        <Form
          action={deleteExercise}
          label={`Delete what you wrote on ${exercise.said} for good`}
          className="mt-3 flex flex-col gap-3"
        >
          <HiddenField name="exerciseId" value={exercise.id} />
          <HiddenField name="setbackId" value={setbackId} />
          <HiddenField name="kind" value={exercise.kind} />
          <SubmitButton variant="quiet" icon="trash-2" className="self-start" pendingText="Deleting">
            Delete it for good
          </SubmitButton>
        </Form>
      </Fold>
    </div>
  );
}
