import { dayIn, daysBetween, sayMoment } from "@/lib/dates";
import { ENOUGH } from "@/lib/patterns/rules";

/*
 * A post can be taken back by its author at any time, and by nobody else. Where nobody else has answered
 * in words it is gone without a trace; where somebody has, its words go and "taken back" stays, because the
 * answers are theirs. With the last of these the place goes too, and what its author had added there. When
 * an account is erased it is the same, and the empty place has no name any more.
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

/** So many weeks a circle looks back on how it answered. */
export const WEEKS_OF_ANSWERS = 4;

/** How often a circle answered within a day, in words; of fewer than ten posts too few to tell. */
export function sayAnswered({ answered, posts }: { answered: number; posts: number }): string {
  if (posts < ENOUGH)
    return posts === 0
      ? "Nothing was shared here in the last four weeks that is a day old."
      : `${posts === 1 ? "One post" : `${posts} posts`} in four weeks: too few to tell how often a first answer comes within a day.`;
  return `${answered} of ${posts} posts of the last four weeks were answered within a day.`;
}
