import "server-only";
import { findDescription } from "@/lib/circles/queries";
import { sayMoment } from "@/lib/dates";
import type { MembershipRole } from "@/lib/generated/enums";
import { isId } from "@/lib/ids";
import { canShareNotes } from "@/lib/meeting-notes/rules";
import { agendaOf, hotSeats, minutesEach } from "@/lib/meetings/agenda";
import { type MeetingRow, meetingRow } from "@/lib/meetings/meeting-row";
import { faceOf, listPeople, type PersonThere, rolesAmong } from "@/lib/meetings/people";
import { canOpen, canTakeOpeningBack, isMeetingDay, isOpen, secondsLeft } from "@/lib/meetings/rules";
import { exerciseOf } from "@/lib/meetings/scripts";
import {
  type Circle,
  findNotes,
  listCame,
  listMineBeside,
  listSaid,
  whatWasWritten,
} from "@/lib/meetings/what-was-said";
import { whoHoldsCircle } from "@/lib/memberships/rules";
import type { Viewer } from "@/lib/viewer";

const EARLIER_MEETINGS = 12;

const byClock = (viewer: Viewer) => ({ endedAt: null, closesAt: { gt: viewer.now } });

/** The place where a circle meets: the meeting that is open, or what opens one, and those before. */
export async function findMeetingPlace(viewer: Viewer, circleId: string) {
  const circle = await findDescription(viewer, circleId);
  if (!circle) return null;
  // Nobody opens one while another is open, so that it is the newest.
  const rows = await viewer.db.meeting.findMany({
    where: { circleId },
    select: meetingRow,
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    take: EARLIER_MEETINGS + 1,
  });
  const open = rows.find((row) => isOpen(row, viewer.now));
  const earlier = rows.filter((row) => row !== open).slice(0, EARLIER_MEETINGS);
  const sitting = await viewer.db.membership.findMany({
    where: { circleId, leftAt: null },
    select: { userId: true, alias: true, role: true, seat: true, joinedAt: true, pausedAt: true },
  });
  const holder = whoHoldsCircle(sitting, (person) => person.userId === viewer.id);
  const ended = earlier.find(
    ({ endedAt }) => endedAt && viewer.now.getTime() - endedAt.getTime() < 7_200_000,
  );
  const meeting = open && (await meetingThere(viewer, open, circle));
  const isUntouched = meeting?.written?.wrote.length === 0 && !meeting.people.some(({ adopted }) => adopted);
  return {
    circle,
    holder: holder?.alias ?? null,
    meeting: meeting ?? null,
    /** Nobody has written in it yet, and the viewer may take back that it was opened. */
    canTakeOpeningBack:
      open !== undefined && isUntouched && canTakeOpeningBack(viewer, { role: circle.role, circle }, open),
    /** The one that ended in the last two hours: who was in it is told so. */
    justEnded: ended ? { id: ended.id, kind: ended.kind, agenda: ended.agenda } : null,
    earlier: earlier.map(({ id, kind, agenda, openedAt }) => ({
      ...{ id, kind, agenda },
      opened: sayMoment(openedAt, viewer.now, viewer.timeZone),
    })),
    isDay: isMeetingDay(circle, viewer.now),
    canOpen: canOpen(circle, circle, viewer.now),
  };
}

export type MeetingPlace = NonNullable<Awaited<ReturnType<typeof findMeetingPlace>>>;
export type CircleThere = MeetingPlace["circle"];

/** One meeting of a circle, open or over; null where the viewer does not sit there, or there is no such meeting. */
export async function findMeeting(viewer: Viewer, circleId: string, meetingId: string) {
  if (!isId(meetingId)) return null;
  const circle = await findDescription(viewer, circleId);
  if (!circle) return null;
  const row = await viewer.db.meeting.findFirst({ where: { circleId, id: meetingId }, select: meetingRow });
  return row && { circle, meeting: await meetingThere(viewer, row, circle) };
}

export type MeetingThere = Awaited<ReturnType<typeof meetingThere>>;
export type LiveMeeting = MeetingThere & { live: NonNullable<MeetingThere["live"]> };
export type MeetingInWriting = MeetingThere & { written: NonNullable<MeetingThere["written"]> };

async function meetingThere(viewer: Viewer, row: MeetingRow, seat: Circle & { role: MembershipRole }) {
  const people = await listPeople(viewer, row.circleId, row.id);
  const me = people.find((person) => person.isMe);
  const open = isOpen(row, viewer.now);
  const roles = rolesAmong(people);
  const said = await listSaid(viewer, row, people);
  const came = await listCame(viewer, row);
  return {
    id: row.id,
    circleId: row.circleId,
    kind: row.kind,
    agenda: row.agenda,
    isOpen: open,
    /** What the others' screens compare with. */
    tag: tagOf(row),
    opened: sayMoment(row.openedAt, viewer.now, viewer.timeZone),
    closes: sayMoment(row.closesAt, viewer.now, viewer.timeZone),
    amHere: me?.isHere ?? false,
    canShareNotes: canShareNotes(me, seat),
    people: people.map((person) => ({
      ...faceOf(person),
      isHere: person.isHere,
      hadTurn: person.hadTurn,
      /** They did something there, so they were there. */
      came: came.includes(person.id) || said.some(({ alias }) => alias === person.alias),
      adopted: person.adoptedAt !== null,
    })),
    live: row.kind === "live" ? whereItStands(viewer, row, people, roles, seat) : null,
    written: row.kind === "writing" ? await whatWasWritten(viewer, row, people, seat, said) : null,
    notes: await findNotes(viewer, row),
    commitments: said,
    mineBeside: await listMineBeside(viewer, row, seat, said),
    /** Whether the viewer took it upon them to write the notes, if only for a while. */
    iScribed: me !== undefined && me.scribedAt !== null,
  };
}

function whereItStands(
  viewer: Viewer,
  row: MeetingRow,
  people: PersonThere[],
  { holder, scribe, waiting }: ReturnType<typeof rolesAmong>,
  circle: Circle,
) {
  const steps = agendaOf(row.agenda, row.minutes, row.people);
  const at = Math.min(row.step, steps.length - 1);
  const step = steps[at];
  if (!step) throw new RangeError("An agenda has steps.");
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

const tagOf = ({ id, version }: Pick<MeetingRow, "id" | "version">): string => `${id}.${version}`;

/**
 * What changes whenever there is something new to be seen of the meeting that is open in a circle. One row, since each
 * screen asks for it each second while they meet. Null for whoever does not sit there now.
 */
export async function findMeetingTag(viewer: Viewer, circleId: string): Promise<string | null> {
  if (!isId(circleId)) return null;
  const seat = await viewer.db.membership.findFirst({
    where: { circleId, userId: viewer.id, leftAt: null },
    select: {
      circle: {
        select: { meetings: { where: byClock(viewer), select: { id: true, version: true }, take: 1 } },
      },
    },
    relationLoadStrategy: "join",
  });
  if (!seat) return null;
  const [open] = seat.circle.meetings;
  return open ? tagOf(open) : "none";
}
