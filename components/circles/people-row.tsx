"use client";
import { sayBeside } from "@/components/circles/role-words";
import { Avatar } from "@/components/ui/avatar";
import { Link } from "@/components/ui/link";
import { Name } from "@/components/ui/name";
import type { CircleView } from "@/lib/circles/queries";

/**
 * A circle's people: initials and alias, who holds the circle, who is taking a break, and each with a place of their
 * own. The browser draws them: who they are is a quarter of what drawing them takes.
 */
export function PeopleRow({ circleId, people }: { circleId: string; people: CircleView["people"] }) {
  return (
    <ul aria-label="People" className="mt-6 flex flex-wrap gap-x-2 gap-y-4 md:gap-x-3">
      {people.map((person) => (
        <li
          key={person.alias}
          className="grid w-18 content-start justify-items-center md:w-20 text-center text-sm"
        >
          <Avatar
            alias={person.alias}
            size="large"
            ring={person.role === "facilitator"}
            muted={person.isResting}
          />
          <span
            className={`wrap-anywhere mt-2 max-w-full leading-snug ${person.isResting ? "text-muted" : ""}`}
          >
            {person.isMe ? (
              <Name>{person.alias}</Name>
            ) : (
              <Link href={`/circles/${circleId}/people/${person.seat}`} className="hover:underline">
                <Name>{person.alias}</Name>
              </Link>
            )}
          </span>
          <span className="text-muted text-xs leading-snug">{sayBeside(person)}</span>
          {person.line && (
            <Name className="wrap-anywhere max-w-full text-muted text-xs leading-snug">{person.line}</Name>
          )}
        </li>
      ))}
    </ul>
  );
}
