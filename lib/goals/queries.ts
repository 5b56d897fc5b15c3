import "server-only";
import { addDays, columnOf, type Day, dayIn, dayOf } from "@/lib/dates";
import { Prisma } from "@/lib/generated/client";
import type { GoalCategory, Rhythm } from "@/lib/generated/enums";
import {
  DAYS_BACK,
  dotsOf,
  isAtFinishLine,
  type Kept,
  restsOn,
  sayAsk,
  sayProgress,
  smallerTitle,
} from "@/lib/goals/rules";
import { type Smaller, smaller } from "@/lib/goals/smaller";
import { isId } from "@/lib/ids";
import { type Place, placeOf } from "@/lib/moment-place";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

/** For this long after it was logged, an effort is offered for undoing wherever its goal is shown; later on its own page. */
const UNDO_MINUTES = 60;
const FINISHED_A_PAGE = 30;

type Row = {
  id: string;
  title: string;
  category: GoalCategory;
  rhythm: Rhythm;
  times: number;
  createdAt: Date;
  finishedAt: Date | null;
  notTodayOn: Date | null;
  /** How often it was ever done. */
  total: number;
  /** Those for the days since `from`, and what can still be undone, whatever day it was for. */
  efforts: { id: string; day: Day; createdAt: string }[];
  rests: { startedOn: Day; endedOn: Day | null }[];
};

/**
 * What cards and rules know of the viewer's goals, oldest first. One statement, in which Postgres reads a goal's
 * efforts once, and from their index alone, both to count and to list them.
 */
function readGoals(viewer: Viewer, from: Day, which: Prisma.Sql): Promise<Row[]> {
  const mayBeUndone = new Date(viewer.now.getTime() - UNDO_MINUTES * 60_000);
  return viewer.db.$queryRaw<Row[]>`
    select g.id, g.title, g.category::text as category, g.rhythm::text as rhythm, g.times,
      g.created_at as "createdAt", g.finished_at as "finishedAt", g.not_today_on as "notTodayOn",
      done.total, done.efforts, coalesce(paused.rests, '[]') as rests
    from goals g
    cross join lateral (
      select count(*)::int as total,
        coalesce(json_agg(json_build_object('id', e.id, 'day', e.day, 'createdAt', e.created_at) order by e.id desc)
          filter (where e.day >= ${columnOf(from)}::date or e.created_at >= ${mayBeUndone}), '[]') as efforts
      from efforts e where e.user_id = g.user_id and e.goal_id = g.id
    ) done
    left join (
      select p.goal_id, json_agg(json_build_object('startedOn', p.started_on, 'endedOn', p.ended_on)) as rests
      from pauses p
      where p.user_id = ${viewer.id}::uuid and (p.ended_on is null or p.ended_on > ${columnOf(from)}::date)
      group by p.goal_id
    ) paused on paused.goal_id = g.id
    where g.user_id = ${viewer.id}::uuid and g.deleted_at is null and ${which}
    order by g.id`;
}

export type GoalCard = ReturnType<typeof describe>;

function describe(
  viewer: Viewer,
  { total, efforts, rests, notTodayOn, finishedAt, createdAt, ...goal }: Row,
) {
  const byDay: Record<Day, number> = {};
  for (const { day } of efforts) byDay[day] = (byDay[day] ?? 0) + 1;
  const kept: Kept & { title: string } = {
    title: goal.title,
    rhythm: goal.rhythm,
    times: goal.times,
    efforts: byDay,
    total,
    rests,
  };
  const newest = efforts.find(
    ({ createdAt }) => viewer.now.getTime() - Date.parse(createdAt) < UNDO_MINUTES * 60_000,
  );
  return {
    ...goal,
    ...kept,
    asks: sayAsk(kept),
    dots: dotsOf(kept, viewer.today),
    progress: sayProgress(kept, viewer.today),
    smaller: smaller(kept) satisfies Smaller,
    smallerTitle: smallerTitle(goal.title),
    restsToday: restsOn(kept, viewer.today),
    atFinishLine: isAtFinishLine(kept),
    notToday: notTodayOn !== null && dayOf(notTodayOn) === viewer.today,
    finished: finishedAt !== null,
    since: dayIn(viewer.timeZone, createdAt),
    undo: newest ? { effortId: newest.id, day: newest.day } : null,
    log: efforts
      .map(({ id, day }) => ({ effortId: id, day }))
      .sort((a, b) => b.day.localeCompare(a.day) || b.effortId.localeCompare(a.effortId)),
  };
}

/** The viewer's goals that go on, oldest first, with the last seven days. One statement. */
export async function listGoals(viewer: Viewer): Promise<GoalCard[]> {
  const goals = await readGoals(viewer, addDays(viewer.today, -6), Prisma.sql`g.finished_at is null`);
  return goals.map((goal) => describe(viewer, goal));
}

/** One of the viewer's goals, finished or not, with every effort that can still be logged or taken out. */
export async function findGoal(viewer: Viewer, goalId: string): Promise<GoalCard | null> {
  if (!isId(goalId)) return null;
  const from = addDays(viewer.today, -DAYS_BACK);
  const [goal] = await readGoals(viewer, from, Prisma.sql`g.id = ${goalId}::uuid`);
  return goal ? describe(viewer, goal) : null;
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
