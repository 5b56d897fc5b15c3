import "server-only";
import { addDays, columnOf, type Day, dayIn, dayOf, mondayOf, startOfDay } from "@/lib/dates";
import { Prisma } from "@/lib/generated/client";
import type { GoalCategory } from "@/lib/generated/enums";
import { asksWhatHelped, isQuiet, saySteady } from "@/lib/goals/coming-back";
import { formerRhythm, goalLived, type LivedRow, livedIn } from "@/lib/goals/reckon-strength";
import {
  DAYS_BACK,
  dotsOf,
  type Former,
  isAtFinishLine,
  type Rest,
  type Rhythm,
  restsOn,
  rhythmOf,
  sayProgress,
  sayRhythm,
  smallerTitle,
} from "@/lib/goals/rules";
import { smaller } from "@/lib/goals/smaller";
import { type Standing, standingOf, strengthOn } from "@/lib/goals/strength";
import { goesOnInSql } from "@/lib/halts/goes-on";
import { restOfHalt } from "@/lib/halts/rules";
import { isId } from "@/lib/ids";
import { type Place, placeOf } from "@/lib/moment-place";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

/**
 * For this long after it was logged, an effort is offered for undoing wherever its goal is shown; later on its own
 * page.
 */
const UNDO_MINUTES = 60;
const FINISHED_A_PAGE = 30;

type Row = Required<Rhythm> & {
  id: string;
  title: string;
  category: GoalCategory;
  finishBy: Date | null;
  createdAt: Date;
  finishedAt: Date | null;
  archivedAt: Date | null;
  notTodayOn: Date | null;
  fitsOn: Date | null;
  helped: string | null;
  helpedAt: Date | null;
  strength: number;
  holds: number;
  strengthOn: Date | null;
  /** What was logged before strengths were kept, to be reckoned here, until the next effort keeps it. */
  lived: LivedRow | null;
  total: number;
  newest: Day | null;
  /** The newest day before today with effort, as it was known when today began: what is logged today moves no order. */
  lastDone: Day | null;
  /** Those for the days since `from`, and what can still be undone, whatever day it was for: the last one logged first. */
  efforts: { id: string; day: Day; amount: number; createdAt: string }[];
  rests: (Rest & { id: string })[];
  /** What it asked for before, on days of this week, oldest first. */
  former: Former[];
};

/**
 * What cards and rules know of the viewer's goals, oldest first. One statement, in which Postgres reads the efforts of
 * the last weeks from their index alone, however many there ever were, and adds up only those of what has an end.
 */
async function readGoals(viewer: Viewer, from: Day, which: Prisma.Sql): Promise<GoalCard[]> {
  const oldest = Prisma.sql`${columnOf(addDays(viewer.today, -DAYS_BACK))}::date`;
  const mayBeUndone = new Date(viewer.now.getTime() - UNDO_MINUTES * 60_000);
  const rows = await viewer.db.$queryRaw<Row[]>`
    select g.id, g.title, g.category::text as category, g.rhythm::text as rhythm, g.times, g.unit::text as unit,
      g.usual, g.every_days as "everyDays", g.weekdays, g.finish_by as "finishBy",
      g.created_at as "createdAt", g.finished_at as "finishedAt", g.archived_at as "archivedAt",
      g.not_today_on as "notTodayOn", g.fits_on as "fitsOn", g.helped, g.helped_at as "helpedAt",
      g.strength, g.holds, g.strength_on as "strengthOn",
      case when ends.adds_up then coalesce(lately.total, 0) else 0 end::int as total,
      coalesce(lately.newest,
        (select max(e.day) from efforts e where e.user_id = g.user_id and e.goal_id = g.id))::text as newest,
      -- Nothing is logged any more for days that are longer ago.
      coalesce(lately.last_done, (select max(e.day) from efforts e
        where e.user_id = g.user_id and e.goal_id = g.id and e.day < ${oldest}))::text as "lastDone",
      coalesce(lately.efforts, '[]') as efforts, coalesce(paused.rests, '[]') as rests,
      coalesce(changed.former, '[]') as former,
      case when g.strength_on is null and exists (select from efforts e
        where e.user_id = g.user_id and e.goal_id = g.id) then ${goalLived} end as lived
    from goals g
    cross join lateral (
      select g.rhythm = 'finish_line' or g.finished_at is not null as adds_up
    ) ends
    cross join lateral (
      select json_agg(json_build_object('id', e.id, 'day', e.day, 'amount', e.amount, 'createdAt', e.created_at)
          order by e.created_at desc, e.id desc)
          filter (where e.day >= ${oldest} and (e.day >= ${columnOf(from)}::date or e.created_at >= ${mayBeUndone}
            or e.day > ${columnOf(viewer.today)}::date - g.every_days)) as efforts,
        max(e.day) as newest, sum(e.amount) as total,
        max(e.day) filter (where e.day < ${columnOf(viewer.today)}::date
          and e.created_at < ${startOfDay(viewer.today, viewer.timeZone)}) as last_done
      from efforts e
      where e.user_id = g.user_id and e.goal_id = g.id
        and e.day >= case when ends.adds_up then '-infinity' else ${oldest} end
    ) lately
    left join (
      select p.goal_id, json_agg(json_build_object('id', p.id, 'startedOn', p.started_on, 'endedOn', p.ended_on)
        order by p.started_on) as rests
      from pauses p where p.user_id = ${viewer.id}::uuid
      group by p.goal_id
    ) paused on paused.goal_id = g.id
    left join (
      select f.goal_id, json_agg(${formerRhythm} order by f.until) as former
      from former_rhythms f
      where f.user_id = ${viewer.id}::uuid and f.until >= ${columnOf(mondayOf(viewer.today))}::date
      group by f.goal_id
    ) changed on changed.goal_id = g.id
    where g.user_id = ${viewer.id}::uuid and g.deleted_at is null and ${which}
    order by g.id`;
  return rows.map(({ lived, ...row }) =>
    describe(viewer, row, lived ? standingOf(livedIn(viewer, lived)) : standingIn(row)),
  );
}

