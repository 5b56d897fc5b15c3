import { ChoiceField } from "@/components/forms/choice-field";
import { SelectField } from "@/components/forms/select-field";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { type Occasion, occasionOf, STRONG } from "@/lib/plans/rules";
import { kindWords, setbackKinds } from "@/lib/setbacks/schema";

/** What a form about a plan begins with, as text. */
export type PlanValues = Partial<Record<"on" | "kind" | "stage" | "feeling" | "obstacle" | "step", string>>;

export const valuesOf = (plan: Occasion & { step: string }): PlanValues => ({
  on: occasionOf(plan),
  kind: plan.kind ?? "",
  stage: plan.stage ?? "",
  feeling: plan.feeling ?? "",
  obstacle: plan.obstacle ?? "",
  step: plan.step,
});

export type Before = { stage: string[]; feelings: string[] };

/** The form around the fields: a plan is for one of four things, and only what belongs to the chosen one is shown. */
export const planFormClass = "group/plan flex flex-col gap-6 [&>button]:self-start";

/** A plan as a sentence to fill in. `before`: what the member wrote in setbacks, offered while typing. */
export function PlanFields({ values, before }: { values: PlanValues; before: Before }) {
  return (
    <>
      <ChoiceField
        name="on"
        label="If"
        hint="What this plan is for: one of four. The first three call it up when you log a setback."
        choices={[
          { value: "kind", label: "a kind of setback" },
          { value: "stage", label: "how far it had come" },
          { value: "feeling", label: "a feeling" },
          { value: "obstacle", label: "something in me" },
        ]}
        defaultValue={values.on ?? "kind"}
      />
      <div className="hidden group-has-[[value=kind]:checked]/plan:block">
        <SelectField
          name="kind"
          label="this happens:"
          choices={[
            { value: "", label: "Choose one" },
            ...setbackKinds.map((kind) => ({ value: kind, label: kindWords[kind].choice })),
          ]}
          defaultValue={values.kind ?? ""}
        />
      </div>
      <div className="hidden group-has-[[value=stage]:checked]/plan:block">
        <TextField
          name="stage"
          label="it ends at"
          hint="As you would note it in a setback, like second interview. Capitals and spaces do not matter."
          suggestions={before.stage}
          defaultValue={values.stage ?? ""}
        />
      </div>
      <div className="hidden group-has-[[value=feeling]:checked]/plan:block">
        <TextField
          name="feeling"
          label="I feel"
          hint={`It comes up when you note this feeling with ${STRONG} or more.`}
          suggestions={before.feelings}
          defaultValue={values.feeling ?? ""}
        />
      </div>
      <div className="hidden group-has-[[value=obstacle]:checked]/plan:block">
        <TextField
          name="obstacle"
          label="this gets in my way:"
          hint="A habit, a fear, an evening when I am tired. Only you notice it, so nothing calls this plan up but you."
          defaultValue={values.obstacle ?? ""}
        />
      </div>
      <TextArea
        name="step"
        label="then I will"
        hint="One small thing that somebody could see you do, like: call Alder from the bench by the river."
        rows={2}
        required
        defaultValue={values.step ?? ""}
      />
    </>
  );
}
