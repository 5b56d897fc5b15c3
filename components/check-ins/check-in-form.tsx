import { EarlierFields } from "@/components/check-ins/earlier-fields";
import { PlaceFields } from "@/components/check-ins/place-fields";
import { KeptWords } from "@/components/drafts/kept-words";
import { ChoiceField } from "@/components/forms/choice-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { SectionHeading } from "@/components/ui/section";
import { checkIn } from "@/lib/check-ins/actions";
import type { OwnWeek } from "@/lib/check-ins/queries";
import { checkInDraftKey } from "@/lib/check-ins/schema";
import { sayWord, weekWords } from "@/lib/check-ins/words";
import { sayDay } from "@/lib/dates";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import { needs, needWords } from "@/lib/posts/needs";

type Props = { own: OwnWeek; freshIds: string[]; draft: Kept | null };

/** One page to fill in and one press: what came of last week, how it went, what one needs, what one will do. */
export function CheckInForm({ own, freshIds, draft }: Props) {
  const { circle, checkIn: said, commitments, earlier, days, goals } = own;
  const key = checkInDraftKey(circle.id);
  const places = freshIds.map((id, index) => commitments[index] ?? { id, words: null, byDay: null });
  return (
    <>
      {draft && <KeptWords draftKey={key} />}
      <Form
        action={checkIn}
        label="Check in"
        className="mt-8 grid max-w-2xl gap-11"
        draft={{ key, action: saveDraft, ...draft }}
      >
        <HiddenField name="circleId" value={circle.id} />
        {earlier && (
          <section className="grid gap-4">
            <SectionHeading>
              {earlier.isLast
                ? "What you said last week"
                : `What you said on ${sayDay(earlier.week.first, own.week.first)}`}
            </SectionHeading>
            <EarlierFields commitments={earlier.commitments} />
          </section>
        )}
        <section className="grid gap-6">
          <SectionHeading>How it went</SectionHeading>
          <ChoiceField
            name="word"
            label="Your week in a word"
            choices={weekWords.map((value) => ({ value, label: sayWord[value].chosen }))}
            defaultValue={said?.word}
            required
          />
          <TextField
            name="line"
            label="A line about it, if you like"
            hint="Your circle reads it as you write it: leave out the names of employers."
            defaultValue={said?.line}
            autoComplete="off"
          />
          <ChoiceField
            name="need"
            label="What I need"
            choices={needs.map((value) => ({ value, label: needWords[value].asked }))}
            defaultValue={said?.need ?? "listen"}
          />
        </section>
        <section className="grid gap-5">
          <div>
            <SectionHeading>For this week</SectionHeading>
            <p className="mt-2 max-w-words text-muted text-sm">
              Up to three things, or none. It helps to say how many, whom, or by when: “Write to two people
              from the fair by Thursday.”{" "}
              {goals.length > 0 && "Your goals are offered as you type, and stay yours until you choose one."}
            </p>
          </div>
          <PlaceFields places={places} days={days} goals={goals} />
        </section>
        <SubmitButton className="justify-self-start" pendingText="Checking in">
          {said ? "Save the changes" : "Check in"}
        </SubmitButton>
      </Form>
    </>
  );
}
