import type { MembershipRole } from "@/lib/generated/enums";
import type { NudgeKind } from "@/lib/nudges/kinds";

/*
 * No post goes unanswered. One that nobody but its author has answered in words for 24 hours, or nobody whom its author
 * sees (docs/decisions/0041), is pointed out to the author's buddy; after 36 hours to whoever holds the circle; after
 * 48 to everybody else there. Where no buddy can be asked, whoever holds the circle is asked at once. A person is told
 * once of a post, and nobody who paused, who left, or who does not want to meet its author. Whoever was asked for what
 * they know (lib/advising) was asked something else, and is told like everybody. Hours count from when others could see
 * the post, and the buddy is the one of that month. A post that has waited for four days is left in peace: it is then
 * the circle that needs looking after, and no post of last month brings anybody a nudge because a worker had stood
 * still.
 *
 * A mail says so too, if its member asked for it: one a day at most, for however much waits, and none in their quiet
 * hours (lib/reminders/rules.ts). The line is what keeps the promise; it is there at once, whoever has a mail that day.
 */

/** In hours since it was said, or since others see it, where it was held back. */
const TELL_BUDDY = 24;
const TELL_HOLDER = 36;
const TELL_ALL = 48;
const LEAVE_IN_PEACE = 96;

const hoursBefore = (now: Date, hours: number) => new Date(now.getTime() - hours * 3_600_000);

/** Between which moments a post was said that somebody is told about now. */
export const whenWaiting = (now: Date) => ({
  since: hoursBefore(now, LEAVE_IN_PEACE),
  until: hoursBefore(now, TELL_BUDDY),
});

type Person = { userId: string; role: MembershipRole };

/** Who is told about a post that waits, and in which words. */
export type Told = { userId: string; kind: NudgeKind };

/**
 * Everybody who is to be told of an unanswered post by now, those who were told already among them.
 *
 * @param others who sits there and can be asked: not its author, not paused, and not apart from its author.
 * @param buddies the author's, whether or not they are among the others.
 */
export function whoIsTold(
  post: { saidAt: Date },
  { others, buddies }: { others: Person[]; buddies: string[] },
  now: Date,
): Told[] {
  const waited = (now.getTime() - post.saidAt.getTime()) / 3_600_000;
  if (waited < TELL_BUDDY || waited > LEAVE_IN_PEACE) return [];
  const told = new Map<string, NudgeKind>();
  const tell = (people: Person[], kind: NudgeKind) => {
    for (const { userId } of people) if (!told.has(userId)) told.set(userId, kind);
  };
  const holders = (["facilitator", "cofacilitator"] as const).flatMap((role) =>
    others.filter((person) => person.role === role),
  );
  tell(
    others.filter(({ userId }) => buddies.includes(userId)),
    "post-waits-for-buddy",
  );
  if (told.size === 0) tell(holders.slice(0, 1), "post-waits-for-holder");
  // Where the one who holds the circle knows already, the other one.
  if (waited >= TELL_HOLDER)
    tell(holders.filter(({ userId }) => !told.has(userId)).slice(0, 1), "post-waits-for-holder");
  if (waited >= TELL_ALL) tell(others, "post-waits");
  return [...told].map(([userId, kind]) => ({ userId, kind }));
}

/** How many things wait, in words. */
export const sayWaiting = (count: number): string =>
  count === 1 ? "One thing waits for you" : `${count} things wait for you`;
