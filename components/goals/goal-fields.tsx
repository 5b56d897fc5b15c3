import { ChoiceField } from "@/components/forms/choice-field";
import { DateField } from "@/components/forms/date-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { sayWeekday } from "@/lib/dates";
import type { Rhythm } from "@/lib/goals/rules";
import { categories, categoryWords, type GoalCategory, units } from "@/lib/goals/schema";
import { comesInAmounts, sayUnit } from "@/lib/goals/units";

type Names = "title" | "category" | "rhythm" | "times" | "unit" | "usual" | "everyDays" | "finishBy";

/** What a form about a goal begins with, as text: from a preset, a draft or the goal itself. */
export type GoalValues = Partial<Record<Names, string>> & { weekdays?: string[] };

export const valuesOf = ({
  title,
  category,
  weekdays = [],
  ...goal
}: Rhythm & { title: string; category: GoalCategory; finishBy?: string | null }): GoalValues => ({
  title,
  category,
  rhythm: goal.rhythm,
  times: String(goal.times),
  unit: goal.unit ?? "times",
  weekdays: weekdays.map(String),
  // Of anything else one is logged at once: the field is not there, and nobody chose its number.
  ...(goal.usual && comesInAmounts(goal.unit) && { usual: String(goal.usual) }),
  ...(goal.everyDays && { everyDays: String(goal.everyDays) }),
  ...(goal.finishBy && { finishBy: goal.finishBy }),
});

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** Fields that belong to one choice stand there while it is chosen; the stylesheet sees to it, without JavaScript too. */
export function GoalFields({
  values,
  begun = false,
}: {
  values: GoalValues;
  /** Something is logged on it: what it counts stays. */
  begun?: boolean;
}) {
  const unit = values.unit ?? "times";
  return (
    <>
      <TextField
        name="title"
        label="What would you like to keep up?"
        hint="Something you can do yourself, whatever anybody answers."
        required
        {...(values.title !== undefined && { defaultValue: values.title })}
      />
      <ChoiceField
        name="category"
        label="What it is for"
        choices={categories.map((value) => ({ value, label: categoryWords[value] }))}
        defaultValue={values.category ?? "applications"}
      />
      <div className="group/amount grid gap-6 sm:grid-cols-2">
        <TextField
          name="times"
          label="How many"
          type="number"
          inputMode="numeric"
          min={1}
          required
          defaultValue={values.times ?? "1"}
        />
        <SelectField
          name="unit"
          label="Of what"
          {...(begun && { hint: "It stays, since something is logged. For anything else, add a goal." })}
          choices={units
            .filter((value) => !begun || value === unit)
            .map((value) => ({ value, label: sayUnit(value) }))}
          defaultValue={unit}
        />
        <div className="hidden group-has-[option[value=minutes]:checked]/amount:block group-has-[option[value=pages]:checked]/amount:block">
          <TextField
            name="usual"
            label="One tap logs"
            hint="As much of it as you usually do at once. It may stay empty."
            type="number"
            inputMode="numeric"
            min={1}
            defaultValue={values.usual}
          />
        </div>
      </div>
      <div className="group/rhythm flex flex-col gap-6">
        <ChoiceField
          name="rhythm"
          label="How often"
          choices={[
            { value: "day", label: "a day" },
            { value: "week", label: "a week" },
            { value: "every_days", label: "every few days" },
            { value: "weekdays", label: "on certain weekdays" },
            { value: "finish_line", label: "in all, and then it is done" },
          ]}
          defaultValue={values.rhythm ?? "week"}
        />
        <div className="hidden group-has-[[value^=every]:checked]/rhythm:block">
          <TextField
            name="everyDays"
            label="Days from one to the next"
            type="number"
            inputMode="numeric"
            min={2}
            defaultValue={values.everyDays ?? "3"}
          />
        </div>
        <div className="hidden group-has-[[value=weekdays]:checked]/rhythm:block">
          <ChoiceField
            name="weekdays"
            label="Which days"
            several
            choices={WEEKDAYS.map((day) => ({ value: String(day), label: sayWeekday(day) }))}
            defaultValue={values.weekdays}
          />
        </div>
        <div className="hidden group-has-[[value^=finish]:checked]/rhythm:block">
          <DateField
            name="finishBy"
            label="By when (optional)"
            hint="Only a hope. When the day passes, nothing happens."
            defaultValue={values.finishBy}
          />
        </div>
      </div>
    </>
  );
}
