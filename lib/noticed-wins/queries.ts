import "server-only";
import { columnOf, type Day, dayIn, dayOf } from "@/lib/dates";
import { Prisma } from "@/lib/generated/client";
import { listGoals } from "@/lib/goals/queries";
import {
  APPLICATIONS,
  type Candidate,
  candidatesIn,
  type Known,
  mayBe,
  type NoticedKind,
  noticedWords,
  sinceWhen,
} from "@/lib/noticed-wins/rules";
import { morningsFrom, readPictures } from "@/lib/numbers/queries";
import { WEEKS } from "@/lib/today/rules";
import type { Viewer } from "@/lib/viewer";

export type Noticed = { kind: NoticedKind; occasion: string; day: Day; said: string };

/** What a page has read already, with stages as they lie: sealed. */
type Seen = Omit<Known, "today" | "joined">;

/** So many of the newest setbacks are looked at where a page has read none. */
const SETBACKS = 20;

/**
 * The one thing that is noticed today, if any. One statement, and none where nothing can be.
 *
 * @param seen what the page has read already.
 */
export async function findNoticed(viewer: Viewer, seen?: Seen): Promise<Noticed | null> {
  return (await listNoticed(viewer, seen ? { seen } : {}))[0] ?? null;
}

/**
 * Everything that could be noticed and was not answered yet, the newest first.
 *
 * @param whenever also on a day on which nothing is noticed any more: for a form that was open since before.
 */
export async function listNoticed(
  viewer: Viewer,
  { seen, whenever = false }: { seen?: Seen; whenever?: boolean } = {},
): Promise<Noticed[]> {
  const { id: me, today, words } = viewer;
  const { newest, ...rest } = seen ?? (await readKnown(viewer));
  if (!whenever && rest.lastSetback !== null && rest.lastSetback >= today) return [];
  const opened = newest.map(({ stage, ...setback }) => ({
    ...setback,
    stage: stage && words.open("setbacks.stage", setback.id, stage),
  }));
  const joined = dayIn(viewer.timeZone, viewer.createdAt);
  const known: Known = { ...rest, today, joined, newest: opened };
  const candidates = candidatesIn(known);
  const parts = [
    ...given(candidates),
    ...(mayBe("ten_applications", known) ? [tenth(viewer)] : []),
    ...(mayBe("helped", known) ? [helped(viewer)] : []),
    // A plan is called up by a setback.
    ...(newest.length > 0 ? [plansDone(viewer)] : []),
  ];
  if (parts.length === 0) return [];
  const rows = await viewer.db.$queryRaw<{ kind: NoticedKind; occasion: string; day: Date }[]>`
    select seen.kind, seen.occasion, seen.day from (${Prisma.join(parts, " union all ")}) seen (kind, occasion, day)
    where (${whenever} or not exists (select from noticed_wins n
        where n.user_id = ${me}::uuid and n.kind <> 'asked_feedback' and n.answered_on = ${columnOf(today)}::date))
      and not exists (select from noticed_wins n where n.user_id = ${me}::uuid
        and n.kind = seen.kind::noticed_win_kind and n.occasion = seen.occasion)
      ${firstOnly(viewer, candidates)}
    order by seen.day desc, seen.kind, seen.occasion`;
  return rows.map(({ kind, occasion, day }) => ({
    kind,
    occasion,
    day: dayOf(day),
    said: noticedWords[kind].said,
  }));
}

/** What a page that has not read it needs: goals, setbacks, and what was done. */
async function readKnown(viewer: Viewer): Promise<Seen> {
  const { counted, earlier } = await readPictures(viewer, WEEKS, new Set());
  const mine = { userId: viewer.id, deletedAt: null };
  const setbacks = await viewer.db.setback.findMany({
    where: mine,
    select: { id: true, day: true, kind: true, stage: true },
    orderBy: [{ day: "desc" }, { id: "desc" }],
    take: SETBACKS,
  });
  const written = await viewer.db.setback.findFirst({
    where: mine,
    select: { createdAt: true },
    orderBy: { id: "desc" },
  });
  const newest = setbacks.map(({ day, ...setback }) => ({ ...setback, day: dayOf(day) }));
  const days = [newest[0]?.day ?? null, written && dayIn(viewer.timeZone, written.createdAt)];
  const lastSetback =
    days
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null;
  return { counted, earlier, goals: await listGoals(viewer), newest, lastSetback };
}

