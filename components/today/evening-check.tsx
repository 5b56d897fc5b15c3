import { type NextStep, TakeStep } from "@/components/goals/take-step";
import { DeclineStep } from "@/components/wins/decline-step";

type Props = Omit<NextStep, "declined"> & {
  /** The step that it would ask for is on the page, too. It is there once, and so is its button. */
  standsElsewhere: boolean;
};

/**
 * The evening check that somebody asked for: one line, one tap to note something, and one to leave it for today. Once
 * something was noted, that is said in its place, where nothing is to be pressed any more.
 */
export function EveningCheck({ next, taken, standsElsewhere }: Props) {
  const goal = taken ?? next;
  const isSmallStep = standsElsewhere && next !== null && !taken;
  return (
    <section aria-label="Evening check" className="mt-6" data-print="no">
      <p className="text-muted">
        The evening check that you asked for:{" "}
        {isSmallStep ? (
          "if you did your small step, one tap there notes it."
        ) : goal ? (
          <>
            <bdi>{goal.title}</bdi>, {taken ? "noted for today. That is enough." : "if you did it today."}
          </>
        ) : (
          "a line on what went well, if you like."
        )}
      </p>
      {!taken && (
        <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-2">
          {!isSmallStep && <TakeStep next={next} says="Done today" />}
          <DeclineStep about={{ at: "today" }} says="Leave it for today" />
        </div>
      )}
    </section>
  );
}
