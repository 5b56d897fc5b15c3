import "server-only";
import { columnOf, type Day, dayIn, sayMoment } from "@/lib/dates";
import { encouragementsFor, encouragementWords } from "@/lib/encouragements/rules";
import { excerptOf } from "@/lib/excerpt";
import type { EncouragementKind, Need, PostKind, SetbackKind } from "@/lib/generated/enums";
import { lineOf, type NudgeRow } from "@/lib/nudges/line-of";
import { openPlanned, type PlannedRow, plannedRows } from "@/lib/planned-steps/queries";
import { lineOf as setbackLine } from "@/lib/setbacks/rules";
import { openSetback } from "@/lib/setbacks/sealed";
import { type Layout, wholeLayout } from "@/lib/today/layout";
import type { Viewer } from "@/lib/viewer";

/** So many setbacks stand in their fold on Today. */
const RESTING = 5;

/** How the viewer arranged their Today; null where they never did. */
export function findLayout(viewer: Viewer): Promise<Layout | null> {
  return viewer.db.todayLayout.findUnique({
    where: { userId: viewer.id },
    select: { sections: true, hidden: true, pictures: true },
  });
}

/**
 * How the viewer arranged their Today, what they planned for it, and the newest few of their setbacks, which lie folded
 * away there. Beside them, of which day the newest is, when one was written down last, and how far the newest had come.
 * One statement.
 */
export async function findArranged(viewer: Viewer) {
  const rows = await viewer.db.$queryRaw<Arranged[]>`
    select (select json_build_object('sections', sections, 'hidden', hidden, 'pictures', pictures)
        from today_layouts where user_id = ${viewer.id}::uuid) as layout,
      (select created_at from setbacks where user_id = ${viewer.id}::uuid and deleted_at is null
        order by id desc limit 1) as "writtenAt",
      array(select json_build_object('id', id, 'day', day, 'kind', kind, 'closedAt', closed_at,
          'happened', happened, 'stage', stage)
        from setbacks where user_id = ${viewer.id}::uuid and deleted_at is null
        order by day desc, id desc limit ${RESTING + 1}) as resting,
      array(${plannedRows(viewer, viewer.today)}) as planned,
      (select json_build_object('eveningHour', evening_hour, 'digestHour', digest_hour)
        from reminder_settings where user_id = ${viewer.id}::uuid and paused_at is null) as chosen,
      exists (select from declined_steps where user_id = ${viewer.id}::uuid and day = ${viewer.today}::date) as declined`;
  const {
    layout = null,
    writtenAt = null,
    resting = [],
    planned = [],
    chosen,
    declined = false,
  } = rows[0] ?? {};
  const setbacks = resting.slice(0, RESTING).map(({ day, closedAt, stage: _stage, ...row }) =>
    setbackLine(
      openSetback(viewer.words, {
        ...row,
        day: columnOf(day),
        closedAt: closedAt ? new Date(closedAt) : null,
      }),
    ),
  );
  const setbackWritten = writtenAt && dayIn(viewer.timeZone, writtenAt);
  return {
    layout: wholeLayout(layout),
    planned: planned.map((row) => openPlanned(viewer, row)),
    /**
     * At which hours they asked for an evening check, and for a digest of their week; and whether they declined a step.
     */
    ...{ eveningHour: chosen?.eveningHour ?? null, digestHour: chosen?.digestHour ?? null, declined },
    resting: { setbacks, areMore: resting.length > RESTING },
    lastSetback: lastOf(resting[0]?.day ?? null, setbackWritten),
    setbackWritten,
    newest: resting.map(({ id, day, kind, stage }) => ({ id, day, kind, stage })),
  };
}
export type RestingSetbacks = Awaited<ReturnType<typeof findArranged>>["resting"];

type Arranged = {
  layout: Layout | null;
  writtenAt: Date | null;
  planned: PlannedRow[];
  chosen: { eveningHour: number | null; digestHour: number | null } | null;
  declined: boolean;
  resting: {
    id: string;
    day: Day;
    kind: SetbackKind | null;
    closedAt: string | null;
    happened: string;
    stage: string | null;
  }[];
};

const lastOf = (one: Day | null, other: Day | null): Day | null =>
  one === null || (other !== null && other > one) ? other : one;

const NEWS = 3;
/** Answers are looked for under so many of what the viewer said last in a circle, however much they ever said. */
const POSTS_WATCHED = 5;
/**
 * As much of a post as Today shows; the rest is where it was said. As JavaScript counts: Postgres hands over no less.
 */
