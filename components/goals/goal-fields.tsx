import { ChoiceField } from "@/components/forms/choice-field";
import { TextField } from "@/components/forms/text-field";
import type { Ask } from "@/lib/goals/rules";
import { categories, categoryWords, type GoalCategory } from "@/lib/goals/schema";

/** What a form about a goal begins with, as text: from a preset, a draft or the goal itself. */
export type GoalValues = Partial<Record<"title" | "category" | "rhythm" | "times", string>>;

export const valuesOf = (goal: Ask & { title: string; category: GoalCategory }): GoalValues => ({
  title: goal.title,
  category: goal.category,
  rhythm: goal.rhythm,
  times: String(goal.times),
});

export function GoalFields({ values }: { values: GoalValues }) {
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
      <TextField
        name="times"
        label="How many times"
        type="number"
        inputMode="numeric"
        min={1}
        required
        defaultValue={values.times ?? "1"}
      />
      <ChoiceField
        name="rhythm"
        label="How often"
        choices={[
          { value: "day", label: "a day" },
          { value: "week", label: "a week" },
          { value: "finish_line", label: "in all, and then it is done" },
        ]}
        defaultValue={values.rhythm ?? "week"}
      />
    </>
  );
}
