import { MeetingPress } from "@/components/meetings/meeting-press";
import { Name } from "@/components/ui/name";
import { comeToMeeting, stepMeeting } from "@/lib/meetings/actions";
import type { LiveMeeting } from "@/lib/meetings/meeting-there";

/** What whoever holds a meeting can press; the others see who holds it, and can take it. */
export function HoldsIt({ meeting }: { meeting: LiveMeeting }) {
  const { holder, move, at, isLast, steps, turn } = meeting.live;
  if (!holder?.isMe)
    return (
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2 border-line border-t pt-4">
        <p className="text-muted">
          {holder ? (
            <>
              <Name>{holder.alias}</Name> holds this meeting.
            </>
          ) : (
            "Nobody holds this meeting just now."
          )}
        </p>
        <MeetingPress
          action={comeToMeeting}
          meeting={meeting}
          about={{ as: "holder" }}
          says="I'll hold it"
          variant={holder ? "plain" : "primary"}
        />
      </div>
    );
  // As long as somebody has the turn, the turn is the one thing to do.
  const onward = turn ? "quiet" : "primary";
  const press = (to: string) => ({ action: stepMeeting, meeting, about: { move: String(move), to } });
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3 border-line border-t pt-4">
      {isLast ? (
        <MeetingPress {...press("end")} says="End the meeting" variant={onward} icon="check" />
      ) : (
        <MeetingPress
          {...press("next")}
          says={`Go on: ${steps[at + 1]?.title ?? ""}`}
          label="Next step"
          variant={onward}
        />
      )}
      <MeetingPress {...press("more")} says="One more minute" icon="plus" />
      {at > 0 && <MeetingPress {...press("back")} says="Back a step" variant="plain" />}
      {!isLast && <MeetingPress {...press("end")} says="End the meeting" variant="plain" />}
    </div>
  );
}
