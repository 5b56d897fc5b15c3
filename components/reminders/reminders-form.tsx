import { CheckField } from "@/components/forms/check-field";
import { Form } from "@/components/forms/form";
import { type Choice, SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { chooseReminders } from "@/lib/reminders/actions";
import type { ReminderChoices } from "@/lib/reminders/queries";

const hours: Choice[] = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));
const hoursOrNone: Choice[] = [{ value: "", label: "No mail" }, ...hours.map(atHour)];

function atHour({ value, label }: Choice): Choice {
  return { value, label: `At ${label}` };
}

const mails = [
  {
    name: "eveningHour",
    label: "Evening check",
    hint: "Asks whether something of today is worth a line. The same every evening, whatever the day was like.",
  },
  {
    name: "digestHour",
    label: "Digest of your week, on Sunday",
    hint: "What you noted, in numbers: effort, days and wins. Nothing of setbacks.",
  },
  {
    name: "followUpHour",
    label: "What has come due",
    hint: "A letter whose day for a reminder has come, the last day of something you try, or the finish line of a step of something you learn. It stands under “Waiting for you” then, too. Once for each, and not on a day on which you wrote a setback down.",
  },
] as const;

const shown = (hour: number | null): string => (hour === null ? "" : String(hour));

/** Which mails the viewer wants, at which hour on their clocks, and when none may come. */
export function RemindersForm({ chosen, timeZone }: { chosen: ReminderChoices; timeZone: string }) {
  return (
    <Form action={chooseReminders}>
      {mails.map(({ name, ...said }) => (
        <SelectField
          key={name}
          name={name}
          choices={hoursOrNone}
          defaultValue={shown(chosen[name])}
          {...said}
        />
      ))}
      <SelectField
        name="quietFrom"
        label="No mail from"
        choices={hours}
        defaultValue={shown(chosen.quietFrom)}
      />
      <SelectField
        name="quietUntil"
        label="Until"
        hint={`For all mails on this page, by the clocks of ${timeZone}. The same hour twice: at any hour.`}
        choices={hours}
        defaultValue={shown(chosen.quietUntil)}
      />
      <CheckField
        name="paused"
        label="Send none of the mails on this page for now"
        hint="Your choices stay as they are."
        defaultChecked={chosen.isPaused}
      />
      <SubmitButton className="self-start" pendingText="Saving">
        Save
      </SubmitButton>
    </Form>
  );
}
