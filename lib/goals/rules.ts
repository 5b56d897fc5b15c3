/*
 * A goal counts effort: times a day, times a week, or times until a finish line. Its week, Monday first,
 * is seven dots to fill. A day on which effort was logged is filled; a day of rest expects nothing and
 * is never held against anyone. A goal that has become too big is made smaller, not failed.
 */

import { addDays, type Day, daysBetween, sayDay, weekOf } from "@/lib/dates";
import { excerptOf } from "@/lib/excerpt";
import type { Rhythm } from "@/lib/generated/enums";

export const TITLE_LENGTH = 120;

/** What a goal asks for. */
export type Ask = { rhythm: Rhythm; times: number };

/** Days of rest: from `startedOn` until the day before `endedOn`, or still going on. */
export type Rest = { startedOn: Day; endedOn: Day | null };

/** A goal with what its rules need to know: the effort of the last seven days, by day, and in all. */
export type Kept = Ask & { efforts: Record<Day, number>; total: number; rests: Rest[] };

/** Effort is logged for today or for a day up to this many days back. */
export const DAYS_BACK = 60;

export const canLogOn = (day: Day, today: Day): boolean =>
  day <= today && daysBetween(day, today) <= DAYS_BACK;

export const restsOn = (goal: { rests: Rest[] }, day: Day): boolean =>
  goal.rests.some((rest) => rest.startedOn <= day && (rest.endedOn === null || day < rest.endedOn));

const on = (goal: Kept, day: Day): number => goal.efforts[day] ?? 0;

const inWeek = (goal: Kept, today: Day): number => weekOf(today).reduce((sum, day) => sum + on(goal, day), 0);

/** "1 a day", "4 a week", "10 in all" */
export function sayAsk({ rhythm, times }: Ask): string {
  const per = { day: "a day", week: "a week", finish_line: "in all" }[rhythm];
  return `${times} ${per}`;
}

export type Dot = { day: Day; state: "filled" | "partly" | "empty" | "resting"; today: boolean };

/** The week that `today` lies in. Effort shows even on a day of rest. */
export function dotsOf(goal: Kept, today: Day): Dot[] {
  return weekOf(today).map((day) => {
    const count = on(goal, day);
    const enough = goal.rhythm === "day" ? goal.times : 1;
    const state =
      count >= enough ? "filled" : count > 0 ? "partly" : restsOn(goal, day) ? "resting" : "empty";
    return { day, state, today: day === today };
  });
}

/** How often this week's rhythm asks for effort. Days of rest take their share of it away. */
export function askedThisWeek(goal: Kept, today: Day): number {
  const open = weekOf(today).filter((day) => !restsOn(goal, day)).length;
  return Math.ceil((goal.times * open) / 7);
}

/** How many times are left to do today; 0 when today rests, or when it is enough. */
export function leftToday(goal: Kept, today: Day): number {
  if (restsOn(goal, today)) return 0;
  if (goal.rhythm === "day") return Math.max(0, goal.times - on(goal, today));
  // Once on a day is enough for a rhythm that is wider than a day.
  if (on(goal, today) > 0) return 0;
  if (goal.rhythm === "week") return inWeek(goal, today) < askedThisWeek(goal, today) ? 1 : 0;
  return goal.total < goal.times ? 1 : 0;
}

export const isAtFinishLine = (goal: Pick<Kept, "rhythm" | "times" | "total">): boolean =>
  goal.rhythm === "finish_line" && goal.total >= goal.times;

/** Where a goal stands, in kind words: what was done, never what is missing. */
export function sayProgress(goal: Kept, today: Day): string {
  const resting = goal.rests.find((rest) => rest.startedOn <= today && rest.endedOn === null);
  if (resting) return `Resting since ${sayDay(resting.startedOn, today)}`;
  if (isAtFinishLine(goal)) return `${goal.total} done: you are at the finish line`;
  if (goal.rhythm === "finish_line") {
    return goal.total > 0 ? `${goal.total} of ${goal.times} so far` : "Begins with the first one";
  }
  if (goal.rhythm === "week") {
    const done = inWeek(goal, today);
    const asked = askedThisWeek(goal, today);
    if (done === 0) return asked === 0 ? "Resting this week" : "The week is still open";
    return done >= asked ? `${done} this week, as much as you hoped for` : `${done} of ${asked} this week`;
  }
  const days = weekOf(today).filter((day) => on(goal, day) >= goal.times).length;
  const now = on(goal, today);
  const week = days > 0 ? `${days} ${days === 1 ? "day" : "days"} this week` : "The week is still open";
  return now > 0 && now < goal.times ? `${now} of ${goal.times} today` : week;
}

/** What somebody hears who has come to the end of a goal, however far they went. */
export function sayEffort(total: number): string {
  if (total === 0) return "You took it on, and you know when to stop.";
  if (total === 1) return "You did it once, and that was you.";
  return `You did it ${total} times, and every one was you.`;
}

/**
 * One step smaller. Fewer times as long as that is possible; after that the thing itself becomes
 * smaller ("retitle"), because five minutes of it count too. A finish line comes half
 * of the way that is left nearer; `total` is how far it has come.
 */
export type Smaller = { kind: "ask"; ask: Ask } | { kind: "retitle" };

export function smaller({ rhythm, times, total }: Ask & { total: number }): Smaller {
  if (rhythm === "day") {
    return { kind: "ask", ask: times > 1 ? { rhythm, times: times - 1 } : { rhythm: "week", times: 4 } };
  }
  if (rhythm === "week") {
    return times > 1 ? { kind: "ask", ask: { rhythm, times: times - 1 } } : { kind: "retitle" };
  }
  const left = times - total;
  return left > 1
    ? { kind: "ask", ask: { rhythm, times: total + Math.floor(left / 2) } }
    : { kind: "retitle" };
}

/** A smaller title to start from, when fewer times are not possible. */
export const smallerTitle = (title: string): string =>
  /^five minutes/i.test(title) ? title : excerptOf(`Five minutes: ${title}`, TITLE_LENGTH);

/** What a circle is told of a goal, until its member puts it in other words. */
export function sayToCircle(goal: Kept & { title: string }, today: Day): string {
  const what = `${goal.title}, ${sayAsk(goal)}`;
  if (goal.rhythm === "finish_line" && goal.total > 0) {
    return `${goal.total} of ${goal.times} so far: ${goal.title}.`;
  }
  const { showedUp, rested } = lastSevenDays(
    today,
    (day) => on(goal, day) > 0,
    (day) => restsOn(goal, day),
  );
  if (showedUp === 0) return `Starting again, gently, with: ${what}.`;
  return `Showed up on ${showedUp} of the last 7 days${rested > 0 ? ` and rested ${rested}` : ""} for: ${what}.`;
}

/**
 * The last seven days, today included: on how many there was effort, and how many were for rest. A day
 * on which something rested and there was effort all the same counts as effort.
 */
export function lastSevenDays(today: Day, didShowUp: (day: Day) => boolean, rested: (day: Day) => boolean) {
  const days = Array.from({ length: 7 }, (_, back) => addDays(today, -back));
  return {
    showedUp: days.filter(didShowUp).length,
    rested: days.filter((day) => !didShowUp(day) && rested(day)).length,
  };
}
