import { ChoiceField } from "@/components/forms/choice-field";
import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { timeZoneChoices } from "@/components/forms/time-zone-choices";
import { saveSettings } from "@/lib/accounts/actions";
import type { Look } from "@/lib/look";

export function SettingsForm({
  name,
  timeZone,
  look,
  draft,
}: {
  name: string;
  timeZone: string;
  look: Look;
  draft: FormDraft;
}) {
  return (
    <Form action={saveSettings} draft={draft}>
      <TextField
        name="name"
        label="Your name in circles"
        defaultValue={name}
        autoComplete="off"
        required
        hint="An alias is best. Each circle asks again, so you can be someone else in each."
      />
      <SelectField
        name="timeZone"
        label="Time zone"
        defaultValue={timeZone}
        choices={timeZoneChoices(timeZone)}
        hint="Your days begin and end by it."
      />
      <ChoiceField
        name="theme"
        label="Theme"
        defaultValue={look.theme}
        choices={[
          { value: "system", label: "As on this device" },
          { value: "light", label: "Light" },
          { value: "dark", label: "Dark" },
        ]}
      />
      <ChoiceField
        name="textSize"
        label="Text size"
        defaultValue={look.textSize}
        choices={[
          { value: "normal", label: "Normal" },
          { value: "large", label: "Large" },
          { value: "larger", label: "Larger" },
        ]}
      />
      <ChoiceField
        name="font"
        label="Typeface"
        defaultValue={look.font}
        hint="Atkinson Hyperlegible keeps letters that look alike apart."
        choices={[
          { value: "figtree", label: "Figtree" },
          { value: "reader", label: "Atkinson Hyperlegible" },
        ]}
      />
      <SubmitButton className="self-start" pendingText="Saving">
        Save settings
      </SubmitButton>
    </Form>
  );
}
