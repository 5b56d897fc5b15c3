import "server-only";
import { weekNow, weekSaidFor } from "@/lib/check-ins/week";
import { addDays, columnOf, dayOf, sayMoment } from "@/lib/dates";
import type { MeetingStep } from "@/lib/generated/enums";
import { agendaOf } from "@/lib/meetings/agenda";
import type { MeetingRow } from "@/lib/meetings/meeting-row";
import { findNotesPost } from "@/lib/meetings/notes-post";
import { faceOf, type PersonThere } from "@/lib/meetings/people";
import { exerciseOf } from "@/lib/meetings/scripts";
import { turnThing } from "@/lib/reports/thing-id";
import type { Viewer } from "@/lib/viewer";

/** By what a circle's weeks are reckoned. */
export type Circle = Parameters<typeof exerciseOf>[0];

/** What each step of a meeting in writing holds, as far as the viewer may read it, in the order of turns. */
export async function whatWasWritten(
  viewer: Viewer,
  row: MeetingRow,
  people: PersonThere[],
  circle: Circle,
  said: Said,
) {
  const turns = await viewer.db.writtenTurn.findMany({
    where: { circleId: row.circleId, meetingId: row.id },
    select: { step: true, authorId: true, body: true, createdAt: true, editedAt: true },
  });
  const exercise = exerciseOf(circle, row.openedAt);
  const of = (step: MeetingStep) =>
    people.flatMap((person) => {
      const turn = turns.find((one) => one.step === step && one.authorId === person.id);
      if (!turn) return [];
      return [
        {
          ...faceOf(person),
          body: turn.body,
          reportAs: turnThing(row.circleId, turn.authorId, row.id, step),
          isEdited: turn.editedAt !== null,
          said: sayMoment(turn.createdAt, viewer.now, viewer.timeZone),
        },
      ];
    });
  const week = weekNow(circle, viewer.now);
  const checkIn = await viewer.db.checkIn.findFirst({
    where: {
      circleId: row.circleId,
      authorId: viewer.id,
      week: { gte: columnOf(week.first), lte: columnOf(week.last) },
    },
    select: { line: true },
  });
  const wrote = people.filter(
    (person) =>
      turns.some((turn) => turn.authorId === person.id) || said.some(({ alias }) => alias === person.alias),
  );
  return {
    /** Whether the viewer has checked in for the week that goes on; then the check-in here is not asked for a word. */
    hasCheckedIn: checkIn !== null,
    steps: agendaOf(row.agenda, null, row.people).map(({ key, title }) => {
      const words = of(key);
      return {
        key,
        title,
        exercise: key === "exercise" ? exercise : null,
        words,
        mine: words.find((turn) => turn.isMe)?.body ?? null,
      };
    }),
    wrote: wrote.map(faceOf),
  };
}

const around = (moment: Date, days: number): Date => columnOf(addDays(dayOf(moment), days));

/** What people said during a meeting that they will do, in the order of turns. */
export async function listSaid(viewer: Viewer, row: MeetingRow, people: PersonThere[]) {
  const said = await viewer.db.commitment.findMany({
    where: {
      circleId: row.circleId,
      // What is said is for a week around the meeting, and weeks are what is looked up.
      week: { gte: around(row.openedAt, -7), lte: around(row.closesAt, 7) },
      createdAt: { gte: row.openedAt, lte: row.endedAt ?? row.closesAt },
    },
    select: { id: true, authorId: true, words: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return people.flatMap((person) =>
    said
      .filter(({ authorId }) => authorId === person.id)
      .map(({ id, words }) => ({ id, words, ...faceOf(person) })),
  );
}

export type Said = Awaited<ReturnType<typeof listSaid>>;

/** What the viewer said elsewhere that they will do in the week for which a meeting's commitments are: three in all. */
export async function listMineBeside(viewer: Viewer, row: MeetingRow, circle: Circle, said: Said) {
  const week = weekSaidFor(circle, viewer.now, row.openedAt);
  return viewer.db.commitment.findMany({
    where: {
      circleId: row.circleId,
      authorId: viewer.id,
      week: { gte: columnOf(week.first), lte: columnOf(week.last) },
      id: { notIn: said.map(({ id }) => id) },
    },
    select: { id: true, words: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/** Who came to a meeting, of those whom the viewer sees. */
export async function listCame(viewer: Viewer, { circleId, id: meetingId }: MeetingRow): Promise<string[]> {
  const came = await viewer.db.attendance.findMany({
    where: { circleId, meetingId, cameAt: { not: null } },
    select: { memberId: true },
  });
  return came.map(({ memberId }) => memberId);
}

/** The notes of a meeting, where they were shared and the viewer may read them. */
export async function findNotes(viewer: Viewer, { circleId, id }: Pick<MeetingRow, "circleId" | "id">) {
  const post = await findNotesPost(viewer, { circleId, id });
  return post && { id: post.id, body: post.body, alias: post.author?.alias ?? null };
}
