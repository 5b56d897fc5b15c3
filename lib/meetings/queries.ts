import "server-only";
import { findDescription } from "@/lib/circles/queries";
import { sayMoment } from "@/lib/dates";
import { isId } from "@/lib/ids";
import { type MeetingRow, meetingRow } from "@/lib/meetings/meeting-row";
import { type CircleOfMine, meetingThere, stepOf, tagOf } from "@/lib/meetings/meeting-there";
import { findNotesAmong } from "@/lib/meetings/notes-post";
import { faceOf, listPeople } from "@/lib/meetings/people";
import { canOpen, canTakeOpeningBack, isMeetingDay, isOpen } from "@/lib/meetings/rules";
import { besideWritten, listSaid, nothingSaid } from "@/lib/meetings/what-was-said";
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

/** With who came to it and its notes. */
export type WholeMeeting = NonNullable<Awaited<ReturnType<typeof findMeeting>>>["meeting"];

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
