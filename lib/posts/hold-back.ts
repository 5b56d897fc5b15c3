import "server-only";
import { freshId } from "@/lib/ids";
import { isNewHere } from "@/lib/limits";
import { holdsLink } from "@/lib/posts/links";
import { sayTheSame } from "@/lib/posts/rules";
import { Refusal } from "@/lib/refusal";
import { sealForModerators } from "@/lib/reports/sealed";
import type { Snapshot } from "@/lib/reports/snapshot";
import type { Viewer } from "@/lib/viewer";

/** Everything that a circle reads of a post: its words and the facts beside them. */
type Said = { body: string; details?: string[] };
const wordsOf = ({ body, details = [] }: Said): string => [body, ...details].join("\n");

/**
 * Since when words of the viewer's are held back, if they are: links of somebody new, whom nobody else in this circle
 * has answered yet. The answer shows them (prisma/policies/post.sql), and so does the end of their first week.
 */
export async function heldSince(viewer: Viewer, circleId: string, said: Said): Promise<Date | null> {
  if (!isNewHere(viewer, viewer.now) || !holdsLink(wordsOf(said))) return null;
  return (await isAnsweredIn(viewer, circleId)) ? null : viewer.now;
}

/**
 * Whether somebody who is not new here, or two who are, have answered what the circle saw of the viewer: under a post of
 * theirs, or after them under another.
 */
export async function isAnsweredIn({ db, id }: Viewer, circleId: string): Promise<boolean> {
  const [answer] = await db.$queryRaw<{ is: boolean }[]>`
    with answers as (
      select r.author_id, r.created_at from replies r join posts p on p.circle_id = r.circle_id and p.id = r.post_id
      where r.circle_id = ${circleId}::uuid and p.author_id = ${id}::uuid and r.author_id <> ${id}::uuid
        and p.held_at is null and p.unseen_at is null and p.hidden_at is null and r.taken_back_at is null
      union
      select r.author_id, r.created_at from replies mine
      join replies r on r.circle_id = mine.circle_id and r.post_id = mine.post_id
      where mine.circle_id = ${circleId}::uuid and mine.author_id = ${id}::uuid and r.author_id <> ${id}::uuid
        and mine.held_at is null and mine.hidden_at is null and mine.taken_back_at is null
        and r.created_at >= mine.created_at and r.taken_back_at is null
    )
    select count(distinct author_id) > 1
      or coalesce(bool_or(not app.was_new_here(author_id, created_at)), false) as is
    from answers`;
  return answer?.is ?? false;
}

/**
 * Whether somebody new has sent the same words to another circle within a day: then a moderator looks at them before
 * the circle does.
 */
export async function isSentAround(viewer: Viewer, circleId: string, said: Said): Promise<boolean> {
  if (!isNewHere(viewer, viewer.now)) return false;
  const posts = await viewer.db.post.findMany({
    where: lately(viewer, circleId),
    select: { body: true, details: true },
    take: 100,
  });
  return posts.some((post) => sayTheSame(wordsOf(post), wordsOf(said)));
}

/** Shorter answers may well be the same in two circles: "Thank you, that helps." */
const LONG_ANSWER = 60;

/**
 * The same for an answer. It answers somebody here and now, and has nowhere to wait for a moderator.
 *
 * @throws Refusal where it says what somebody new has said in another circle within a day.
 */
export async function refuseSentAround(viewer: Viewer, circleId: string, body: string): Promise<void> {
  if (!isNewHere(viewer, viewer.now) || body.length < LONG_ANSWER) return;
  const where = lately(viewer, circleId);
  const [posts, replies] = [
    await viewer.db.post.findMany({ where, select: { body: true }, take: 100 }),
    await viewer.db.reply.findMany({ where, select: { body: true }, take: 100 }),
  ];
  if (![...posts, ...replies].some((said) => sayTheSame(said.body, body))) return;
  throw new Refusal(
    "You have said the same in another circle today. In your first week, please answer each circle in words for them alone. Your words are still here.",
  );
}

/** What the viewer said in other circles within a day. */
const lately = (viewer: Viewer, circleId: string) => ({
  authorId: viewer.id,
  circleId: { not: circleId },
  createdAt: { gt: new Date(viewer.now.getTime() - 86_400_000) },
  takenBackAt: null,
});

/** Asks the moderators to look at a post of the viewer's that is held for them. */
export async function askToLook(
  viewer: Viewer,
  post: { id: string; circleId: string; body: string; details: string[] },
): Promise<void> {
  const seat = await viewer.db.membership.findFirst({
    where: { circleId: post.circleId, userId: viewer.id },
    select: { alias: true, circle: { select: { name: true } } },
    relationLoadStrategy: "join",
  });
  const snapshot: Snapshot = {
    circle: seat?.circle.name ?? "",
    alias: seat?.alias ?? "",
    body: post.body,
    details: post.details,
    at: viewer.now.toISOString(),
    around: [],
  };
  await viewer.db.report.createMany({
    data: {
      id: freshId(),
      reportedId: viewer.id,
      circleId: post.circleId,
      about: "post",
      thingId: post.id,
      reason: "held",
      snapshot: sealForModerators(JSON.stringify(snapshot)),
    },
  });
}
