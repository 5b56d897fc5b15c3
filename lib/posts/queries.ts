import "server-only";
import { sayMoment } from "@/lib/dates";
import {
  canEncourage,
  encouragementsFor,
  encouragementWords,
  sayWhoEncouraged,
} from "@/lib/encouragements/rules";
import { isId } from "@/lib/ids";
import {
  byPlace,
  type EmptyPlace,
  findOpenPlaces,
  isSomething,
  readPlaces,
  type Span,
} from "@/lib/posts/empty-places";
import { beforePlace, momentIn, newestFirst, placeOf } from "@/lib/posts/place";
import { card, type PostRow, type ReplyRow } from "@/lib/posts/rows";
import { canTakeBack, isWaiting, sayWaiting, unseenBecause, WHO_LEFT } from "@/lib/posts/rules";
import { canEdit, canTakeBack as canTakeReplyBack } from "@/lib/replies/rules";
import type { Viewer } from "@/lib/viewer";

const POSTS_A_PAGE = 6;
const REPLIES_IN_A_FEED = 3;
const REPLIES_A_PAGE = 100;

export type ReplyCard = ReturnType<typeof replyCard>;
export type PostCard = ReturnType<typeof postCard>;
export type Feed = Awaited<ReturnType<typeof listPosts>>;

/**
 * One page of what is shared in a circle, newest first, each with its newest replies; `before` is the
 * place that an earlier page gave as `older`. Three statements, however much was said.
 */
export async function listPosts(viewer: Viewer, circleId: string, before?: string) {
  const rows = await viewer.db.post.findMany({
    where: { circleId, ...beforePlace(before) },
    select: card(REPLIES_IN_A_FEED),
    orderBy: [...newestFirst],
    take: POSTS_A_PAGE + 1,
    relationLoadStrategy: "join",
  });
  const shown = rows.slice(0, POSTS_A_PAGE);
  const last = shown.at(-1);
  const about = await readAbout(viewer, circleId, shown, {
    since: rows.length > shown.length && last ? last.createdAt : null,
    until: momentIn(before),
  });
  const places = await readPlaces(viewer, circleId, about.places, REPLIES_IN_A_FEED);
  const all = places.length === 0 ? shown : [...shown, ...places].sort(byPlace);
  return {
    posts: all
      .filter((row) => isSomething(row, REPLIES_IN_A_FEED))
      .map((row) => postCard(viewer, row, about, REPLIES_IN_A_FEED)),
    /** Where the next page begins; null on the last. */
    older: rows.length > shown.length && last ? placeOf(last) : null,
    /** Whether this is the newest page. */
    isNewest: Object.keys(beforePlace(before)).length === 0,
  };
}

/** One post with all its replies, a page of them at a time, oldest first. Null when it is not visible. */
export async function findPost(viewer: Viewer, circleId: string, postId: string, before?: string) {
  if (!isId(circleId) || !isId(postId)) return null;
  const row = await viewer.db.post.findFirst({
    where: { circleId, id: postId },
    select: card(REPLIES_A_PAGE, before),
    relationLoadStrategy: "join",
  });
  const about = await readAbout(viewer, circleId, row ? [row] : []);
  const [place] = row ? [] : about.places.filter(({ id }) => id === postId);
  const [left] = place ? await readPlaces(viewer, circleId, [place], REPLIES_A_PAGE, before) : [];
  const there = row ?? left;
  if (!there || !(before || isSomething(there, REPLIES_A_PAGE))) return null;
  return postCard(viewer, there, about, REPLIES_A_PAGE);
}

/** What is asked about posts once, and not for each of them. */
type About = {
  /** What each person who sits or sat in the circle is called there. */
  aliasOf: Map<string, string>;
  unanswered: Set<string>;
  places: EmptyPlace[];
};

/** @param span between which moments empty places are looked for; everywhere unless told. */
async function readAbout(
  viewer: Viewer,
  circleId: string,
  posts: { id: string }[],
  span: Span = { since: null, until: null },
): Promise<About> {
  const people = await viewer.db.membership.findMany({
    where: { circleId },
    select: { userId: true, alias: true },
  });
  return {
    aliasOf: new Map(people.map(({ userId, alias }) => [userId, alias])),
    ...(await findOpenPlaces(viewer, circleId, posts, span)),
  };
}

function postCard(viewer: Viewer, row: PostRow, { aliasOf, unanswered }: About, most: number) {
  const isMine = row.authorId === viewer.id;
  const seenSince = row.shownAt ?? row.createdAt;
  const nameOf = (userId: string | null) => aliasOf.get(userId ?? "") ?? WHO_LEFT;
  const alias = nameOf(row.authorId);
  const replies = row.replies.slice(0, most);
  const oldest = replies.at(-1);
  return {
    id: row.id,
    circleId: row.circleId,
    alias,
    kind: row.kind,
    need: row.need,
    body: row.body,
    details: row.details,
    said: sayMoment(row.createdAt, viewer.now, viewer.timeZone),
    isMine,
    isTakenBack: row.takenBackAt !== null,
    canTakeBack: canTakeBack(viewer, row),
    ...seenByYouAlone(row),
    /** For those who hold the circle: how long the post has been waiting for words. */
    waiting:
      unanswered.has(row.id) && isWaiting({ ...row, createdAt: seenSince }, 0, viewer.now)
        ? sayWaiting(seenSince, viewer.now, viewer.timeZone)
        : null,
    signals: encouragementsFor(row.kind)
      .filter((kind) => canEncourage(viewer, row, kind))
      .map((kind) => ({
        kind,
        words: encouragementWords[kind],
        on: row.encouragements.some((given) => given.kind === kind && given.memberId === viewer.id),
      })),
    encouragedBy: row.takenBackAt ? [] : whoEncouraged(viewer, row, isMine ? null : alias, nameOf),
    replies: replies.map((reply) => replyCard(viewer, reply, nameOf(reply.authorId))).reverse(),
    /** Where the replies before these end; null when these are all. */
    earlierReplies: row.replies.length > replies.length && oldest ? placeOf(oldest) : null,
  };
}

/** @param author null where it is the viewer. */
function whoEncouraged(
  viewer: Viewer,
  row: PostRow,
  author: string | null,
  nameOf: (userId: string) => string,
): string[] {
  return encouragementsFor(row.kind).flatMap((kind) => {
    const given = row.encouragements.filter((one) => one.kind === kind);
    const others = given.filter((one) => one.memberId !== viewer.id).map((one) => nameOf(one.memberId));
    return sayWhoEncouraged(kind, others, others.length < given.length, author) ?? [];
  });
}

/** Named only where there is something to say: a feed is sent to the browser whole. */
function seenByYouAlone(row: Parameters<typeof unseenBecause>[0]) {
  const why = unseenBecause(row);
  return { ...(why && { unseenBecause: why }) };
}

function replyCard(viewer: Viewer, row: ReplyRow, alias: string) {
  return {
    id: row.id,
    alias,
    body: row.body,
    said: sayMoment(row.createdAt, viewer.now, viewer.timeZone),
    isMine: row.authorId === viewer.id,
    isEdited: row.editedAt !== null,
    isTakenBack: row.takenBackAt !== null,
    ...seenByYouAlone({ ...row, unseenAt: null }),
    canEdit: canEdit(viewer, row, viewer.now),
    canTakeBack: canTakeReplyBack(viewer, row),
  };
}
