import { TextLink } from "@/components/ui/link";
import { type ExerciseKind, exerciseKinds, guides } from "@/lib/exercises/guides";

/** The ways to the other exercises about the same setback. */
export function OtherExercises({ setbackId, kind }: { setbackId: string; kind: ExerciseKind }) {
  return (
    <ul aria-label="Others like this" className="mt-11 flex flex-wrap gap-x-6 text-muted" data-print="no">
      {exerciseKinds
        .filter((other) => other !== kind)
        .map((other) => (
          <li key={other}>
            <TextLink
              href={`/setbacks/${setbackId}/exercise/${other}`}
              className="inline-flex min-h-11 items-center"
            >
              {guides[other].title}
            </TextLink>
          </li>
        ))}
    </ul>
  );
}
