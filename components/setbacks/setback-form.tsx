import { FeelingPicker } from "@/components/feelings/feeling-picker";
import { DateField } from "@/components/forms/date-field";
import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { Saved } from "@/components/forms/saved";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { MoreFields } from "@/components/setbacks/more-fields";
import type { Day } from "@/lib/dates";
import type { FormAction } from "@/lib/form-state";
import type { Suggestions } from "@/lib/setbacks/queries";
import { kindWords, rememberedFields, type Start, setbackKinds } from "@/lib/setbacks/schema";

const labels = {
  company: { label: "Company", hint: "Masked in everything you share, unless you say otherwise." },
  role: { label: "Role" },
  industry: { label: "Industry" },
  stage: { label: "How far it had come", hint: "Such as: second interview." },
  source: { label: "Where you found the job", hint: "Such as: a friend, a job board." },
} as const;

/** Tells a setback, for the first time or anew. One line is enough; everything below it can be left out. */
export function SetbackForm({
  action,
  name,
  start,
  suggestions,
  latestDay,
  draft,
}: {
  action: FormAction;
  /** The field that says which setback this is, and its value. */
  name: { field: "id" | "setbackId"; id: string };
  start: Start;
  suggestions: Suggestions;
  latestDay: Day;
  draft: FormDraft;
}) {
  const first = (field: string) => start[field]?.[0] ?? "";
  const more = ["kind", ...rememberedFields];
  return (
    <Form
      action={action}
      label="Setback"
      className="mt-7 flex flex-col gap-7"
      draft={draft}
      saysSaved="among the fields"
    >
      <HiddenField name={name.field} value={name.id} />
      <TextArea
        name="happened"
        label="What happened?"
        hint="A line is enough. Nobody else can read it."
        required
        defaultValue={first("happened")}
      />
      <Saved />
      <FeelingPicker
        words={suggestions.feelings}
        chosen={start.feeling ?? []}
        own={first("ownFeeling")}
        ownStrength={first("ownStrength")}
      />
      <MoreFields
        summary="More about it, if you like"
        names={[...more, "day"]}
        quiet="day"
        open={more.some((field) => first(field) !== "")}
      >
        <SelectField
          name="kind"
          label="What kind of setback"
          defaultValue={first("kind")}
          choices={[
            { value: "", label: "Not now" },
            ...setbackKinds.map((kind) => ({ value: kind, label: kindWords[kind].choice })),
          ]}
        />
        {rememberedFields.map((field) => (
          <TextField
            key={field}
            name={field}
            {...labels[field]}
            autoComplete="off"
            suggestions={suggestions[field]}
            defaultValue={first(field)}
          />
        ))}
        <DateField name="day" label="Day" max={latestDay} defaultValue={first("day")} />
      </MoreFields>
      <SubmitButton pendingText="Saving" className="sm:self-start">
        Save setback
      </SubmitButton>
    </Form>
  );
}
