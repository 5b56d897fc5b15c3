import { Press } from "@/components/forms/press";
import { Icon } from "@/components/ui/icon";
import { tickStep } from "@/lib/learning/actions";
import type { Step } from "@/lib/learning/rules";

/** The steps of a plan, each with one tap to tick it or to take the tick back. */
export function StepList({ learningPlanId, steps }: { learningPlanId: string; steps: Step[] }) {
  return (
    <ol>
      {steps.map(({ place, words, done }) => (
        <li
          key={place}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-t py-3 first:border-t-0"
        >
          <span className="flex min-w-0 flex-1 basis-56 items-start gap-2.5">
            {done && <Icon name="check" className="mt-1 text-sage" />}
            <span className="min-w-0">
              <span dir="auto" className="wrap-anywhere font-serif text-lg">
                {words}
              </span>
              {done && <span className="block text-muted text-sm">Done</span>}
            </span>
          </span>
          <Press
            action={tickStep}
            about={{ learningPlanId, place: String(place), done: done ? "no" : "yes" }}
            says={done ? "Not yet" : "Done"}
            label={`${done ? "Take the tick back" : "Done"}: ${words}`}
            icon={done ? "undo-2" : "check"}
            variant={done ? "plain" : "quiet"}
          />
        </li>
      ))}
    </ol>
  );
}
