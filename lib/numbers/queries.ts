import "server-only";
import {
  addDays,
  columnOf,
  type Day,
  dayIn,
  daysBetween,
  monthsUpTo,
  startOfDay,
  startsOfDays,
} from "@/lib/dates";
import { Prisma } from "@/lib/generated/client";
import type { CommitmentOutcome, GoalCategory, GoalUnit, SetbackKind } from "@/lib/generated/enums";
import { goalLived, type LivedRow, livedIn } from "@/lib/goals/reckon-strength";
import { goesOnInSql } from "@/lib/halts/goes-on";
import type { Picture } from "@/lib/numbers/pictures";
import { type Counted, type Doing, WEEKS_OF_EFFORT, weeksFrom } from "@/lib/numbers/rules";
import type { Viewer } from "@/lib/viewer";

type Row = {
  counted: [Day, Doing, number][];
  earlier: { shown: Day | null; goalMadeAt: string | null } | null;
  strength: LivedRow[] | null;
  commitments: [Day, CommitmentOutcome, number][] | null;
  feelings: [Day, number, number, number][] | null;
  stages: Partial<Record<SetbackKind, number>> | null;
  goals: GoalCounted[] | null;
};

/** How often each goal was done, and how much that was in its unit. */
type GoalCounted = {
  id: string;
  title: string;
  category: GoalCategory;
  unit: GoalUnit;
  times: number;
  amount: number;
};

/** Whoever showed up more than so many days ago needs no older day to be known as somebody who was here. */
const LATELY = 7;

export type Drawn = Awaited<ReturnType<typeof readPictures>>;

/**
 * What some pictures are drawn from, counted by Postgres: of years of entries a few hundred numbers come here, and
 * not the entries. One statement, whichever pictures are wanted. What was said in a circle counts whether or not its
 * author still sits there.
 *
 * `earlier` is what there was before those weeks: the last day on which the viewer showed up, and the day on which
 * their newest goal was made. It is looked for only where nothing of those weeks is older than a few days, and empty
 * elsewhere.
 *
 * @param weeks so many weeks of days, this one the last.
 * @param wanted nothing of any other picture is read; `goals` is how often each goal was done.
 */
export async function readPictures(viewer: Viewer, weeks: number, wanted: ReadonlySet<Picture | "goals">) {
  const { today, id } = viewer;
  const from = weeksFrom(today, weeks);
  const only = (picture: Picture | "goals", select: (member: Prisma.Sql) => Prisma.Sql) =>
    wanted.has(picture) ? Prisma.sql`(${select(Prisma.sql`${id}::uuid`)})` : Prisma.sql`null::json`;
  const rows = await viewer.db.$queryRaw<Row[]>`
    with counted as materialized (
      select day, doing, sum(times)::int as times from (${doingsIn(viewer, from, today)}) doings
      where doing is not null group by day, doing
    )
    select (select coalesce(json_agg(json_build_array(day, doing, times)), '[]') from counted) as counted,
      case when coalesce((select min(day) from counted) > ${columnOf(addDays(today, -LATELY))}::date, true)
        then ${shownBefore(viewer, from)} end as earlier,
      ${only("strength", goalsThatGoOn)} as strength,
      ${only("commitments", (member) => commitmentsByMonth(member, monthsUpTo(today)[0] ?? today))} as commitments,
      ${only("feelings", (member) => feelingsByWeek(member, weeksFrom(today, WEEKS_OF_EFFORT), today))} as feelings,
      ${only("stages", setbacksByKind)} as stages,
      ${only("goals", goalsCounted)} as goals`;
  const row = rows[0];
  return {
    today,
    counted: (row?.counted ?? []).map(([day, doing, times]): Counted => ({ day, doing, times })),
    earlier: {
      shown: row?.earlier?.shown ?? null,
      goalMade: row?.earlier?.goalMadeAt ? dayIn(viewer.timeZone, new Date(row.earlier.goalMadeAt)) : null,
    },
    strength: (row?.strength ?? []).map((goal) => livedIn(viewer, goal)),
    commitments: (row?.commitments ?? []).map(([month, outcome, count]) => ({ month, outcome, count })),
    feelings: (row?.feelings ?? []).map(([week, setbacks, noted, sum]) => ({ week, setbacks, noted, sum })),
    stages: row?.stages ?? {},
    goals: row?.goals ?? [],
  };
}

/**
 * Where each of the viewer's days begins, from one until another, and the morning after them. It is reckoned here as
 * everywhere else in Onward, so that Postgres need not know the zone, and a post at half past midnight lies on the same
 * day in every part of it.
 */
