import "server-only";
import { weekNow, weekSaidFor } from "@/lib/check-ins/week";
import { addDays, columnOf, dayOf, sayMoment } from "@/lib/dates";
import type { Prisma } from "@/lib/generated/client";
import type { MeetingStep } from "@/lib/generated/enums";
import { agendaOf } from "@/lib/meetings/agenda";
import type { MeetingRow } from "@/lib/meetings/meeting-row";
import { faceOf, type PersonThere } from "@/lib/meetings/people";
import { isOpen } from "@/lib/meetings/rules";
import { exerciseOf } from "@/lib/meetings/scripts";
import { turnThing } from "@/lib/reports/thing-id";
import type { Viewer } from "@/lib/viewer";

/** By what a circle's weeks are reckoned. */
export type Circle = Parameters<typeof exerciseOf>[0];

/**
 * What is read along with the row of a meeting in writing: the words of its steps, as far as the viewer may read them,
 * and whether the viewer has checked in for the week that goes on.
 */
export function besideWritten(viewer: Viewer, circle: Circle) {
  const week = weekNow(circle, viewer.now);
  return {
    writtenTurns: { select: { step: true, authorId: true, body: true, createdAt: true, editedAt: true } },
    circle: {
      select: {
        checkIns: {
          where: { authorId: viewer.id, week: { gte: columnOf(week.first), lte: columnOf(week.last) } },
          select: { week: true },
          take: 1,
        },
      },
    },
  } satisfies Prisma.MeetingSelect;
}

export type Written = Prisma.MeetingGetPayload<{ select: ReturnType<typeof besideWritten> }>;

/** What each step of a meeting in writing holds, in the order of turns. */
export function whatWasWritten(
  viewer: Viewer,
  row: MeetingRow,
  { people, circle, said, written }: { people: PersonThere[]; circle: Circle; said: Said; written: Written },
) {
  const turns = written.writtenTurns;
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
  const wrote = people.filter(
    (person) =>
      turns.some((turn) => turn.authorId === person.id) ||
      said.commitments.some(({ alias }) => alias === person.alias),
  );
  return {
    /** Whether the viewer has checked in for the week that goes on; then the check-in here is not asked for a word. */
    hasCheckedIn: written.circle.checkIns.length > 0,
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

/**
 * What people said during a meeting that they will do, in the order of turns; and while it is open, what the viewer said
 * elsewhere that they will do in the week for which this meeting's are: three in all. One statement.
 */
export async function listSaid(viewer: Viewer, row: MeetingRow, people: PersonThere[], circle: Circle) {
  // What is said is for a week around the meeting, and weeks are what is looked up.
  const about = { gte: around(row.openedAt, -7), lte: around(row.closesAt, 7) };
  const during = { gte: row.openedAt, lte: row.endedAt ?? row.closesAt };
  const week = isOpen(row, viewer.now) ? weekSaidFor(circle, viewer.now, row.openedAt) : null;
  const mine = week && { gte: columnOf(week.first), lte: columnOf(week.last) };
  const rows = await viewer.db.commitment.findMany({
    where: {
      circleId: row.circleId,
      week: mine ? { gte: earlier(about.gte, mine.gte), lte: later(about.lte, mine.lte) } : about,
      OR: [{ week: about, createdAt: during }, ...(mine ? [{ week: mine, authorId: viewer.id }] : [])],
    },
    select: { id: true, authorId: true, words: true, week: true, createdAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const said = rows.filter(({ week, createdAt }) => isWithin(about, week) && isWithin(during, createdAt));
  const commitments = people.flatMap((person) =>
    said
      .filter(({ authorId }) => authorId === person.id)
      .map(({ id, words }) => ({ id, words, ...faceOf(person) })),
  );
  const mineBeside = rows
    .filter(({ authorId, week }) => mine && authorId === viewer.id && isWithin(mine, week))
    .filter((own) => !commitments.some(({ id }) => id === own.id))
    .map(({ id, words }) => ({ id, words }));
  return { commitments, mineBeside };
}

export type Said = Awaited<ReturnType<typeof listSaid>>;
export const nothingSaid: Said = { commitments: [], mineBeside: [] };

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
const later = (one: Date, other: Date): Date => (one > other ? one : other);
const isWithin = ({ gte, lte }: { gte: Date; lte: Date }, moment: Date): boolean =>
  gte <= moment && moment <= lte;
