import type { Day } from "@/lib/dates";

/*
 * Everybody in a circle has a buddy, another one each month, who is the first to hear when a post of theirs waits for
 * an answer (lib/nudges/rules.ts). Over the months everybody is paired with everybody, by the order of their seats;
 * with an odd number somebody has two. Postgres pairs them up (prisma/policies/buddy.sql), since the pairs depend on
 * who does not want to meet whom, and no member's page may know that.
 */

/** A month as pairs are made for it: the year times twelve, and the month. */
export function monthOf(day: Day): number {
  const [year = 1970, month = 1] = day.split("-").map(Number);
  return year * 12 + month;
}
