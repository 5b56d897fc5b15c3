import "server-only";
import { addDays, columnOf, type Day, dayOf, startsOfDays } from "@/lib/dates";
import {
  APPLICATIONS,
  DAYS_BACK,
  kindOfStage,
  type NoticedKind,
  noticedKinds,
  noticedWords,
  QUIET_DAYS,
} from "@/lib/noticed-wins/rules";
import type { Viewer } from "@/lib/viewer";

export type Noticed = { kind: NoticedKind; occasion: string; day: Day; said: string };

/** As far back as is looked for days on which somebody showed up, to tell a quiet while before one. */
const LOOK_BACK = DAYS_BACK.first_interview + QUIET_DAYS + 1;

type Row = {
  kind: NoticedKind | "stage";
  occasion: string;
  day: Date;
  /** As it lies: sealed. */
  stage: string | null;
  /** Whether an interview was noticed and answered before. */
  knowsInterviews: boolean;
};

/** The one thing that is noticed today, if any. One statement. */
export async function findNoticed(viewer: Viewer): Promise<Noticed | null> {
  return (await listNoticed(viewer))[0] ?? null;
}

/**
 * Everything that could be noticed and was not answered yet, the newest first. One statement.
 *
 * @param whenever also on a day on which nothing is noticed any more: for a form that was open since before.
 */
