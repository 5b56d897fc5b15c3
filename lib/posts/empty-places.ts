import "server-only";
import { beforePlace, newestFirst } from "@/lib/posts/place";
import { type PostRow, replyRow } from "@/lib/posts/rows";
import type { Viewer } from "@/lib/viewer";

/** A place that somebody's post left for whoever shares nothing with them. */
export type EmptyPlace = { id: string; createdAt: Date };

/** Those places with what others answered there, in the shape of a post that an erased account left. */
export async function readPlaces(
  viewer: Viewer,
  circleId: string,
  places: EmptyPlace[],
  most: number,
  before?: string,
): Promise<PostRow[]> {
  const rows: PostRow[] = [];
  for (const { id, createdAt } of places) {
    const replies = await viewer.db.reply.findMany({
      where: { circleId, postId: id, ...beforePlace(before) },
      select: replyRow,
      orderBy: [...newestFirst],
      take: most + 1,
    });
    rows.push({ ...anEmptyPlace, id, circleId, createdAt, takenBackAt: createdAt, replies });
  }
  return rows;
}

const anEmptyPlace = {
  authorId: null,
  kind: "ask",
  need: null,
  body: "",
  details: [],
  heldAt: null,
  unseenAt: null,
  shownAt: null,
  hiddenAt: null,
  encouragements: [],
} satisfies Partial<PostRow>;

export const byPlace = (a: PostRow, b: PostRow) =>
  b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1);

/**
 * An empty place is held by what others answered (rules.ts). Where the viewer sees none of that, because they and
 * whoever answered share nothing, the place is not there for them.
 */
export const isSomething = (row: PostRow, most: number): boolean =>
  row.takenBackAt === null ||
  row.replies.length > most ||
  row.replies.some((reply) => reply.authorId !== row.authorId);

export type Span = { since: Date | null; until: Date | null };

/**
 * Those of these posts that nobody but their author has answered in words, for whoever holds the circle; and the empty
 * places between them.
 */
export async function findOpenPlaces(
  viewer: Viewer,
  circleId: string,
  posts: { id: string }[],
  { since, until }: Span,
): Promise<{ unanswered: Set<string>; places: EmptyPlace[] }> {
  const ids = posts.map((post) => post.id);
  const rows = await viewer.db.$queryRaw<{ id: string; createdAt: Date | null }[]>`
    select p.id, null::timestamptz as "createdAt" from posts p
    where p.circle_id = ${circleId}::uuid and p.id = any (${ids}::uuid[])
      and p.circle_id = any ((select app.my_facilitated_circles())::uuid[])
      and not exists (
        select from replies r
        where r.circle_id = p.circle_id and r.post_id = p.id
          and r.author_id <> p.author_id and r.taken_back_at is null)
    union all
    select e.id, e.created_at from app.empty_places(${circleId}::uuid, ${since}::timestamptz, ${until}::timestamptz) e`;
  return {
    unanswered: new Set(rows.flatMap(({ id, createdAt }) => (createdAt ? [] : [id]))),
    places: rows.flatMap(({ id, createdAt }) => (createdAt ? { id, createdAt } : [])),
  };
}
