import { Press } from "@/components/forms/press";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { type Day, sayDay } from "@/lib/dates";
import { countGoalOfStep } from "@/lib/efforts/actions";
import { makeStepGoal, putStepInWeek, tickStep } from "@/lib/learning/actions";
import type { LearningPlanCard } from "@/lib/learning/queries";

type Props = { learningPlanId: string; steps: LearningPlanCard["steps"]; today: Day };

/** The steps of a plan, each with one tap to tick it or to take the tick back, and one to do it this week. */
export function StepList({ learningPlanId, steps, today }: Props) {
  return (
    <ol>
      {steps.map(({ place, words, done, links, minutes, by, goal }) => (
        <li key={place} data-takes-focus className="border-line border-t py-3 first:border-t-0">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
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
          </div>
          {(minutes !== null || by) && (
            <p className="text-muted text-sm">
              {minutes !== null && (minutes === 1 ? "1 minute. " : `${minutes} minutes. `)}
              {by && `Finish line: ${sayDay(by, today)}.`}
            </p>
          )}
          {links.length > 0 && (
            <ul className="text-sm">
              {links.map((link) => (
                <li key={link}>
                  <a
                    href={link}
                    rel="noopener noreferrer nofollow"
                    className="link wrap-anywhere inline-block py-1"
                  >
                    {link}
                  </a>
                </li>
              ))}
            </ul>
          )}
          {goal && (
            <p className="text-muted text-sm">
              A goal, too:{" "}
              <TextLink href={`/goals/${goal.id}`} dir="auto">
                {goal.title}
              </TextLink>
            </p>
          )}
          {done && goal?.counts && (
            <div className="flex">
              <Press
                action={countGoalOfStep}
                about={{ goalId: goal.id }}
                says="Count it for the goal"
                label={`Count it for the goal: ${goal.title}`}
                icon="plus"
              />
            </div>
          )}
          {!done && (
            <div className="mt-1 flex flex-wrap gap-x-3">
              <Press
                action={putStepInWeek}
                about={{ learningPlanId, place: String(place) }}
                says="Put it in this week"
                label={`Put it in this week: ${words}`}
              />
              {!goal && (
                <Press
                  action={makeStepGoal}
                  about={{ learningPlanId, place: String(place) }}
                  says="Make it a goal"
                  label={`Make it a goal: ${words}`}
                />
              )}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