const standingIn = ({ strength, holds, strengthOn }: Omit<Row, "lived">): Standing | null =>
  strengthOn && { day: dayOf(strengthOn), strength, holds };

export type GoalCard = ReturnType<typeof describe>;

function describe(viewer: Viewer, row: Omit<Row, "lived">, standing: Standing | null) {
  const {
    efforts,
    rests,
    notTodayOn,
    finishedAt,
    archivedAt,
    createdAt,
    holds,
    strengthOn: _day,
    ...goal
  } = row;
  const { today } = viewer;
  const byDay: Record<Day, number> = {};
  for (const { day, amount } of efforts) byDay[day] = (byDay[day] ?? 0) + amount;
  const kept = {
    ...goal,
    finishBy: goal.finishBy && dayOf(goal.finishBy),
    fitsOn: goal.fitsOn && dayOf(goal.fitsOn),
    since: dayIn(viewer.timeZone, createdAt),
    efforts: byDay,
    begun: goal.newest !== null,
    rests,
    finishedAt,
    finished: finishedAt !== null,
    away: finishedAt === null && archivedAt !== null,
    /** Today's, 0 to 100. */
    strength: strengthOn(
      { ...goal, rests: [...rests, ...restOfHalt(row, viewer.timeZone)] },
      standing,
      today,
    ),
  };
  const newest = efforts.find(
    ({ createdAt }) => viewer.now.getTime() - Date.parse(createdAt) < UNDO_MINUTES * 60_000,
  );
  return {
    ...kept,
    rhythmInWords: sayRhythm(kept),
    dots: dotsOf(kept, today),
    progress: sayProgress(kept, today),
    steady: saySteady(kept, today),
    quiet: !kept.finished && !kept.away && isQuiet(kept, today),
    smaller: smaller({ ...rhythmOf(kept), total: kept.total }),
    smallerTitle: smallerTitle(goal.title),
    restsToday: restsOn(kept, today),
    atFinishLine: isAtFinishLine(kept),
    helped: goal.helped && viewer.words.open("goals.helped", goal.id, goal.helped),
    asksWhatHelped: asksWhatHelped(kept),
    notToday: notTodayOn !== null && dayOf(notTodayOn) === today,
    undo: newest ? { effortId: newest.id, day: newest.day } : null,
    log: efforts
      .map(({ id, day, amount }) => ({ effortId: id, day, amount }))
      .sort((a, b) => b.day.localeCompare(a.day) || b.effortId.localeCompare(a.effortId)),
  };
}

/** The viewer's goals that go on, oldest first, with the last seven days. One statement. */
export async function listGoals(viewer: Viewer): Promise<GoalCard[]> {
  return readGoals(viewer, addDays(viewer.today, -6), goesOnInSql);
}

/** One of the viewer's goals, finished or not, with every effort that can still be logged or taken out. */
export async function findGoal(viewer: Viewer, goalId: string): Promise<GoalCard | null> {
  if (!isId(goalId)) return null;
  const from = addDays(viewer.today, -DAYS_BACK);
  const [goal] = await readGoals(viewer, from, Prisma.sql`g.id = ${goalId}::uuid`);
  return goal ?? null;
}

/** The viewer's goals that go on, and those that they put away without finishing them. One statement. */
export async function listUnfinishedGoals(viewer: Viewer) {
  const all = await readGoals(viewer, addDays(viewer.today, -6), Prisma.sql`g.finished_at is null`);
  return { goals: all.filter(({ away }) => !away), away: all.filter(({ away }) => away) };
}

/** A page of the viewer's finished goals, the latest first; `older` is where the next page begins. Two statements. */
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
      finishedAt: true,
      unit: true,
    },
    orderBy: [{ finishedAt: "desc" }, { id: "desc" }],
    take: FINISHED_A_PAGE + 1,
    relationLoadStrategy: "join",
  });
  const shown = rows.slice(0, FINISHED_A_PAGE);
  const ids = shown.map(({ id }) => id);
  const done =
    ids.length > 0
      ? await viewer.db.effort.groupBy({
          by: ["goalId"],
          where: { userId: viewer.id, goalId: { in: ids } },
          _sum: { amount: true },
        })
      : [];
  const goals = shown.map(({ finishedAt, ...goal }) => ({
    ...goal,
    total: done.find(({ goalId }) => goalId === goal.id)?._sum.amount ?? 0,
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
