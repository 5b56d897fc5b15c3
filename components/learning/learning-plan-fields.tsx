import { TextField } from "@/components/forms/text-field";

/** What a form about a plan begins with. */
type LearningPlanValues = { skill?: string; steps?: string[] };

export function LearningPlanFields({ values }: { values: LearningPlanValues }) {
  const [first, second, third] = values.steps ?? [];
  return (
    <>
      <TextField
        name="skill"
        label="What would you like to learn or practise?"
        hint="One thing, in your own words."
        defaultValue={values.skill}
        required
      />
      <TextField
        name="step1"
        label="A first small step"
        hint="Half an hour of it is enough: read one page about it, ask one person, try it once."
        defaultValue={first}
        required
      />
      <TextField name="step2" label="A second one, if you like" defaultValue={second} />
      <TextField name="step3" label="And a third" defaultValue={third} />
    </>
  );
}