export function morningsFrom(viewer: Viewer, from: Day, to: Day): Date[] {
  return startsOfDays(from, Math.max(0, daysBetween(from, to) + 1) + 1, viewer.timeZone);
}

/**
 * How often something that counts as showing up was done between two days, by day and kind. Effort is counted goal by
 * goal from an index alone, and only then is a goal's kind looked up: joined, Postgres would look for each entry's
 * goal.
 */
export function doingsIn(viewer: Viewer, from: Day, to: Day): Prisma.Sql {
  const mornings = morningsFrom(viewer, from, to);
  const [first, last] = [columnOf(from), columnOf(to)];
  return Prisma.sql`
    select day, (select jsonb_object_agg(id, category) from goals
        where user_id = ${viewer.id}::uuid and deleted_at is null) ->> goal_id::text as doing, times
    from (
      select day, goal_id, count(*) as times from efforts
      where user_id = ${viewer.id}::uuid and day between ${first}::date and ${last}::date
      group by day, goal_id
    ) effort
    union all
    select day, 'win', 1 from wins
    where user_id = ${viewer.id}::uuid and deleted_at is null and day between ${first}::date and ${last}::date
    union all
    select ${first}::date + width_bucket(said_at, ${mornings}::timestamptz[]) - 1, 'word', 1
    from app.when_i_spoke(${mornings[0]}) said_at
    where said_at < ${mornings.at(-1)}`;
}

/**
 * The last day before another one on which the viewer showed up, found from the ends of indexes. When it was that
 * somebody only ever spoke is not told: it was before.
 */
const shownBefore = ({ id, timeZone }: Viewer, day: Day): Prisma.Sql => Prisma.sql`
  json_build_object('shown', coalesce(
      greatest(
        (select e.day from efforts e where e.user_id = ${id}::uuid and e.day < ${columnOf(day)}::date
            and exists (select from goals g where g.user_id = e.user_id and g.id = e.goal_id and g.deleted_at is null)
          order by e.day desc limit 1),
        (select w.day from wins w where w.user_id = ${id}::uuid and w.deleted_at is null and w.day < ${columnOf(day)}::date
          order by w.day desc limit 1)),
      (select ${columnOf(addDays(day, -1))}::date from app.when_i_spoke('-infinity') said_at
        where said_at < ${startOfDay(day, timeZone)} limit 1)),
    'goalMadeAt', (select g.created_at from goals g where g.user_id = ${id}::uuid and g.deleted_at is null
      order by g.id desc limit 1))`;

/** Goals that go on, each with all that was ever logged on it: strength is reckoned from the first. */
const goalsThatGoOn = (member: Prisma.Sql) => Prisma.sql`
  select json_agg(${goalLived} order by g.id)
  from goals g where g.user_id = ${member} and ${goesOnInSql}`;

const commitmentsByMonth = (member: Prisma.Sql, from: Day) => Prisma.sql`
  select json_agg(json_build_array(month, outcome, times)) from (
    select date_trunc('month', week)::date as month, outcome, count(*) as times from commitments
    where author_id = ${member} and outcome is not null and week >= ${columnOf(from)}::date
    group by 1, 2) said`;

/** Week by week how many setbacks there were, how many feelings were noted, and how strong these were together. */
const feelingsByWeek = (member: Prisma.Sql, from: Day, to: Day) => Prisma.sql`
  select json_agg(json_build_array(week, setbacks, noted, strength)) from (
    select s.day - (extract(isodow from s.day)::int - 1) as week, count(distinct s.id) as setbacks,
      count(f.word) as noted, coalesce(sum(f.strength), 0) as strength
    from setbacks s left join feelings f on f.user_id = s.user_id and f.setback_id = s.id
    where s.user_id = ${member} and s.deleted_at is null
      and s.day between ${columnOf(from)}::date and ${columnOf(addDays(to, 1))}::date
    group by 1) felt`;

const setbacksByKind = (member: Prisma.Sql) => Prisma.sql`
  select json_object_agg(kind, times) from (
    select kind, count(*) as times from setbacks
    where user_id = ${member} and deleted_at is null and kind is not null group by kind) ended`;

const goalsCounted = (member: Prisma.Sql) => Prisma.sql`
  select json_agg(json_build_object('id', g.id, 'title', g.title, 'category', g.category,
    'unit', g.unit, 'times', done.times, 'amount', done.amount) order by g.id)
  from goals g
  cross join lateral (select count(*) as times, coalesce(sum(e.amount), 0) as amount from efforts e
    where e.user_id = g.user_id and e.goal_id = g.id) done
  where g.user_id = ${member} and g.deleted_at is null`;
