/*
 * A member checks in once in a week of the circle, and may change what they said for as long as that week goes on.
 * Nobody is late: whoever has not checked in is not there yet, and whose seat waits for them is not asked.
 */

/** Who is asked to check in: everybody whose seat does not wait for them. */
export const isExpected = (person: { leftAt?: Date | null; pausedAt: Date | null }): boolean =>
  !person.leftAt && person.pausedAt === null;

/** How many have checked in, in kind words. */
export function sayCheckedIn(here: number, expected: number): string {
  if (here === 0) return "No check-ins yet this week";
  if (here >= expected) return expected === 1 ? "You have checked in" : "Everybody has checked in";
  return `${here} of ${expected} ${here === 1 ? "has" : "have"} checked in`;
}
