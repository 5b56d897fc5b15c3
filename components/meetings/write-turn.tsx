import { ChoiceField } from "@/components/forms/choice-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { draftOf } from "@/components/posts/draft-of";
import { sayWord, weekWords } from "@/lib/check-ins/words";
import type { Draft } from "@/lib/drafts/queries";
import type { MeetingInWriting } from "@/lib/meetings/meeting-there";
import { writtenAsks } from "@/lib/meetings/scripts";
import { needs, needWords } from "@/lib/posts/needs";
import { writeTurn } from "@/lib/written-turns/actions";
import { turnDraftKey } from "@/lib/written-turns/schema";

export type WrittenStep = MeetingInWriting["written"]["steps"][number];

/** The place for one's words in a step of a meeting in writing, empty or to be changed. */
export function WriteTurn({
  meeting,
  step,
  draft,
}: {
  meeting: MeetingInWriting;
  step: WrittenStep;
  draft: Draft | undefined;
}) {
  const { asks, hint } = writtenAsks[step.key];
  return (
    <Form
      action={writeTurn}
      label={step.title}
      draft={draftOf(turnDraftKey(step.key, meeting.id), draft)}
      opens={step.mine ?? ""}
      className="flex max-w-words flex-col gap-3 [&>button]:self-start"
    >
      <HiddenField name="circleId" value={meeting.circleId} />
      <HiddenField name="meetingId" value={meeting.id} />
      <HiddenField name="step" value={step.key} />
      {step.key === "check_in" && !meeting.written.hasCheckedIn && (
        <ChoiceField
          name="word"
          label="Your week in a word"
          choices={weekWords.map((value) => ({ value, label: sayWord[value].chosen }))}
          required
        />
      )}
      <TextArea name="body" label={asks} hint={hint} size="reply" defaultValue={step.mine} />
      {step.key === "check_in" && !meeting.written.hasCheckedIn && (
        <ChoiceField
          name="need"
          label="What I need"
          choices={needs.map((value) => ({ value, label: needWords[value].asked }))}
          defaultValue="listen"
        />
      )}
      <SubmitButton variant="quiet" pendingText="Writing">
        {step.mine === null ? "Say it to my circle" : "Save the change"}
      </SubmitButton>
    </Form>
  );
}
