import { ChoiceField } from "@/components/forms/choice-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { MeetingPress } from "@/components/meetings/meeting-press";
import { Fold } from "@/components/ui/fold";
import { takeOpeningBack } from "@/lib/meetings/actions";
import { lengths } from "@/lib/meetings/agenda";

/** While nobody has written in a meeting: a live one in its place, or none at all. */
export function OpenedByMistake({
  meeting,
  newId,
  open,
}: {
  meeting: { id: string; circleId: string };
  newId: string;
  open: boolean;
}) {
  return (
    <div className="mb-5">
      <Fold summary="Meet live instead, or close it again" open={open}>
        <p className="text-muted">Nobody has written here yet, so nothing is lost by it.</p>
        <Form
          action={takeOpeningBack}
          label="Meet live instead"
          className="mt-4 flex flex-col gap-4 [&>button]:self-start"
        >
          <HiddenField name="id" value={newId} />
          <HiddenField name="circleId" value={meeting.circleId} />
          <HiddenField name="meetingId" value={meeting.id} />
          <HiddenField name="instead" value="live" />
          <ChoiceField
            name="minutes"
            label="How long?"
            defaultValue="60"
            choices={lengths.map((length) => ({ value: String(length), label: `${length} minutes` }))}
          />
          <SubmitButton icon="play" variant="quiet" pendingText="Opening it">
            Meet live instead
          </SubmitButton>
        </Form>
        <div className="mt-3 flex">
          <MeetingPress
            action={takeOpeningBack}
            meeting={meeting}
            about={{ id: newId, instead: "nothing" }}
            says="Close it again"
            variant="plain"
          />
        </div>
      </Fold>
    </div>
  );
}
