import { sayBeside } from "@/components/circles/role-words";
import { Avatar } from "@/components/ui/avatar";
import { Link } from "@/components/ui/link";
import { Name } from "@/components/ui/name";
import type { CircleView } from "@/lib/circles/queries";

/** The people of a circle for whoever looks after it, each with a way to what can be done. */
export function PeopleList({ circle }: { circle: Pick<CircleView, "id" | "people"> }) {
  return (
    <ul className="mt-4">
      {circle.people.map((person) => (
        <li key={person.alias} className="flex items-center gap-4 border-line border-t py-3 first:border-t-0">
          <Avatar alias={person.alias} muted={person.isResting} />
          <p className="min-w-0 flex-1 break-words">
            <Name className="font-medium">{person.alias}</Name>{" "}
            <span className="text-muted text-sm">{sayBeside(person)}</span>
            {person.line && <Name className="block text-muted text-sm">{person.line}</Name>}
          </p>
          {person.hasChoices && (
            <Link
              href={`/circles/${circle.id}/care/people/${person.seat}`}
              aria-label={person.isMe ? "Your role" : `${person.alias}'s role and seat`}
              className="link inline-flex min-h-11 items-center"
            >
              {person.isMe ? "Your role" : "Role and seat"}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
