/*
 * A member's calendar program sees when they meet, twelve weeks ahead, the days of what they said they would do (the
 * day they named, or else the last one of its week), and when they planned a step of their own, as far ahead. It sees
 * no names and no words, because a calendar is often seen by an employer, and kept by whoever runs it.
 */

import { weekAround } from "@/lib/check-ins/week";
import { endOfMeeting, type Meeting, nextMeeting } from "@/lib/circles/rules";
import type { Day } from "@/lib/dates";

const WEEKS = 12;

/** The meetings of a circle from now on, by its own clock whatever daylight saving does: when each begins and ends. */
export function meetingsAhead(circle: Meeting, now: Date): { begins: Date; ends: Date }[] {
  const meetings: { begins: Date; ends: Date }[] = [];
  let from = now;
  for (let week = 0; week < WEEKS; week++) {
    const begins = nextMeeting(circle, from);
    const ends = endOfMeeting(begins);
    meetings.push({ begins, ends });
    from = ends;
  }
  return meetings;
}

/** The day on which a commitment stands in a calendar. */
export const dayOfCommitment = (said: { week: Day; byDay: Day | null; meetingDay: number }): Day =>
  said.byDay ?? weekAround(said.week, said).last;
