import { AliasField } from "@/components/circles/alias-field";
import { KeptWords } from "@/components/drafts/kept-words";
import { CheckField } from "@/components/forms/check-field";
import { ChoiceField } from "@/components/forms/choice-field";
import { Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { timeZoneChoices } from "@/components/forms/time-zone-choices";
import { HoursField } from "@/components/matching/hours-field";
import { Fold } from "@/components/ui/fold";
import { LANGUAGES } from "@/lib/circles/languages";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import { lookForCircle } from "@/lib/matching/actions";
import type { WaitView } from "@/lib/matching/queries";
import { fields, fieldWords, levels, levelWords, paces, paceWords } from "@/lib/matching/words";
import { needs, needWords } from "@/lib/posts/needs";

/** What a circle is found by. Each thing that is asked decides something, and says what. */
export function LookForm({
  wait,
  name,
  timeZone,
  draft,
}: {
  wait: WaitView | null;
  name: string;
  timeZone: string;
  draft: Kept | null;
}) {
  const zone = wait?.timeZone ?? timeZone;
  return (
    <>
      {draft && <KeptWords draftKey="find-circle" />}
      <Form
        action={lookForCircle}
        label="Find me a circle"
        className="mt-8 flex max-w-words flex-col gap-8"
        draft={{ key: "find-circle", action: saveDraft, ...draft }}
      >
        <HoursField defaultValue={wait?.hours ?? []} />
        <SelectField
          name="timeZone"
          label="Your time zone"
          defaultValue={zone}
          choices={timeZoneChoices(zone)}
        />
        <ChoiceField
          name="languages"
          label="Languages you would like to speak there"
          hint="Up to five. Your circle speaks one of them."
          several
          defaultValue={wait?.languages ?? ["English"]}
          choices={LANGUAGES.map((language) => ({ value: language, label: language }))}
        />
        <ChoiceField
          name="pace"
          label="How often"
          hint="For twice a week, tick parts of two days that are at least two days apart."
          required
          defaultValue={wait?.pace ?? "weekly"}
          choices={paces.map((pace) => ({ value: pace, label: paceWords[pace] }))}
        />
        <ChoiceField
          name="level"
          label="Where you are in your work"
          hint="People at the beginning and people with many years are not put together."
          required
          defaultValue={wait?.level ?? null}
          choices={levels.map((level) => ({ value: level, label: levelWords[level] }))}
        />
        <SelectField
          name="field"
          label="Field in which you look (optional)"
          hint="Circles of mixed fields see more, so different ones are preferred."
          defaultValue={wait?.field ?? ""}
          choices={[
            { value: "", label: "I would rather not say" },
            ...fields.map((field) => ({ value: field, label: fieldWords[field] })),
          ]}
        />
        <ChoiceField
          name="need"
          label="What you need most"
          required
          defaultValue={wait?.need ?? null}
          choices={needs.map((need) => ({ value: need, label: needWords[need].asked }))}
        />
        <AliasField
          hint="An alias is best. You can still change it when you say yes."
          defaultValue={wait?.alias ?? name}
        />
        <CheckField
          name="canHold"
          label="I would hold the circle at first"
          hint="Welcome people, open the meeting, keep an eye on the time. There is a script, and the role goes round."
          defaultChecked={wait?.canHold ?? false}
        />
        <Fold summary="Keep me apart from people of an employer (optional)" open={wait?.hasEmployer ?? false}>
          <div className="flex flex-col gap-4">
            <TextField
              name="employer"
              label="Employer"
              hint={
                wait?.hasEmployer
                  ? "One is kept. Leave this empty to keep it so, or name another."
                  : "Onward puts you together with nobody who names the same one; who sits in a circle that you choose yourself it does not tell. The name is not kept, only a mark that nobody can read; nobody is told."
              }
              autoComplete="off"
            />
            {wait?.hasEmployer && <CheckField name="forgetEmployer" label="Forget the one that is kept" />}
          </div>
        </Fold>
        <SubmitButton className="md:self-start" pendingText="One moment">
          {wait?.isLooking ? "Keep this" : "Find me a circle"}
        </SubmitButton>
      </Form>
    </>
  );
}