const EXCERPT = 320;

/** So much of what waits stands on Today; the rest is on a page of its own. */
const WAITING = 3;

type News = {
  /** Empty, with everything else about it, where the viewer sits in no circle. */
  circleId: string | null;
  circle: string;
  waiting: NudgeRow[];
  said: null | {
    /** The post, or the reply under a post of the viewer's own. */
    id: string;
    postId: string;
    answersMe: boolean;
    kind: PostKind;
    need: Need | null;
    body: string;
    saidAt: string;
    alias: string;
    given: EncouragementKind[];
  };
};

export type NewsCard = Awaited<ReturnType<typeof listNews>>["news"][number];

/**
 * The viewer's circles, and the newest that others said in them: what they shared, and how they answered
 * what the viewer shared. And what waits for the viewer. One statement, whatever was said.
 */
export async function listNews(viewer: Viewer) {
  const rows = await viewer.db.$queryRaw<News[]>`
    with news as (
      select seat.circle_id, circle.name, seat.user_id, said.* from memberships seat
      join circles circle on circle.id = seat.circle_id
      left join lateral (
        (select post.id, post.id as post_id, false as answers_me, post.author_id, post.kind, post.need, post.body,
            post.created_at
          from posts post
          where post.circle_id = seat.circle_id and post.author_id <> seat.user_id and post.taken_back_at is null
          order by post.created_at desc, post.id desc limit ${NEWS}::int)
        union all
        (select reply.id, post.id, true, reply.author_id, post.kind, null, reply.body, reply.created_at
          from (
            select mine.circle_id, mine.id, mine.kind from posts mine
            where mine.circle_id = seat.circle_id and mine.author_id = seat.user_id and mine.taken_back_at is null
            order by mine.created_at desc, mine.id desc limit ${POSTS_WATCHED}::int
          ) post
          -- Post by post and in the order of the index: joined, Postgres reads a large circle's replies from one end
          -- to the other.
          cross join lateral (
            select r.id, r.author_id, r.body, r.created_at from replies r
            where r.circle_id = post.circle_id and r.post_id = post.id
              and r.author_id <> seat.user_id and r.taken_back_at is null
            order by r.created_at desc, r.id desc limit ${NEWS}::int
          ) reply
          order by reply.created_at desc, reply.id desc limit ${NEWS}::int)
      ) said on true
      where seat.user_id = ${viewer.id}::uuid and seat.left_at is null
      order by said.created_at desc nulls last, said.id desc limit ${NEWS}::int
    )
    select news.circle_id as "circleId", news.name as "circle", case when news.id is not null then
      json_build_object('id', news.id, 'postId', news.post_id, 'answersMe', news.answers_me, 'kind', news.kind,
        'need', news.need, 'body', left(news.body, ${EXCERPT + 1}::int), 'saidAt', news.created_at,
        'alias', author.alias,
        'given', array(select mine.kind from encouragements mine
          where not news.answers_me and mine.circle_id = news.circle_id and mine.post_id = news.post_id
            and mine.member_id = news.user_id)) end as said,
      array(select json_build_object('kind', waits.kind, 'aboutId', waits.about_id, 'circleId', waits.circle_id,
          'circle', (select c.name from circles c where c.id = waits.circle_id))
        from nudges waits
        where waits.user_id = ${viewer.id}::uuid and waits.done_at is null
        order by waits.created_at desc limit ${WAITING + 1}::int) as waiting
    from (values (1)) page left join news on true
    left join memberships author on author.circle_id = news.circle_id and author.user_id = news.author_id
    order by news.created_at desc nulls last, news.id desc`;
  const waiting = (rows[0]?.waiting ?? []).flatMap(lineOf);
  return {
    hasCircle: rows.some(({ circleId }) => circleId !== null),
    waiting: { lines: waiting.slice(0, WAITING), hasMore: waiting.length > WAITING },
    news: rows.flatMap(({ said, circleId, circle: name }) => {
      if (!said || circleId === null) return [];
      const circle = { circleId, circle: name };
      const { saidAt, body, given, ...card } = said;
      // One warm signal is offered here; the others are in the circle.
      const signals = card.answersMe ? [] : encouragementsFor(card.kind).slice(0, 1);
      return {
        ...circle,
        ...card,
        body: excerptOf(body, EXCERPT),
        signals: signals.map((kind) => ({ kind, words: encouragementWords[kind], on: given.includes(kind) })),
        said: sayMoment(new Date(saidAt), viewer.now, viewer.timeZone),
      };
    }),
  };
}
