import "server-only";
import { freshId } from "@/lib/ids";
import { isNewHere } from "@/lib/limits";
import { holdsLink } from "@/lib/posts/links";
import { sayTheSame } from "@/lib/posts/rules";
import { sealForModerators } from "@/lib/reports/sealed";
import type { Snapshot } from "@/lib/reports/snapshot";
import type { Viewer } from "@/lib/viewer";

/**
 * Since when words of the viewer's are held back, if they are: links of somebody new, whom nobody else in this circle
 * has answered yet. The first answer shows them (prisma/policies/post.sql).
 */
export async function heldSince(viewer: Viewer, circleId: string, body: string): Promise<Date | null> {
  if (!isNewHere(viewer, viewer.now) || !holdsLink(body)) return null;
  return (await isAnsweredIn(viewer, circleId)) ? null : viewer.now;
}

/**
 * Whether somebody who is not new here has answered what the circle saw of the viewer: under a post of theirs, or after
 * them under another.
 */
export async function isAnsweredIn({ db, id }: Viewer, circleId: string): Promise<boolean> {
  const [answer] = await db.$queryRaw<{ is: boolean }[]>`
    select exists (
      select from replies r join posts p on p.circle_id = r.circle_id and p.id = r.post_id
      where r.circle_id = ${circleId}::uuid and p.author_id = ${id}::uuid and r.author_id <> ${id}::uuid
        and p.held_at is null and p.unseen_at is null and p.hidden_at is null
        and r.taken_back_at is null and not app.was_new_here(r.author_id, r.created_at)
    ) or exists (
      select from replies mine join replies r on r.circle_id = mine.circle_id and r.post_id = mine.post_id
      where mine.circle_id = ${circleId}::uuid and mine.author_id = ${id}::uuid and r.author_id <> ${id}::uuid
        and mine.held_at is null and mine.hidden_at is null and mine.taken_back_at is null
        and r.created_at >= mine.created_at and r.taken_back_at is null
        and not app.was_new_here(r.author_id, r.created_at)
    ) as is`;
  return answer?.is ?? false;
}

/**
 * Whether somebody new has sent the same words to another circle within a day: then a moderator looks at them before
 * the circle does.
 */
export async function isSentAround(viewer: Viewer, circleId: string, body: string): Promise<boolean> {
  if (!isNewHere(viewer, viewer.now)) return false;
  const lately = await viewer.db.post.findMany({
    where: {
      authorId: viewer.id,
      circleId: { not: circleId },
      createdAt: { gt: new Date(viewer.now.getTime() - 86_400_000) },
      takenBackAt: null,
    },
    select: { body: true },
    take: 100,
  });
  return lately.some((post) => sayTheSame(post.body, body));
}

/** Asks the moderators to look at a post of the viewer's that is held for them. */
export async function askToLook(
  viewer: Viewer,
  post: { id: string; circleId: string; body: string },
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
    details: [],
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
