import { ChoiceField } from "@/components/forms/choice-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { timeZoneChoices } from "@/components/forms/time-zone-choices";
import { LANGUAGES } from "@/lib/circles/languages";
import { sayWeekday } from "@/lib/dates";
import type { Pace } from "@/lib/generated/enums";
import { paces, paceWords } from "@/lib/matching/words";

export type Described = {
  name: string;
  purpose: string;
  language: string;
  timeZone: string;
  meetingDay: number;
  meetingTime: string;
  pace: Pace;
  secondMeetingDay: number | null;
  secondMeetingTime: string | null;
  videoLink: string | null;
};

/** What describes a circle: the same fields when it is opened and later. */
export function CircleFields({ circle }: { circle: Described }) {
  return (
    <>
      <TextField
        name="name"
        label="Name of the circle"
        defaultValue={circle.name}
        required
        autoComplete="off"
      />
      <TextField
        name="purpose"
        label="Who it is for"
        hint="A line, such as: people between jobs in logistics."
        defaultValue={circle.purpose}
        required
        autoComplete="off"
      />
      <TextField
        name="language"
        label="Language"
        hint="The one you will speak and write in."
        defaultValue={circle.language}
        suggestions={[...LANGUAGES]}
        required
        autoComplete="off"
      />
      <div className="grid gap-x-5 gap-y-6 sm:grid-cols-2">
        <SelectField
          name="meetingDay"
          label="Day you meet"
          defaultValue={String(circle.meetingDay)}
          choices={days}
        />
        <TextField
          name="meetingTime"
          label="Time"
          type="time"
          defaultValue={circle.meetingTime}
          required
          autoComplete="off"
        />
      </div>
      <SecondMeeting circle={circle} />
      <SelectField
        name="timeZone"
        label="Time zone"
        hint="Everyone sees the meeting by their own clock too."
        defaultValue={circle.timeZone}
        choices={timeZoneChoices(circle.timeZone)}
      />
      <TextField
        name="videoLink"
        label="Link for video calls (optional)"
        hint="Only the people of this circle see it. You can add it later, or meet in writing."
        type="url"
        inputMode="url"
        defaultValue={circle.videoLink ?? ""}
        autoComplete="off"
      />
    </>
  );
}

const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: sayWeekday(day) }));

/** How often a circle meets. Its second day and time are in the form either way, and in view for those who meet twice. */
const SecondMeeting = ({ circle }: { circle: Described }) => (
  <div className="group/pace flex flex-col gap-6">
    <ChoiceField
      name="pace"
      label="How often you meet"
      hint="Check-ins and commitments stay weekly either way."
      required
      defaultValue={circle.pace}
      choices={paces.map((pace) => ({ value: pace, label: paceWords[pace] }))}
    />
    <div className="hidden items-end gap-x-5 gap-y-6 group-has-[[value=twice]:checked]/pace:grid sm:grid-cols-2">
      <SelectField
        name="secondMeetingDay"
        label="Second day"
        hint="Two days or more after the first leave room for a meeting in writing."
        defaultValue={circle.secondMeetingDay === null ? "" : String(circle.secondMeetingDay)}
        choices={[{ value: "", label: "We choose it later" }, ...days]}
      />
      <TextField
        name="secondMeetingTime"
        label="Time on the second day"
        hint="Left empty, it is the time of the first."
        type="time"
        defaultValue={circle.secondMeetingTime}
        autoComplete="off"
      />
    </div>
  </div>
);
