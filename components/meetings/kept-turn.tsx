import { MeetingPress } from "@/components/meetings/meeting-press";
import { WriteTurn, type WrittenStep } from "@/components/meetings/write-turn";
import { Fold } from "@/components/ui/fold";
import type { Draft } from "@/lib/drafts/queries";
import type { MeetingInWriting } from "@/lib/meetings/meeting-there";
import { takeTurnBack } from "@/lib/written-turns/actions";

/** Under one's own words: a way to change them while the meeting is open, and to take them back at any time. */
export function KeptTurn({
  meeting,
  step,
  draft,
}: {
  meeting: MeetingInWriting;
  step: WrittenStep;
  draft: Draft | undefined;
}) {
  return (
    <div className="flex flex-wrap items-start gap-x-3">
      {meeting.isOpen && (
        <Fold summary="Change what I wrote" look="button" open={draft !== undefined}>
          <WriteTurn meeting={meeting} step={step} draft={draft} />
        </Fold>
      )}
      <MeetingPress
        action={takeTurnBack}
        meeting={meeting}
        about={{ step: step.key }}
        says="Take it back"
        label={`Take back what I wrote: ${step.title}`}
        variant="plain"
      />
    </div>
  );
}
