import "server-only";
import type { Entry } from "@/lib/calendar/ics";
import { entryName } from "@/lib/calendar/secret";
import { addDays, columnOf, type Day, dayOf, mondayOf, weekOf } from "@/lib/dates";
import { Prisma } from "@/lib/generated/client";
import { goesOn } from "@/lib/halts/goes-on";
import { type Halting, haltedAt } from "@/lib/halts/rules";
import { isId } from "@/lib/ids";
import { effortOfStepGoalId } from "@/lib/learning/goal-of-step";
import { effortOfPlannedId, isCounted } from "@/lib/planned-steps/effort-of-planned";
import { inWeek } from "@/lib/planned-steps/keep-planned-step";
import { calendarOf, isAhead, sayTime } from "@/lib/planned-steps/rules";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const card = {
  id: true,
  words: true,
  place: true,
  day: true,
  time: true,
  minutes: true,
  goalId: true,
  doneAt: true,
} satisfies Prisma.PlannedStepSelect;

type Row = Prisma.PlannedStepGetPayload<{ select: typeof card }>;

export type PlannedStep = ReturnType<typeof describe>;

const describe = ({ words: { open } }: Viewer, { doneAt, day, ...row }: Row) => ({
  ...row,
  words: open("planned_steps.words", row.id, row.words),
  place: open("planned_steps.place", row.id, row.place),
  day: dayOf(day),
  at: sayTime(row),
  done: doneAt !== null,
});

/** In the order of the day: what has a time by it, then what has none. */
const order = [
  { day: "asc" },
  { time: { sort: "asc", nulls: "last" } },
  { id: "asc" },
] satisfies Prisma.PlannedStepOrderByWithRelationInput[];

/** What the viewer planned for a day, in the order of that day. One statement. */
export async function listPlannedFor(viewer: Viewer, day: Day): Promise<PlannedStep[]> {
  const rows = await viewer.db.plannedStep.findMany({
    where: { userId: viewer.id, day: columnOf(day), deletedAt: null },
    select: card,
    orderBy: order,
  });
  return rows.map((row) => describe(viewer, row));
}

/** The same as a part of another statement: rows of JSON, which `openPlanned` reads. */
export function plannedRows(viewer: Viewer, day: Day): Prisma.Sql {
  return Prisma.sql`
    select json_build_object('id', id, 'words', words, 'place', place, 'day', day, 'time', time, 'minutes', minutes,
      'goalId', goal_id, 'doneAt', done_at)
    from planned_steps where user_id = ${viewer.id}::uuid and day = ${columnOf(day)}::date and deleted_at is null
    order by time nulls last, id`;
}

/** As Postgres says it in JSON. */
export type PlannedRow = Omit<Row, "day" | "doneAt"> & { day: Day; doneAt: string | null };

export function openPlanned(viewer: Viewer, { day, doneAt, ...row }: PlannedRow): PlannedStep {
  return describe(viewer, { ...row, day: columnOf(day), doneAt: doneAt === null ? null : new Date(doneAt) });
}

type GoalName = { id: string; title: string };

/**
 * A step on the page of its week: with the goal that it is for, whether it was counted there, and whether the goal came
 * to a halt.
 */
export type StepOfWeek = PlannedStep & {
  goal: (GoalName & { counted: boolean; halted: boolean }) | null;
};

export type Week = Awaited<ReturnType<typeof findWeek>>;

/** The viewer's week around a day, and what can be done with the one before. Three statements at most. */
export async function findWeek(viewer: Viewer, around: Day = viewer.today) {
  const { today } = viewer;
  const monday = mondayOf(around);
  const rows = await viewer.db.plannedStep.findMany({
    where: {
      userId: viewer.id,
      deletedAt: null,
      day: { gte: columnOf(addDays(monday, -7)), lte: columnOf(addDays(monday, 6)) },
    },
    select: card,
    orderBy: order,
  });
  const before = rows.filter(({ day }) => dayOf(day) < monday);
  const steps = rows.filter(({ day }) => dayOf(day) >= monday).map((row) => describe(viewer, row));
  const goals = await viewer.db.goal.findMany({
    where: { userId: viewer.id, deletedAt: null },
    select: { id: true, title: true, finishedAt: true, archivedAt: true },
    orderBy: { id: "asc" },
  });
  const ofWeek = await withGoals(viewer, steps, goals);
  return {
    monday,
    today,
    isAhead: isAhead(monday, today),
    days: weekOf(monday).map((day) => ({ day, steps: ofWeek.filter((step) => step.day === day) })),
    /** What the week before held: some of it open on a day that is over, or anything at all. */
    before: {
      open: before.some(({ day, doneAt }) => doneAt === null && dayOf(day) < today),
      any: before.length > 0,
    },
    goals: goals.flatMap(({ id, title, ...goal }) => (haltedAt(goal) ? [] : { id, title })),
  };
}

async function withGoals(
  viewer: Viewer,
  steps: PlannedStep[],
  goals: (GoalName & Halting)[],
): Promise<StepOfWeek[]> {
  const named = steps.map((step) => {
    const goal = goals.find(({ id }) => id === step.goalId);
    return { ...step, goal: goal ? { id: goal.id, title: goal.title } : null };
  });
  // What came of a step of a learning plan may have been counted there.
  const ids = named.flatMap(({ id, done, goal }) =>
    done && goal ? [effortOfPlannedId(id), effortOfStepGoalId(goal.id)] : [],
  );
  const counted =
    ids.length > 0
      ? await viewer.db.effort.findMany({
          where: { userId: viewer.id, id: { in: ids } },
          select: { id: true },
        })
      : [];
  const halted = new Set(goals.filter(haltedAt).map(({ id }) => id));
  const kept = new Set(counted.map(({ id }) => id));
  return named.map((step) => ({
    ...step,
    goal: step.goal && {
      ...step.goal,
      counted: isCounted(step.id, step.goal.id, (id) => kept.has(id)),
      halted: halted.has(step.goal.id),
    },
  }));
}

/** One step, with the names of the goals that it could be for. Two statements. */
export async function findPlannedStep(viewer: Viewer, stepId: string) {
  if (!isId(stepId)) return null;
  const row = await viewer.db.plannedStep.findFirst({
    where: { userId: viewer.id, id: stepId, deletedAt: null },
    select: card,
  });
  if (!row) return null;
  const goals = await viewer.db.goal.findMany({
    where: {
      userId: viewer.id,
      deletedAt: null,
      OR: [goesOn, ...(row.goalId ? [{ id: row.goalId }] : [])],
    },
    select: { id: true, title: true },
    orderBy: { id: "asc" },
  });
  return { step: describe(viewer, row), goals };
}

/** A step that the viewer deleted and can still bring back. */
export async function findDeletedStep(viewer: Viewer, stepId: unknown) {
  if (!isId(stepId)) return null;
  return viewer.db.plannedStep.findFirst({
    where: { userId: viewer.id, id: stepId, deletedAt: { gte: undoneUntil(viewer.now) } },
    select: { id: true },
  });
}

/** The steps of a week as a calendar takes them, in their member's own words. One statement. */
export async function listWeekEntries(viewer: Viewer, around: Day = viewer.today): Promise<Entry[]> {
  const rows = await viewer.db.plannedStep.findMany({
    where: inWeek(viewer, around),
    select: card,
    orderBy: order,
  });
  return rows.map((row) => {
    const { id, words, place, ...when } = describe(viewer, row);
    return {
      uid: entryName("planned step", id),
      title: words,
      ...(place && { place }),
      ...calendarOf(when, viewer.timeZone),
    };
  });
}