export async function listNoticed(viewer: Viewer, whenever = false): Promise<Noticed[]> {
  const { id: me, today } = viewer;
  const since = (days: number) => columnOf(addDays(today, 1 - days));
  const from = addDays(today, 1 - LOOK_BACK);
  const mornings = startsOfDays(from, LOOK_BACK + 1, viewer.timeZone);
  const rows = await viewer.db.$queryRaw<Row[]>`
    with first_one as (
      select s.day, s.kind from setbacks s
      where s.user_id = ${me}::uuid and s.deleted_at is null and s.kind in ('after_interview', 'final_round')
      order by s.day, s.id limit 1
    ), applications as (
      select array(select g.id from goals g
        where g.user_id = ${me}::uuid and g.category = 'applications' and g.deleted_at is null) as ids
    ), tenth as (
      -- Whoever had ten of them long ago is not read through: then the first condition is false, and asked once.
      select e.day from efforts e
      where (select count(*) from (
          select from efforts b where b.user_id = ${me}::uuid and b.goal_id = any ((select ids from applications)::uuid[])
            and b.day < ${since(DAYS_BACK.ten_applications)}::date limit ${APPLICATIONS}::int) long_ago) < ${APPLICATIONS}::int
        and e.user_id = ${me}::uuid and e.goal_id = any ((select ids from applications)::uuid[])
      order by e.day, e.id offset ${APPLICATIONS - 1}::int limit 1
    ), days as (
      select e.day from efforts e
      where e.user_id = ${me}::uuid and e.day between ${columnOf(from)}::date and ${columnOf(today)}::date
      union
      select w.day from wins w
      where w.user_id = ${me}::uuid and w.deleted_at is null
        and w.day between ${columnOf(from)}::date and ${columnOf(today)}::date
      union
      select ${columnOf(from)}::date + width_bucket(said_at, ${mornings}::timestamptz[]) - 1
      from app.when_i_spoke(${mornings[0]}) said_at
    ), began as (
      -- Nobody comes back to where they had not been. A day sooner, since theirs may have begun sooner.
      select u.created_at::date - 1 as day from users u where u.id = ${me}::uuid
    ), returns as (
      select day, lag(day) over (order by day) as before from days
    ), answers as (
      select ${columnOf(from)}::date + width_bucket(r.created_at, ${mornings}::timestamptz[]) - 1 as day
      from replies r join posts p on p.circle_id = r.circle_id and p.id = r.post_id
      where r.circle_id = any (array(
          select m.circle_id from memberships m where m.user_id = ${me}::uuid and m.left_at is null))
        and r.author_id = ${me}::uuid and r.created_at >= ${mornings[0]}
        and r.taken_back_at is null and r.held_at is null and r.hidden_at is null
        and p.author_id <> ${me}::uuid and p.taken_back_at is null
        -- Whoever tells of something good does not wait for words.
        and p.kind in ('setback', 'ask')
        and not exists (
          select from replies e
          where e.circle_id = r.circle_id and e.post_id = r.post_id and e.author_id <> p.author_id
            and (e.created_at, e.id) < (r.created_at, r.id))
    ), seen as (
      select 'first_interview' as kind, 'first' as occasion, day, null as stage from first_one
      where kind = 'after_interview' and day >= ${since(DAYS_BACK.first_interview)}::date
      union all
      select 'final_round', s.id::text, s.day, null from setbacks s
      where s.user_id = ${me}::uuid and s.deleted_at is null and s.kind = 'final_round'
        and s.day >= ${since(DAYS_BACK.final_round)}::date
      union all
      -- What a member calls how far it had come is sealed, so it is told from its words afterwards.
      (select 'stage', s.id::text, s.day, s.stage from setbacks s
        where s.user_id = ${me}::uuid and s.deleted_at is null and s.stage is not null
          and (s.kind is null or s.kind = 'silence')
          and not exists (select from noticed_wins n
            where n.user_id = ${me}::uuid and n.kind = 'final_round' and n.occasion = s.id::text)
          and s.day >= ${since(DAYS_BACK.final_round)}::date
        order by s.day desc limit 20)
      union all
      select 'ten_applications', '10', day, null from tenth
      where day between ${since(DAYS_BACK.ten_applications)}::date and ${columnOf(today)}::date
      union all
      select 'came_back', day::text, day, null from returns
      where day between ${since(DAYS_BACK.came_back)}::date and ${columnOf(today)}::date
        and case when before is not null
            then day - before > ${QUIET_DAYS}::int and before >= (select day from began)
            else exists (select from efforts e where e.user_id = ${me}::uuid
                and e.day >= (select day from began) and e.day < ${columnOf(from)}::date)
              or exists (select from wins w where w.user_id = ${me}::uuid and w.deleted_at is null
                and w.day >= (select day from began) and w.day < ${columnOf(from)}::date) end
      union all
      select 'helped', date_trunc('week', day)::date::text, min(day), null from answers
      where day >= ${since(DAYS_BACK.helped)}::date group by 2
      union all
      select 'plan_done', f.plan_id || ':' || f.setback_id,
        ${columnOf(from)}::date + width_bucket(f.created_at, ${mornings}::timestamptz[]) - 1, null
      from plan_firings f
      join setbacks s on s.user_id = f.user_id and s.id = f.setback_id and s.deleted_at is null
      where f.user_id = ${me}::uuid and f.outcome = 'done'
        and f.created_at >= ${mornings[LOOK_BACK - DAYS_BACK.plan_done]}
    )
    select seen.kind, seen.occasion, seen.day, seen.stage, exists (select from noticed_wins n
        where n.user_id = ${me}::uuid and n.kind = 'first_interview') as "knowsInterviews"
    from seen
    where (${whenever} or (
        not exists (select from setbacks s where s.user_id = ${me}::uuid and s.deleted_at is null
          and (s.day = ${columnOf(today)}::date or s.created_at >= ${mornings[LOOK_BACK - 1]}))
        and not exists (select from noticed_wins n
          where n.user_id = ${me}::uuid and n.kind <> 'asked_feedback' and n.answered_on = ${columnOf(today)}::date)))
      and not exists (select from noticed_wins n
        where n.user_id = ${me}::uuid and n.kind::text = seen.kind and n.occasion = seen.occasion)
    order by seen.day desc, seen.kind, seen.occasion`;
  return rows.flatMap((row) => told(viewer, row, rows));
}

/** A row as it is said; empty where the words of a stage tell nothing, or nothing new. */
function told(viewer: Viewer, row: Row, all: Row[]): Noticed[] {
  const kind = row.kind === "stage" ? stageOf(viewer, row) : row.kind;
  if (!kind || !noticedKinds.includes(kind)) return [];
  const occasion = kind === "first_interview" ? "first" : row.occasion;
  if (row.kind === "stage" && kind === "first_interview") {
    const isKnown = row.knowsInterviews || all.some((other) => other.kind === kind);
    if (isKnown || all.find((other) => stageOf(viewer, other) === kind) !== row) return [];
  }
  return [{ kind, occasion, day: dayOf(row.day), said: noticedWords[kind].said }];
}

const stageOf = ({ words }: Viewer, { occasion, stage }: Row) =>
  stage === null ? null : kindOfStage(words.open("setbacks.stage", occasion, stage));