const given = (candidates: Candidate[]): Prisma.Sql[] =>
  candidates.length === 0
    ? []
    : [
        Prisma.sql`select kind, occasion, day
          from jsonb_to_recordset(${JSON.stringify(candidates)}::jsonb) as known (kind text, occasion text, day date)`,
      ];

/** An interview is the first one only where no setback of before came as far. */
function firstOnly({ id }: Viewer, candidates: Candidate[]): Prisma.Sql {
  const first = candidates.find(({ kind }) => kind === "first_interview");
  if (!first) return Prisma.empty;
  return Prisma.sql`and (seen.kind <> 'first_interview' or not exists (select from setbacks s
    where s.user_id = ${id}::uuid and s.deleted_at is null and s.kind in ('after_interview', 'final_round')
      and (s.day, s.id) < (${columnOf(first.day)}::date, ${first.setbackId}::uuid)))`;
}

/**
 * The day of the tenth application, or of the tenth time of work on one where a goal counts something else. Of what is
 * long ago as much is read as could be ten, goal by goal from an index alone.
 */
function tenth({ id: me, today }: Viewer): Prisma.Sql {
  const since = Prisma.sql`${columnOf(sinceWhen("ten_applications", today))}::date`;
  const efforts = Prisma.sql`
    select e.day, e.id, case when g.unit in ('times', 'applications') then e.amount::int else 1 end as amount
    from efforts e where e.user_id = ${me}::uuid and e.goal_id = g.id`;
  return Prisma.sql`
    select 'ten_applications', ${String(APPLICATIONS)}, min(day) from (
      select e.day, sum(e.amount) over (order by e.day, e.id) as so_far
      from goals g cross join lateral (
        (${efforts} and e.day < ${since} order by e.day desc limit ${APPLICATIONS}::int)
        union all
        (${efforts} and e.day between ${since} and ${columnOf(today)}::date)
      ) e
      where g.user_id = ${me}::uuid and g.category = 'applications' and g.deleted_at is null
    ) counted
    where so_far >= ${APPLICATIONS}::int having min(day) >= ${since}`;
}

/**
 * Weeks in which the viewer was the first to answer somebody, in a circle in which they sit: of others they see
 * nothing.
 */
function helped(viewer: Viewer): Prisma.Sql {
  const { id: me, today } = viewer;
  const from = sinceWhen("helped", today);
  const mornings = morningsFrom(viewer, from, today);
  return Prisma.sql`
    select 'helped', date_trunc('week', day)::date::text, min(day) from (
      select ${columnOf(from)}::date + width_bucket(r.created_at, ${mornings}::timestamptz[]) - 1 as day
      from replies r join posts p on p.circle_id = r.circle_id and p.id = r.post_id
      where r.author_id = ${me}::uuid and r.created_at >= ${mornings[0]}
        and r.taken_back_at is null and r.held_at is null and r.hidden_at is null
        and p.author_id <> ${me}::uuid and p.taken_back_at is null
        -- Whoever tells of something good does not wait for words.
        and p.kind in ('setback', 'ask')
        and not exists (
          select from replies e
          where e.circle_id = r.circle_id and e.post_id = r.post_id and e.author_id <> p.author_id
            and (e.created_at, e.id) < (r.created_at, r.id))
    ) answers group by 2`;
}

/** Plans that were done, each by its setback. */
function plansDone(viewer: Viewer): Prisma.Sql {
  const { id: me, today } = viewer;
  const from = sinceWhen("plan_done", today);
  const mornings = morningsFrom(viewer, from, today);
  return Prisma.sql`
    select 'plan_done', f.plan_id || ':' || f.setback_id,
      ${columnOf(from)}::date + width_bucket(f.created_at, ${mornings}::timestamptz[]) - 1
    from plan_firings f
    join setbacks s on s.user_id = f.user_id and s.id = f.setback_id and s.deleted_at is null
    where f.user_id = ${me}::uuid and f.outcome = 'done' and f.created_at >= ${mornings[0]}`;
}
