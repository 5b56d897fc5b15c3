import { roleWords } from "@/components/circles/role-words";
import { JoinedLines } from "@/components/merges/joined-lines";
import { Avatar } from "@/components/ui/avatar";
import { Link } from "@/components/ui/link";
import { Name } from "@/components/ui/name";
import type { CircleLine } from "@/lib/circles/queries";
import type { Joined } from "@/lib/merges/joined";

/** The circles a member sits in, each with its people's initials and its next meeting. */
export function CircleList({ circles, joined }: { circles: CircleLine[]; joined: Joined[] }) {
  return (
    <ul className="mt-8 grid gap-4">
      {circles.map((circle) => (
        <li
          key={circle.id}
          className="relative gentle rounded-2xl border border-line px-5 py-5 hover:bg-card sm:px-7 sm:py-6"
        >
          <h2 className="font-serif text-xl font-medium">
            <Link href={`/circles/${circle.id}`} className="after:absolute after:inset-0 after:rounded-2xl">
              {circle.name}
            </Link>
          </h2>
          <p className="mt-1 text-muted">{circle.purpose}</p>
          <p className="mt-4 flex" aria-hidden="true">
            {circle.people.map((alias) => (
              <span key={alias} className="-mr-2 rounded-full ring-2 ring-paper">
                <Avatar alias={alias} size="small" />
              </span>
            ))}
          </p>
          <p className="mt-3 text-muted text-sm">
            <time dateTime={circle.meeting.iso}>{sayNext(circle)}</time>
            <span className="block">
              You are <Name>{circle.alias}</Name> here
              {circle.role !== "member" && `, its ${roleWords[circle.role]}`}.
            </span>
          </p>
          <div className="relative">
            <JoinedLines joined={joined.filter(({ intoId }) => intoId === circle.id)} />
          </div>
        </li>
      ))}
    </ul>
  );
}

const sayNext = ({ meeting, isMeeting, inWriting }: CircleLine) =>
  isMeeting
    ? inWriting
      ? "Meeting in writing now."
      : "Meeting now."
    : `Next meeting ${meeting.forMe?.next ?? meeting.next}.`;
