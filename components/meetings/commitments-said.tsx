import { Name } from "@/components/ui/name";
import type { MeetingThere } from "@/lib/meetings/meeting-there";

/** What people said that they will do. */
export function CommitmentsSaid({ said }: { said: MeetingThere["commitments"] }) {
  if (said.length === 0) return null;
  return (
    <ul aria-label="Commitments" className="grid gap-2">
      {said.map(({ id, alias, isMe, words }) => (
        <li key={id}>
          <span className="font-medium">{isMe ? "You" : <Name>{alias}</Name>}</span>
          <span className="text-muted">: </span>
          <bdi className="font-serif text-lg">{words}</bdi>
        </li>
      ))}
    </ul>
  );
}
