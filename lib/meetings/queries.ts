import "server-only";
import { findDescription } from "@/lib/circles/queries";
import { sayMoment } from "@/lib/dates";
import type { MembershipRole } from "@/lib/generated/enums";
import { isId } from "@/lib/ids";
import { canShareNotes } from "@/lib/meeting-notes/rules";
import { agendaOf, hotSeats, minutesEach } from "@/lib/meetings/agenda";
import { type MeetingRow, meetingRow } from "@/lib/meetings/meeting-row";
import { findNotesAmong } from "@/lib/meetings/notes-post";
import { faceOf, listPeople, type PersonThere, rolesAmong } from "@/lib/meetings/people";
import { canOpen, canTakeOpeningBack, isMeetingDay, isOpen, secondsLeft } from "@/lib/meetings/rules";
import { exerciseOf } from "@/lib/meetings/scripts";
import {
  besideWritten,
  type Circle,
  listSaid,
  nothingSaid,
  type Said,
  type Written,
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
  const ended = earlier.find(
    ({ endedAt }) => endedAt && viewer.now.getTime() - endedAt.getTime() < 7_200_000,
  );
  const meeting = open && (await meetingOpen(viewer, open, circle));
  const isUntouched = meeting?.written?.wrote.length === 0 && !meeting.people.some(({ adopted }) => adopted);
  return {
    circle,
    /** Who is offered a meeting first. While one is open, whoever holds that is what counts. */
    holder: meeting ? null : await findWhoHolds(viewer, circleId),
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

async function findWhoHolds(viewer: Viewer, circleId: string): Promise<string | null> {
  const sitting = await viewer.db.membership.findMany({
    where: { circleId, leftAt: null },
    select: { userId: true, alias: true, role: true, seat: true, joinedAt: true, pausedAt: true },
  });
  return whoHoldsCircle(sitting, (person) => person.userId === viewer.id)?.alias ?? null;
}

/** The meeting that is open, as it is taken part in: live, what people will do is read where it is said. */
async function meetingOpen(viewer: Viewer, row: MeetingRow, circle: CircleOfMine) {
  const people = await listPeople(viewer, row.circleId, row.id);
  if (row.kind === "live") {
    const { key } = stepOf(row).step;
    const said = key === "commitments" ? await listSaid(viewer, row, people, circle) : nothingSaid;
    return meetingThere(viewer, row, circle, { people, said, written: null });
  }
  const beside = await viewer.db.meeting.findFirstOrThrow({
    where: { circleId: row.circleId, id: row.id },
    select: besideWritten(viewer, circle),
    relationLoadStrategy: "join",
  });
  const said = await listSaid(viewer, row, people, circle);
  return meetingThere(viewer, row, circle, { people, said, written: beside });
}

/** One meeting of a circle, open or over; null where the viewer does not sit there, or there is no such meeting. */
export async function findMeeting(viewer: Viewer, circleId: string, meetingId: string) {
  if (!isId(meetingId)) return null;
  const circle = await findDescription(viewer, circleId);
  if (!circle) return null;
  const { writtenTurns, circle: mine } = besideWritten(viewer, circle);
  const row = await viewer.db.meeting.findFirst({
    where: { circleId, id: meetingId },
    select: {
      ...meetingRow,
      writtenTurns,
      circle: { select: { ...mine.select, memberships: { select: { userId: true } } } },
      attendances: { where: { cameAt: { not: null } }, select: { memberId: true } },
    },
    relationLoadStrategy: "join",
  });
  if (!row) return null;
  const people = await listPeople(viewer, circleId, meetingId);
  const said = await listSaid(viewer, row, people, circle);
  const written = row.kind === "writing" ? row : null;
  return {
    circle,
    meeting: {
      ...meetingThere(viewer, row, circle, { people, said, written }),
      /** They did something there, so they were there. */
      came: people
        .filter(
          ({ id, alias }) =>
            row.attendances.some(({ memberId }) => memberId === id) ||
            said.commitments.some((one) => one.alias === alias),
        )
        .map(faceOf),
      notes: await findNotesAmong(viewer, row, row.circle.memberships),
    },
  };
}

type CircleOfMine = Circle & { role: MembershipRole };
export type MeetingThere = ReturnType<typeof meetingThere>;
export type LiveMeeting = MeetingThere & { live: NonNullable<MeetingThere["live"]> };
export type MeetingInWriting = MeetingThere & { written: NonNullable<MeetingThere["written"]> };
/** With who came to it and its notes. */
export type WholeMeeting = NonNullable<Awaited<ReturnType<typeof findMeeting>>>["meeting"];

function meetingThere(
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
function stepOf(row: MeetingRow) {
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
