import { DateField } from "@/components/forms/date-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import type { Day } from "@/lib/dates";

/** What a form about a step begins with. */
export type StepValues = {
  words?: string | null;
  goalId?: string | null;
  day: Day;
  time?: string | null;
  minutes?: number | null;
  place?: string | null;
};

type Props = { values: StepValues; goals: { id: string; title: string }[] };

/** What, when and where. A day is all that has to be said of when. */
export function StepFields({ values, goals }: Props) {
  return (
    <>
      <TextField
        name="words"
        label="What"
        hint={
          goals.length > 0
            ? "One thing that you do yourself. Left empty, it is what the goal says."
            : "One thing that you do yourself."
        }
        defaultValue={values.words}
      />
      {goals.length > 0 && (
        <SelectField
          name="goalId"
          label="For a goal, if you like"
          choices={[
            { value: "", label: "For none" },
            ...goals.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          defaultValue={values.goalId ?? ""}
        />
      )}
      <DateField name="day" label="Day" defaultValue={values.day} required />
      <TextField
        name="time"
        label="Time, if you like"
        type="time"
        className="max-w-40"
        defaultValue={values.time}
      />
      <TextField
        name="minutes"
        label="How many minutes, if you like"
        hint="Less is easier to begin."
        type="number"
        inputMode="numeric"
        min={1}
        max={720}
        className="max-w-40"
        defaultValue={values.minutes}
      />
      <TextField
        name="place"
        label="Where, if you like"
        hint="The library, the kitchen table, on the phone."
        defaultValue={values.place}
      />
    </>
  );
}
