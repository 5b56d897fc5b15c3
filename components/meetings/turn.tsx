import { MeetingPress } from "@/components/meetings/meeting-press";
import { Avatar } from "@/components/ui/avatar";
import { Name } from "@/components/ui/name";
import { giveTurnOn } from "@/lib/meetings/actions";
import type { LiveMeeting } from "@/lib/meetings/meeting-there";
import { sayNames } from "@/lib/meetings/say";

/** Whose turn it is in a round and who comes after, with what they can press, or whoever holds the meeting. */
export function Turn({ meeting }: { meeting: LiveMeeting }) {
  const { turn, waiting, holder, move } = meeting.live;
  if (!turn) return <p className="mt-5 text-lg">Everybody has had their turn.</p>;
  const about = { move: String(move) };
  const canGiveOn = turn.isMe || holder?.isMe;
  const who = turn.isMe ? "I" : turn.alias;
  return (
    <div className="mt-5">
      <div className="flex items-center gap-4">
        <Avatar alias={turn.alias} size="large" ring />
        <div>
          <p role="status" className="font-medium text-lg">
            {turn.isMe ? (
              "It is your turn"
            ) : (
              <>
                It is <Name>{turn.alias}</Name>'s turn
              </>
            )}
          </p>
          {waiting.length > 0 && (
            <p className="text-muted text-sm">
              Then {sayNames(waiting.map((person) => (person.isMe ? "you" : person.alias)))}.
            </p>
          )}
        </div>
      </div>
      {canGiveOn && (
        <div className="mt-4 flex flex-wrap gap-3">
          <MeetingPress
            action={giveTurnOn}
            meeting={meeting}
            about={{ ...about, how: "spoken" }}
            says={turn.isMe ? "I have spoken" : `${who} has spoken`}
            variant="primary"
          />
          <MeetingPress
            action={giveTurnOn}
            meeting={meeting}
            about={{ ...about, how: "passed" }}
            says={turn.isMe ? "Pass" : `${who} passes`}
          />
          {!turn.isMe && (
            <MeetingPress
              action={giveTurnOn}
              meeting={meeting}
              about={{ ...about, how: "away" }}
              says="They are not here"
              variant="plain"
            />
          )}
        </div>
      )}
    </div>
  );
}
