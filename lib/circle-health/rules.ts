import { type Week, weekAfter, weekNow } from "@/lib/check-ins/week";
import { ENOUGH } from "@/lib/patterns/rules";
import { HOURS_TO_ANSWER } from "@/lib/posts/rules";

/*
 * How a circle is doing, for those who sit in it: over its last eight weeks, how many were heard of those who were
 * there, how many posts were answered within a day, how many commitments were said. It counts what happened, names
 * nobody, compares with nobody, and says nothing of a share of fewer than ten cases. Whoever takes a break is not
 * expected and not counted as away; whoever says something all the same was heard.
 */

export const WEEKS = 8;

/** The last eight weeks of a circle, the one that goes on included; the oldest first. */
export function weeksOf(circle: { meetingDay: number; timeZone: string }, now: Date): Week[] {
  const current = weekNow(circle, now);
  return Array.from({ length: WEEKS }, (_, at) => weekAfter(current, at - WEEKS + 1));
}

export type Stay = {
  userId: string;
  /** First and last day, by the circle's calendar; null while it goes on. */
  from: string;
  until: string | null;
  /** Since when they take a break. */
  pausedOn: string | null;
};

/** Somebody was heard on a day, whatever they said. */
export type Heard = { userId: string; day: string };

export type WeekSeen = { week: Week; heard: number; there: number };

/** How many were heard in each week, of how many who were there. */
export function showedUp(weeks: Week[], stays: Stay[], heard: Heard[]): WeekSeen[] {
  return weeks.map((week) => {
    const spoke = new Set(
      heard.filter(({ day }) => week.first <= day && day <= week.last).map(({ userId }) => userId),
    );
    const there = stays.filter(
      ({ userId, from, until, pausedOn }) =>
        spoke.has(userId) ||
        (from <= week.last && (!until || until > week.last) && (!pausedOn || pausedOn > week.last)),
    );
    return { week, heard: spoke.size, there: there.length };
  });
}

export type Asked = {
  createdAt: Date;
  /** When somebody else first answered in words that stand; null where nobody has. */
  answeredAt: Date | null;
};

/** How posts were answered. One that is neither answered nor a day old is no case yet. */
export type Answers = { inTime: number; later: number; notYet: number };

export function answersOf(posts: Asked[], now: Date): Answers {
  const day = HOURS_TO_ANSWER * 3_600_000;
  const took = posts.map(({ createdAt, answeredAt }) => answeredAt && Number(answeredAt) - Number(createdAt));
  return {
    inTime: took.filter((one) => one !== null && one <= day).length,
    later: took.filter((one) => one !== null && one > day).length,
    notYet: posts.filter(({ createdAt, answeredAt }) => !answeredAt && Number(now) - Number(createdAt) >= day)
      .length,
  };
}

export const casesOf = ({ inTime, later, notYet }: Answers): number => inTime + later + notYet;

export const TOO_FEW = "too few to tell";

/** "18 of 20 posts were answered within a day." */
export function sayAnswers(answers: Answers): string {
  const cases = casesOf(answers);
  if (cases === 0) return `No post here is a day old yet, or was answered: ${TOO_FEW}.`;
  if (cases < ENOUGH) return `${cases === 1 ? "One post" : `${cases} posts`} in eight weeks: ${TOO_FEW}.`;
  return `${answers.inTime} of ${cases} posts were answered within a day.`;
}

/** "3 of 5 were heard this week so far. In the weeks before it was 2 to 5." */
export function sayShowedUp(weeks: WeekSeen[]): string {
  const there = weeks.reduce((sum, week) => sum + week.there, 0);
  if (there < ENOUGH) return `So far: ${TOO_FEW}.`;
  const latest = weeks.at(-1);
  const whole = weeks.slice(0, -1).filter((week) => week.there > 0);
  const counts = whole.map(({ heard }) => heard);
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  const now = latest?.heard
    ? `${latest.heard} of ${latest.there} were heard this week so far.`
    : "This week has only begun.";
  if (whole.length === 0) return now;
  return `${now} In the weeks before it was ${fewest === most ? most : `${fewest} to ${most}`}.`;
}
