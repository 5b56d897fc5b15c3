import { DateField } from "@/components/forms/date-field";
import { Form } from "@/components/forms/form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { Press } from "@/components/forms/press";
import { pressForm } from "@/components/forms/press-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { addDays, type Day, sayDay } from "@/lib/dates";
import type { GoalCard } from "@/lib/goals/queries";
import { DAYS_BACK } from "@/lib/goals/rules";
import { freshId } from "@/lib/ids";
import { pauseGoal, takeRestBack } from "@/lib/pauses/actions";

type Props = { goal: Pick<GoalCard, "id" | "title" | "rests">; today: Day };

/** Rest for days that somebody names: a holiday that lies ahead, or a week in bed that is over. */
export function RestDays({ goal, today }: Props) {
  return (
    <div className="has-[[open]]:basis-full">
      <Form action={pauseGoal} label={`Rest for certain days: ${goal.title}`} className={pressForm}>
        <HiddenField name="id" value={freshId()} />
        <HiddenField name="goalId" value={goal.id} />
        <FormFold summary="Rest for certain days" look="button">
          <div className="flex flex-col gap-4">
            <p className="text-muted">
              They may lie ahead, or behind. Nothing fades on a day of rest, and nothing is asked.
            </p>
            <div className="flex flex-wrap gap-x-5 gap-y-3">
              <DateField
                name="from"
                label="From"
                defaultValue={today}
                min={addDays(today, -DAYS_BACK)}
                required
              />
              <DateField
                name="until"
                label="Until, and with it"
                defaultValue={addDays(today, 6)}
                hint="Leave it empty to rest until you go on."
              />
            </div>
            <SubmitButton className="self-start" pendingText="Keeping">
              Rest on these days
            </SubmitButton>
          </div>
        </FormFold>
      </Form>
    </div>
  );
}

/** Rests that go on, lie ahead, or were over not long ago, each of which can be taken back. */
export function RestsSaid({ goal, today }: Props) {
  const shown = goal.rests.filter(
    ({ startedOn, endedOn }) =>
      endedOn === null || (endedOn > startedOn && endedOn >= addDays(today, -DAYS_BACK)),
  );
  if (shown.length === 0) return null;
  return (
    <ul className="mt-4" aria-label="Days of rest">
      {shown.map(({ id, startedOn, endedOn }) => {
        const from = sayDay(startedOn, today);
        const last = endedOn && addDays(endedOn, -1);
        const days =
          last === null
            ? `From ${from} on`
            : last === startedOn
              ? `On ${from}`
              : `From ${from} until ${sayDay(last, today)}`;
        return (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 border-line border-t py-1.5 first:border-t-0"
          >
            {days}
            <Press
              action={takeRestBack}
              about={{ pauseId: id }}
              says="Take back"
              label={`Take back: ${days}`}
              pendingText="Taking it back"
            />
          </li>
        );
      })}
    </ul>
  );
}
