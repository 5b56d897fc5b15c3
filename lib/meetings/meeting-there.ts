import "server-only";
import { sayMoment } from "@/lib/dates";
import type { MembershipRole } from "@/lib/generated/enums";
import { canShareNotes } from "@/lib/meeting-notes/rules";
import { agendaOf, hotSeats, minutesEach } from "@/lib/meetings/agenda";
import type { MeetingRow } from "@/lib/meetings/meeting-row";
import { faceOf, type PersonThere, rolesAmong } from "@/lib/meetings/people";
import { isOpen, secondsLeft } from "@/lib/meetings/rules";
import { exerciseOf } from "@/lib/meetings/scripts";
import { type Circle, type Said, type Written, whatWasWritten } from "@/lib/meetings/what-was-said";
import type { Viewer } from "@/lib/viewer";

export type CircleOfMine = Circle & { role: MembershipRole };
export type MeetingThere = ReturnType<typeof meetingThere>;
export type LiveMeeting = MeetingThere & { live: NonNullable<MeetingThere["live"]> };
export type MeetingInWriting = MeetingThere & { written: NonNullable<MeetingThere["written"]> };

/** A meeting as its members see it: who is there, where it stands, and what was said so far. */
export function meetingThere(
  viewer: Viewer,
  row: MeetingRow,
  circle: CircleOfMine,
  { people, said, written }: { people: PersonThere[]; said: Said; written: Written | null },
) {
  const me = people.find((person) => person.isMe);
  return {
    id: row.id,
    circleId: row.circleId,
    kind: row.kind,
    agenda: row.agenda,
    isOpen: isOpen(row, viewer.now),
    /** What the others' screens compare with. */
    tag: tagOf(row),
    opened: sayMoment(row.openedAt, viewer.now, viewer.timeZone),
    closes: sayMoment(row.closesAt, viewer.now, viewer.timeZone),
    amHere: me?.isHere ?? false,
    canShareNotes: canShareNotes(me, circle),
    people: people.map((person) => ({
      ...faceOf(person),
      isHere: person.isHere,
      hadTurn: person.hadTurn,
      adopted: person.adoptedAt !== null,
    })),
    live: row.kind === "live" ? whereItStands(viewer, row, people, circle) : null,
    written: written && whatWasWritten(viewer, row, { people, circle, said, written }),
    ...said,
    /** Whether the viewer took it upon them to write the notes, if only for a while. */
    iScribed: me !== undefined && me.scribedAt !== null,
  };
}

/** The steps of a meeting and the one that it is at. */
export function stepOf(row: MeetingRow) {
  const steps = agendaOf(row.agenda, row.minutes, row.people);
  const at = Math.min(row.step, steps.length - 1);
  const step = steps[at];
  if (!step) throw new RangeError("An agenda has steps.");
  return { steps, at, step };
}

function whereItStands(viewer: Viewer, row: MeetingRow, people: PersonThere[], circle: Circle) {
  const { steps, at, step } = stepOf(row);
  const { holder, scribe, waiting } = rolesAmong(people);
  const here = people.filter((person) => person.isHere).length;
  return {
    steps,
    at,
    step,
    isLast: at === steps.length - 1,
    move: row.move,
    added: row.addedMinutes,
    left: secondsLeft(row, step.minutes ?? 0, viewer.now),
    /** When that was, for a page that comes back from the browser's memory. */
    asOf: viewer.now.getTime(),
    each: step.isRound ? minutesEach(step, here) : null,
    hotSeats: step.key === "hot_seat" ? hotSeats(step, here) : null,
    exercise: step.key === "exercise" ? exerciseOf(circle, row.openedAt) : null,
    turn: step.isRound ? (waiting[0] ?? null) : null,
    waiting: step.isRound ? waiting.slice(1) : [],
    holder,
    scribe,
  };
}

/** Changes whenever there is something new to be seen. */
export const tagOf = ({ id, version }: Pick<MeetingRow, "id" | "version">): string => `${id}.${version}`;
