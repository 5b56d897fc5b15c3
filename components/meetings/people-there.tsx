import { Avatar } from "@/components/ui/avatar";
import { Name } from "@/components/ui/name";
import type { LiveMeeting } from "@/lib/meetings/meeting-there";

/** Who is expected at a meeting, in the order of turns. Who is not there is not marked, but for a quiet word. */
export function PeopleThere({ meeting }: { meeting: LiveMeeting }) {
  const { people, live } = meeting;
  return (
    <ul className="grid gap-2">
      {people.map((person) => (
        <li key={person.alias} className="flex items-center gap-3">
          <Avatar alias={person.alias} size="small" muted={!person.isHere} />
          <span className={person.isHere ? "" : "text-muted"}>
            {person.isMe ? "You" : <Name>{person.alias}</Name>}
            <span className="text-muted text-sm">{beside(person, live)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function beside(
  person: LiveMeeting["people"][number],
  { holder, scribe, step }: LiveMeeting["live"],
): string {
  const said = [
    !person.isHere && "not here just now",
    isSame(person, holder) && "holding it",
    isSame(person, scribe) && "writing the notes",
    step.isRound && person.isHere && person.hadTurn && "had a turn",
    step.key === "agreements" && person.adopted && "agreed",
  ].filter(Boolean);
  return said.length > 0 ? `, ${said.join(", ")}` : "";
}

const isSame = (
  person: { alias: string; isMe: boolean },
  other: { alias: string; isMe: boolean } | null,
): boolean => other !== null && other.isMe === person.isMe && other.alias === person.alias;
