import { dayIn, daysBetween, sayMoment } from "@/lib/dates";

/*
 * A post can be taken back by its author at any time, and by nobody else. Where nobody else has answered
 * in words it is gone without a trace; where somebody has, its words go and "taken back" stays, because the
 * answers are theirs. With the last of these the place goes too, and what its author had added there. When
 * an account is erased it is the same, and the empty place has no name any more.
 *
 * Somebody new here may be a stranger who recruits: in their first week a link waits until somebody in the circle who
 * is not new here has answered once what it saw of them, and the same words sent to several circles within a day wait
 * for a moderator. Meanwhile their author alone sees them, and why.
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

/**
 * What its author reads of a post that was just kept: that the circle has it, or that they alone see it, and until
 * when.
 */
export function sayShared(because: ReturnType<typeof unseenBecause>, circle: string): string {
  if (because === "a link of somebody new")
    return `Kept. You alone see it until somebody in ${circle} who has been here for a while has answered you: its link waits. To share your words without it, take this back: they wait in the form.`;
  if (because)
    return "Kept. You alone see it until a moderator has looked: the same words went to another circle.";
  return `Shared with ${circle}.`;
}

/** Whether two texts say the same, or nearly: whatever their case, spaces and marks, and with a few letters changed. */
export function sayTheSame(one: string, other: string): boolean {
  const [mine, theirs] = [bare(one), bare(other)];
  if (mine === "" || theirs === "") return false;
  if (mine === theirs) return true;
  if (Math.min(mine.length, theirs.length) < NEARLY_FROM) return false;
  const parts = threes(mine);
  const all = parts.size + threes(theirs).size;
  return (2 * [...threes(theirs)].filter((part) => parts.has(part)).length) / all >= NEARLY;
}

/** Shorter texts, in letters, are the same or they are not. */
const NEARLY_FROM = 8;

/** Two texts about different things share fewer than half of their letters in threes, in any language tried. */
const NEARLY = 0.7;

const threes = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3)));

const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
