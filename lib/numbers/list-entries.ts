import "server-only";
import { columnOf, type Day, dayOf, sayDay } from "@/lib/dates";
import { BEFORE_ALL, type Place, placeOf } from "@/lib/day-place";
import { Prisma } from "@/lib/generated/client";
import type { CommitmentOutcome, GoalCategory, GoalUnit, SetbackKind } from "@/lib/generated/enums";
import { sayAmount } from "@/lib/goals/units";
import type { EntriesOf } from "@/lib/numbers/entries";
import { morningsFrom } from "@/lib/numbers/queries";
import { WEEKS_A_YEAR, weeksFrom } from "@/lib/numbers/rules";
import { kindsFrom } from "@/lib/numbers/stages";
import type { Viewer } from "@/lib/viewer";

const PAGE = 40;

type Row = {
  day: Date;
  id: string;
  what: "effort" | "win" | "word" | "setback" | "commitment";
  /** A goal's name, a win, a commitment: what its member wrote. */
  words: string | null;
  /** Of effort, of a setback, of a commitment. */
  kind: string | null;
  circleId: string | null;
  /** How much it was, of effort on a goal that counts something. */
  amount: number | null;
  unit: GoalUnit | null;
};

export type Entry = Omit<Row, "day" | "kind" | "amount" | "unit"> & {
  day: Day;
  said: string;
  category: GoalCategory | null;
  setback: SetbackKind | null;
  outcome: CommitmentOutcome | null;
  /** "25 minutes" */
  howMuch: string | null;
};

/** A page of what a figure was counted from, the newest day first; `older` is where the next page begins. */
export async function listEntries(viewer: Viewer, of: EntriesOf, before: Place | null) {
  const { day, id } = before ?? BEFORE_ALL;
  const parts = partsOf(viewer, of);
  // Only what stands on the page is looked up: the goal of each entry, and how much it was.
  const rows = await viewer.db.$queryRaw<Row[]>`
    select p.day, p.id, p.what, coalesce(p.words, g.title) as words, coalesce(p.kind, g.category::text) as kind,
      p.circle_id as "circleId", e.amount, g.unit::text as unit
    from (
      select * from (${Prisma.join(parts, " union all ")}) entries
      where (day, id) < (${day}::text::date, ${id}::uuid)
      order by day desc, id desc limit ${PAGE + 1}
    ) p
    left join efforts e on p.what = 'effort' and e.user_id = ${viewer.id}::uuid and e.id = p.id
    left join goals g on g.user_id = e.user_id and g.id = e.goal_id
    order by p.day desc, p.id desc`;
  const entries = rows.slice(0, PAGE).map(({ kind, amount, unit, ...row }): Entry => {
    const day = dayOf(row.day);
    const only = <T extends string>(what: Row["what"]) => (row.what === what ? (kind as T | null) : null);
    return {
      ...row,
      day,
      said: sayDay(day, viewer.today),
      category: only<GoalCategory>("effort"),
      setback: only<SetbackKind>("setback"),
      outcome: only<CommitmentOutcome>("commitment"),
      howMuch: amount && unit && unit !== "times" ? sayAmount(amount, unit) : null,
    };
  });
  const last = entries.at(-1);
  return { entries, older: rows.length > PAGE && last ? placeOf(last) : null };
}

/** A goal whose entries are asked for, by name. */
export const findCounted = (viewer: Viewer, goalId: string) =>
  viewer.db.goal.findFirst({
    where: { userId: viewer.id, id: goalId, deletedAt: null },
    select: { title: true },
  });

function partsOf(viewer: Viewer, of: EntriesOf): Prisma.Sql[] {
  const me = Prisma.sql`${viewer.id}::uuid`;
  const year = weeksFrom(viewer.today, WEEKS_A_YEAR);
  // Words in circles are known by their moments alone, and of a year.
  const from = of.from ?? (of.what === "word" || of.what === "shown" ? year : "1950-01-01");
  const to = of.to ?? "2200-01-01";
  const within = (column: Prisma.Sql) =>
    Prisma.sql`${column} between ${columnOf(from)}::date and ${columnOf(to)}::date`;
  const day = Prisma.sql`day`;
  const effort = () => Prisma.sql`
    select day, id, 'effort' as what, null as words, null as kind, null::uuid as circle_id from efforts
    where user_id = ${me} and ${within(day)} and goal_id = any (array(
      select id from goals where user_id = ${me} and deleted_at is null
        ${of.category ? Prisma.sql`and category = ${of.category}::goal_category` : Prisma.empty}
        ${of.goal ? Prisma.sql`and id = ${of.goal}::uuid` : Prisma.empty}))`;
  const win = () => Prisma.sql`
    select day, id, 'win' as what, body as words, null as kind, null::uuid as circle_id from wins
    where user_id = ${me} and deleted_at is null and ${within(day)}`;
  const word = () => wordsIn(viewer, from < year ? year : from, to > viewer.today ? viewer.today : to);
  const setback = () => Prisma.sql`
    select day, id, 'setback' as what, null as words, kind::text as kind, null::uuid as circle_id from setbacks
    where user_id = ${me} and deleted_at is null and ${within(day)}
      ${of.stage ? Prisma.sql`and kind::text = any (${kindsFrom(of.stage)})` : Prisma.empty}`;
  const commitment = () => Prisma.sql`
    select week as day, id, 'commitment' as what, words, outcome::text as kind, circle_id from commitments
    where author_id = ${me} and outcome is not null and ${within(Prisma.sql`week`)}
      ${of.outcome ? Prisma.sql`and outcome = ${of.outcome}::commitment_outcome` : Prisma.empty}`;
  switch (of.what) {
    case "shown":
      return [effort(), win(), word()];
    case "effort":
      return [effort()];
    case "win":
      return [win()];
    case "word":
      return [word()];
    case "setback":
      return [setback()];
    case "commitment":
      return [commitment()];
  }
}

/** What the viewer said in circles. Only when is known of it: its words lie with the circle. */
function wordsIn(viewer: Viewer, from: Day, to: Day): Prisma.Sql {
  const mornings = morningsFrom(viewer, from, to);
  return Prisma.sql`
    select ${columnOf(from)}::date + width_bucket(said_at, ${mornings}::timestamptz[]) - 1 as day,
      md5(said_at::text || row_number() over (partition by said_at))::uuid as id,
      'word' as what, null as words, null as kind, null::uuid as circle_id
    from app.when_i_spoke(${mornings[0]}) said_at where said_at < ${mornings.at(-1)}`;
}
