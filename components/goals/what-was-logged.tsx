import { Form } from "@/components/forms/form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { pressForm } from "@/components/forms/press-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Fold } from "@/components/ui/fold";
import { type Day, sayDay } from "@/lib/dates";
import { takeEffortOut } from "@/lib/efforts/actions";
import type { GoalCard } from "@/lib/goals/queries";
import { DAYS_BACK } from "@/lib/goals/rules";
import { sayAmount } from "@/lib/goals/units";

/**
 * What was logged, the newest first. Taking one out is a second press in another place: the next row comes up under
 * the finger, and a press there opens it and takes nothing.
 */
export function WhatWasLogged({ goal: { log, unit }, today }: { goal: GoalCard; today: Day }) {
  if (log.length === 0) return null;
  return (
    <Fold summary="What you logged" toRead>
      <p className="text-muted">The last {DAYS_BACK} days, newest first.</p>
      <ul>
        {log.map(({ effortId, day, amount }) => (
          <li
            key={effortId}
            className="flex flex-wrap items-start justify-between gap-x-4 border-line border-t py-1.5 first:border-t-0"
          >
            <span className="inline-flex min-h-11 items-center">
              {sayDay(day, today)}
              {amount > 1 && `: ${sayAmount(amount, unit)}`}
            </span>
            <Form action={takeEffortOut} label={`Take out ${sayDay(day, today)}`} className={pressForm}>
              <HiddenField name="effortId" value={effortId} />
              <FormFold summary="Take out" look="link">
                <SubmitButton variant="quiet" pendingText="Taking it out">
                  Yes, take it out
                </SubmitButton>
              </FormFold>
            </Form>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
