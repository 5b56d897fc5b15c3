import { DateField } from "@/components/forms/date-field";
import { FormFold } from "@/components/forms/form-fold";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { type Details, LINKS } from "@/lib/learning/rules";

type StepValues = Partial<Details> & { words: string };

/** What a form about a plan begins with: its steps, each in its place. */
type LearningPlanValues = { skill?: string; steps?: (StepValues | undefined)[] };

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
        defaultValue={first?.words}
        required
      />
      <WhatHelps number={1} of="the first step" step={first} />
      <TextField name="step2" label="A second one, if you like" defaultValue={second?.words} />
      <WhatHelps number={2} of="the second step" step={second} />
      <TextField name="step3" label="And a third" defaultValue={third?.words} />
      <WhatHelps number={3} of="the third step" step={third} />
    </>
  );
}

type HelpProps = { number: 1 | 2 | 3; of: string; step: StepValues | undefined };

/** What may stand beside a step, folded away where nothing does. */
function WhatHelps({ number, of, step }: HelpProps) {
  const { links = [], minutes = null, by = null } = step ?? {};
  return (
    <FormFold
      summary={`Links, minutes and a day for ${of}`}
      open={links.length > 0 || minutes !== null || by !== null}
      look="link"
    >
      <div className="flex flex-col gap-5 pb-2 text-base">
        <TextArea
          name={`links${number}`}
          label={`Links for ${of}`}
          hint={`Up to ${LINKS}, one a line, beginning with https://`}
          rows={2}
          size="reply"
          defaultValue={links.join("\n")}
        />
        <TextField
          name={`minutes${number}`}
          label={`Minutes for ${of}`}
          type="number"
          inputMode="numeric"
          min={1}
          max={720}
          className="max-w-40"
          defaultValue={minutes}
        />
        <DateField
          name={`by${number}`}
          label={`A finish line for ${of}`}
          hint="A day that you would like to have it done by. A mail can say that it has come, if you ask for that in Settings; when it is over, nothing happens."
          defaultValue={by}
        />
      </div>
    </FormFold>
  );
}
