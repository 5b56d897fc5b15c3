import { dayIn, daysBetween, sayMoment } from "@/lib/dates";

/*
 * A post can be taken back by its author at any time, and by nobody else. Where nobody else has answered
 * in words it is gone without a trace; where somebody has, its words go and "taken back" stays, because the
 * answers are theirs. With the last of these the place goes too, and what its author had added there. When
 * an account is erased it is the same, and the empty place has no name any more.
 *
 * Somebody new here may be a stranger who recruits: in their first week a link waits until somebody else in the circle
 * has answered them once, and the same words sent to several circles within a day wait for a moderator. Meanwhile their
 * author alone sees them, and why.
 *
 * No post goes unanswered: one that has had no words from anybody but its author for 24 hours is waiting.
 * A warm signal is welcome and is no answer. Who is told of one that waits is in lib/nudges/rules.ts.
 */

/** How the empty place is called that an erased account left between others' replies. */
export const WHO_LEFT = "Somebody who left";

type Said = { authorId: string | null; takenBackAt: Date | null };

export const canTakeBack = (viewer: { id: string }, said: Said): boolean =>
  said.authorId === viewer.id && said.takenBackAt === null;

/** What taking a post back leaves behind. */
export const traceOf = (answersByOthers: number): "nothing" | "taken back" =>
  answersByOthers > 0 ? "taken back" : "nothing";

export const HOURS_TO_ANSWER = 24;

export const isWaiting = (
  post: { createdAt: Date; takenBackAt: Date | null },
  answersByOthers: number,
  now: Date,
): boolean =>
  post.takenBackAt === null &&
  answersByOthers === 0 &&
  now.getTime() - post.createdAt.getTime() >= HOURS_TO_ANSWER * 3_600_000;

/** How long a post has been waiting, in words: "since yesterday", "for 3 days", "since 14 November". */
export function sayWaiting(createdAt: Date, now: Date, timeZone: string): string {
  const days = daysBetween(dayIn(timeZone, createdAt), dayIn(timeZone, now));
  if (days <= 1) return "since yesterday";
  if (days < 7) return `for ${days} days`;
  return `since ${sayMoment(createdAt, now, timeZone).said}`;
}

/** Why the author alone sees something; null for what all of the circle sees. */
export function unseenBecause(said: {
  heldAt: Date | null;
  unseenAt: Date | null;
  hiddenAt: Date | null;
}): "hidden" | "sent to several circles" | "a link of somebody new" | null {
  if (said.hiddenAt) return "hidden";
  if (said.unseenAt) return "sent to several circles";
  return said.heldAt ? "a link of somebody new" : null;
}

// "https://...", "www....", and a name that ends as addresses do, with a dot or "(dot)" or " dot " in it.
const LINK =
  /\b[a-z][a-z0-9+.-]*:\/\/\S|\bwww\.\S|[\p{L}\p{N}-]{2,}(?:\.|\s*[([{]\s*dot\s*[)\]}]\s*|\s+dot\s+)(?:com|net|org|info|biz|io|co|me|app|dev|xyz|shop|online|site|top|link|click|live|club|pro|vip|gg|ly|to|de|uk|eu|fr|nl|ch|at|us|in|ru|cn)\b/iu;

/** Whether words lead somewhere outside: written out, or so that people can type it. */
export const holdsLink = (body: string): boolean => LINK.test(body.normalize("NFKC"));

/** Whether two texts say the same, whatever their case, spaces and marks. */
export const sayTheSame = (one: string, other: string): boolean =>
  bare(one) === bare(other) && bare(one) !== "";

const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
