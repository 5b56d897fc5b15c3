import { Press } from "@/components/forms/press";
import { MoveStep } from "@/components/planned-steps/move-step";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import type { Day } from "@/lib/dates";
import { logEffort } from "@/lib/efforts/actions";
import { markPlannedStep } from "@/lib/planned-steps/actions";
import type { StepOfWeek } from "@/lib/planned-steps/queries";

type Props = { step: StepOfWeek; monday: Day; today: Day };

/** A step of a week: what, when and where, done or open, and another day for it. */
export function StepLine({ step, monday, today }: Props) {
  const { id: stepId, words, at, place, done, goal } = step;
  return (
    <li
      id={`step-${stepId}`}
      data-step={stepId}
      data-takes-focus
      className="border-line border-t py-2.5 first:border-t-0"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="flex min-w-0 flex-1 basis-56 items-start gap-2.5 py-1.5">
          {done && <Icon name="check" className="mt-1 text-sage" />}
          <div className="min-w-0">
            <p dir="auto" className="wrap-anywhere font-serif text-lg">
              {words}
            </p>
            <p className="text-muted text-sm">
              {done && "Done. "}
              {at && <span>{at}. </span>}
              {place && (
                <span>
                  Where: <bdi className="wrap-anywhere">{place}</bdi>.{" "}
                </span>
              )}
              {goal && (
                <TextLink href={`/goals/${goal.id}`} dir="auto">
                  {goal.title}
                </TextLink>
              )}
            </p>
          </div>
        </div>
        <Press
          action={markPlannedStep}
          about={{ stepId, done: done ? "no" : "yes" }}
          says={done ? "Not yet" : "Done"}
          label={`${done ? "Not done yet" : "Done"}: ${words}`}
          icon={done ? "undo-2" : "check"}
          variant={done ? "plain" : "quiet"}
        />
      </div>
      {done && goal && !goal.counted && (
        <div className="flex">
          <Press
            action={logEffort}
            about={{ id: goal.effortId, goalId: goal.id, day: step.day > today ? today : step.day }}
            says={`Count it for ${goal.title}`}
            label={`Count it for ${goal.title}: ${words}`}
            icon="plus"
          />
        </div>
      )}
      <div className="flex flex-wrap items-start gap-x-5" data-print="no">
        <MoveStep step={step} monday={monday} today={today} />
        <TextLink
          href={`/week/${stepId}`}
          className="inline-flex min-h-11 items-center text-muted text-sm"
          aria-label={`Change or delete: ${words}`}
        >
          Change or delete
        </TextLink>
      </div>
    </li>
  );
}
