import { ChoiceField } from "@/components/forms/choice-field";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { betterBys, betterWords } from "@/lib/experiments/schema";

export function ExperimentFields() {
  return (
    <>
      <TextArea
        name="change"
        label="What will you do differently?"
        hint="One change, such as: a two-line summary on top of my resume."
        rows={2}
        required
      />
      <ChoiceField
        name="better"
        label="What would count as better?"
        choices={betterBys.map((value) => ({ value, label: betterWords[value].choice }))}
        defaultValue="replies"
      />
      <ChoiceField
        name="lasts"
        label="How long will you try it?"
        choices={[
          { value: "cases", label: "for so many applications" },
          { value: "days", label: "for so many days" },
        ]}
        defaultValue="cases"
      />
      <div className="group-has-[input[value=days]:checked]/experiment:hidden">
        <TextField
          name="cases"
          label="Applications"
          hint="From 3 to 100. Fewer than ten are too few to tell, and can still be worth it."
          type="number"
          inputMode="numeric"
          min={3}
          max={100}
          className="max-w-40"
          defaultValue="10"
        />
      </div>
      <div className="group-has-[input[value=cases]:checked]/experiment:hidden">
        <TextField
          name="days"
          label="Days"
          hint="From 7 to 180."
          type="number"
          inputMode="numeric"
          min={7}
          max={180}
          className="max-w-40"
          defaultValue="30"
        />
      </div>
    </>
  );
}
