import { DeleteForGood } from "@/components/forms/delete-for-good";
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
          <Fold key={exercise.id} summary={exercise.said} toRead open={exercise.id === open}>
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
            <div className="mt-5" data-print="no">
              <DeleteForGood
                action={deleteExercise}
                about={{ exerciseId: exercise.id, setbackId, kind: exercise.kind }}
                summary="Delete this one"
                says="it is gone at once, and nobody can bring it back."
                label={`Delete what you wrote on ${exercise.said} for good`}
              />
            </div>
          </Fold>
        ))}
      </div>
    </Section>
  );
}
