import "server-only";
import { addDays, columnOf, type Day, dayIn, dayOf } from "@/lib/dates";
import type { Prisma } from "@/lib/generated/client";
import {
  DAYS_BACK,
  dotsOf,
  isAtFinishLine,
  type Kept,
  restsOn,
  type Smaller,
  sayAsk,
  sayProgress,
  smaller,
  smallerTitle,
} from "@/lib/goals/rules";
import { isId } from "@/lib/ids";
import { type Place, placeOf } from "@/lib/moment-place";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

/** For this long after it was logged, an effort is offered for undoing wherever its goal is shown; later on its own page. */
const UNDO_MINUTES = 60;
const FINISHED_A_PAGE = 30;

/** What cards and rules know of a goal. Efforts are those since `from`, and the newest, whatever day it was for. */
const card = (viewer: Viewer, from: Day) =>
  ({
    id: true,
    title: true,
    category: true,
    rhythm: true,
    times: true,
    createdAt: true,
    finishedAt: true,
    notTodayOn: true,
    _count: { select: { efforts: true } },
    efforts: {
      where: {
        // Nothing is logged for an earlier day, so the years before need not be looked through.
        day: { gte: columnOf(addDays(viewer.today, -DAYS_BACK - 1)) },
        OR: [
          { day: { gte: columnOf(from) } },
          { createdAt: { gte: new Date(viewer.now.getTime() - UNDO_MINUTES * 60_000) } },
        ],
      },
      select: { id: true, day: true, createdAt: true },
      orderBy: { id: "desc" },
    },
    pauses: {
      where: { OR: [{ endedOn: null }, { endedOn: { gt: columnOf(from) } }] },
      select: { startedOn: true, endedOn: true },
    },
  }) satisfies Prisma.GoalSelect;

type Row = Prisma.GoalGetPayload<{ select: ReturnType<typeof card> }>;

export type GoalCard = ReturnType<typeof describe>;

function describe(
  viewer: Viewer,
  { _count, efforts, pauses, notTodayOn, finishedAt, createdAt, ...goal }: Row,
) {
  const byDay: Record<Day, number> = {};
  for (const { day } of efforts) byDay[dayOf(day)] = (byDay[dayOf(day)] ?? 0) + 1;
  const kept: Kept & { title: string } = {
    title: goal.title,
    rhythm: goal.rhythm,
    times: goal.times,
    efforts: byDay,
    total: _count.efforts,
    rests: pauses.map(({ startedOn, endedOn }) => ({
      startedOn: dayOf(startedOn),
      endedOn: endedOn && dayOf(endedOn),
    })),
  };
  const newest = efforts.find(
    ({ createdAt }) => viewer.now.getTime() - createdAt.getTime() < UNDO_MINUTES * 60_000,
  );
  return {
    ...goal,
    ...kept,
    asks: sayAsk(kept),
    dots: dotsOf(kept, viewer.today),
    progress: sayProgress(kept, viewer.today),
    smaller: smaller(kept) satisfies Smaller,
    smallerTitle: smallerTitle(goal.title),
    rests: kept.rests,
    restsToday: restsOn(kept, viewer.today),
    atFinishLine: isAtFinishLine(kept),
    notToday: notTodayOn !== null && dayOf(notTodayOn) === viewer.today,
    finished: finishedAt !== null,
    since: dayIn(viewer.timeZone, createdAt),
    undo: newest ? { effortId: newest.id, day: dayOf(newest.day) } : null,
    log: efforts
      .map(({ id, day }) => ({ effortId: id, day: dayOf(day) }))
      .sort((a, b) => b.day.localeCompare(a.day) || b.effortId.localeCompare(a.effortId)),
  };
}

/** The viewer's goals that go on, oldest first, with the last seven days. One statement. */
export async function listGoals(viewer: Viewer): Promise<GoalCard[]> {
  const goals = await viewer.db.goal.findMany({
    where: { userId: viewer.id, deletedAt: null, finishedAt: null },
    select: card(viewer, addDays(viewer.today, -6)),
    orderBy: { id: "asc" },
    relationLoadStrategy: "join",
  });
  return goals.map((goal) => describe(viewer, goal));
}

/** One of the viewer's goals, finished or not, with every effort that can still be logged or taken out. */
export async function findGoal(viewer: Viewer, goalId: string): Promise<GoalCard | null> {
  if (!isId(goalId)) return null;
  const goal = await viewer.db.goal.findFirst({
    where: { userId: viewer.id, id: goalId, deletedAt: null },
    select: card(viewer, addDays(viewer.today, -DAYS_BACK)),
    relationLoadStrategy: "join",
  });
  return goal && describe(viewer, goal);
}

/** A page of the viewer's finished goals, the latest first; `older` is where the next page begins. */
export async function listFinishedGoals(viewer: Viewer, before: Place | null = null) {
  const rows = await viewer.db.goal.findMany({
    where: {
      userId: viewer.id,
      deletedAt: null,
      finishedAt: before ? { lte: before.moment } : { not: null },
      ...(before && {
        OR: [{ finishedAt: { lt: before.moment } }, { finishedAt: before.moment, id: { lt: before.id } }],
      }),
    },
    select: {
      id: true,
      title: true,
      rhythm: true,
      times: true,
      finishedAt: true,
      _count: { select: { efforts: true } },
    },
    orderBy: [{ finishedAt: "desc" }, { id: "desc" }],
    take: FINISHED_A_PAGE + 1,
    relationLoadStrategy: "join",
  });
  const goals = rows.slice(0, FINISHED_A_PAGE).map(({ _count, finishedAt, ...goal }) => ({
    id: goal.id,
    title: goal.title,
    asks: sayAsk(goal),
    efforts: _count.efforts,
    on: finishedAt && dayIn(viewer.timeZone, finishedAt),
  }));
  const last = rows.length > goals.length ? rows[FINISHED_A_PAGE - 1] : undefined;
  return { goals, older: last?.finishedAt ? placeOf({ moment: last.finishedAt, id: last.id }) : null };
}

/** A goal that the viewer deleted and can still bring back. */
export async function findDeletedGoal(viewer: Viewer, goalId: unknown) {
  if (!isId(goalId)) return null;
  return viewer.db.goal.findFirst({
    where: { userId: viewer.id, id: goalId, deletedAt: { gte: undoneUntil(viewer.now) } },
    select: { id: true, title: true },
  });
}
