/*
 * A goal counts effort: so much a day, a week, every few days or on chosen weekdays, or until a finish line. It is
 * counted in times, applications, people, minutes or pages; an effort says how much it was. Its week, Monday first,
 * is seven dots to fill. A day on which effort was logged is filled; a day of rest expects nothing and is never held
 * against anyone. A goal that has become too big is made smaller, not failed. Each day counts by what was asked on it,
 * so growing a goal empties no dot; on the day of a change either is enough.
 */

import { addDays, type Day, daysBetween, sayDay, sayWeekday, weekdayOf, weekOf } from "@/lib/dates";
import { excerptOf } from "@/lib/excerpt";
import type { GoalUnit, RhythmKind } from "@/lib/generated/enums";
import { sayAmount } from "@/lib/goals/units";

export const TITLE_LENGTH = 120;

/** A goal's rhythm: what it asks for. What is left out is as it is for most: times, of which one tap logs one. */
export type Rhythm = {
  rhythm: RhythmKind;
  times: number;
  unit?: GoalUnit;
  /** As much as one tap logs. */
  usual?: number;
  /** Every how many days, where that is the rhythm. */
  everyDays?: number | null;
  /** Where chosen weekdays are the rhythm: which ones, Monday is 1. */
  weekdays?: number[];
};

/** The columns of a goal that are its rhythm: whoever says it needs all of them. */
export const rhythmColumns = {
  rhythm: true,
  times: true,
  unit: true,
  usual: true,
  everyDays: true,
  weekdays: true,
} as const;

/** Of a goal only its rhythm. */
export const rhythmOf = ({
  rhythm,
  times,
  unit,
  usual,
  everyDays,
  weekdays,
}: Required<Rhythm>): Required<Rhythm> => ({
  rhythm,
  times,
  unit,
  usual,
  everyDays,
  weekdays,
});

/** What a goal asked for until a day, that one included. */
export type Former = Rhythm & { until: Day };

/** What a goal asked for on a day. */
export const rhythmOn = (goal: Rhythm & { former?: Former[] }, day: Day): Rhythm =>
  goal.former?.find(({ until }) => day <= until) ?? goal;

/** Days of rest: from `startedOn` until the day before `endedOn`, or still going on. */
export type Rest = { startedOn: Day; endedOn: Day | null };

/** A goal with what its rules need to know. */
export type Kept = Rhythm & {
  /** How much was done on each of the last seven days, or of as many as its rhythm looks back. */
  efforts: Record<Day, number>;
  /** Whether anything was ever done. */
  begun: boolean;
  /** How far it has come towards its finish line, or what a finished goal came to. What goes on is not added up: 0. */
  total: number;
  rests: Rest[];
  /** What it asked for before, on days of this week, oldest first. What is left out never changed. */
  former?: Former[];
  /** The day by which a finish line is hoped for. */
  finishBy?: Day | null;
};

/** Effort is logged for today or for a day up to this many days back. */
export const DAYS_BACK = 60;

export const canLogOn = (day: Day, today: Day): boolean =>
  day <= today && daysBetween(day, today) <= DAYS_BACK;

export const restsOn = (goal: { rests: Rest[] }, day: Day): boolean =>
  goal.rests.some((rest) => isIn(rest, day));

const isIn = ({ startedOn, endedOn }: Rest, day: Day): boolean =>
  startedOn <= day && (endedOn === null || day < endedOn);

/** The later of two ends; what is still going on has none. */
const laterEnd = (one: Day | null, other: Day | null): Day | null =>
  one !== null && other !== null ? (one > other ? one : other) : null;

/** The whole rest that a day lies in: what overlaps, or follows without a day between, is one rest. */
export function restAround(rests: Rest[], day: Day): Rest | null {
  const joined: Rest[] = [];
  for (const { startedOn, endedOn } of rests.toSorted((a, b) => a.startedOn.localeCompare(b.startedOn))) {
    const last = joined.at(-1);
    if (last && (last.endedOn === null || startedOn <= last.endedOn))
      last.endedOn = laterEnd(last.endedOn, endedOn);
    else joined.push({ startedOn, endedOn });
  }
  return joined.find((rest) => isIn(rest, day)) ?? null;
}

const on = (goal: Kept, day: Day): number => goal.efforts[day] ?? 0;

const inWeek = (goal: Kept, today: Day): number => weekOf(today).reduce((sum, day) => sum + on(goal, day), 0);

/** "1 a day", "25 minutes a week", "every 3 days", "2 on Mondays and Thursdays", "10 applications in all" */
export function sayRhythm({ rhythm, times, unit, everyDays, weekdays = [] }: Rhythm): string {
  const much = sayAmount(times, unit);
  if (rhythm === "day") return `${much} a day`;
  if (rhythm === "week") return `${much} a week`;
  if (rhythm === "finish_line") return `${much} in all`;
  const often = rhythm === "every_days" ? `every ${everyDays} days` : sayWeekdays(weekdays);
  // Once goes without saying.
  return much === "1" ? often : `${much} ${often}`;
}

/** "on Mondays and Thursdays" */
function sayWeekdays(weekdays: number[]): string {
  if (weekdays.join() === "1,2,3,4,5") return "from Monday to Friday";
  const names = weekdays.map((weekday) => `${sayWeekday(weekday)}s`);
  const last = names.pop();
  return `on ${names.length > 0 ? `${names.join(", ")} and ${last}` : last}`;
}

/** Whether a day is one of those that the rhythm is for. All are, unless weekdays were chosen. */
export const isFor = ({ rhythm, weekdays = [] }: Rhythm, day: Day): boolean =>
  rhythm !== "weekdays" || weekdays.includes(weekdayOf(day));

export type Dot = { day: Day; state: "filled" | "partly" | "empty" | "resting"; today: boolean };

/** Whether so much on one day is what the rhythm asks of a day. Wider rhythms ask for some, on any. */
const isEnough = ({ rhythm, times }: Rhythm, count: number): boolean =>
  count >= (rhythm === "day" || rhythm === "weekdays" ? times : 1);

/** All that was asked on a day: two things on the one on which that changed, else twice the same. */
const rhythmsOn = (goal: Kept, day: Day): Rhythm[] => [rhythmOn(goal, day), rhythmOn(goal, addDays(day, 1))];

const hadEnough = (goal: Kept, day: Day): boolean =>
  rhythmsOn(goal, day).some((rhythm) => isEnough(rhythm, on(goal, day)));

/** The week that `today` lies in. Effort shows even on a day that asks for nothing. */
export function dotsOf(goal: Kept, today: Day): Dot[] {
  return weekOf(today).map((day) => {
    const asksNothing = restsOn(goal, day) || !rhythmsOn(goal, day).some((rhythm) => isFor(rhythm, day));
    const without = asksNothing ? "resting" : "empty";
    const state = hadEnough(goal, day) ? "filled" : on(goal, day) > 0 ? "partly" : without;
    return { day, state, today: day === today };
  });
}

/** How much effort this week's rhythm asks for. Days of rest take their share of it away. */
export function askedThisWeek(goal: Kept, today: Day): number {
  const open = weekOf(today).filter((day) => !restsOn(goal, day));
  if (goal.rhythm === "day") return goal.times * open.length;
  if (goal.rhythm === "weekdays") return goal.times * open.filter((day) => isFor(goal, day)).length;
  if (goal.rhythm === "finish_line") return 0;
  return Math.ceil((goal.times * open.length) / (goal.everyDays ?? 7));
}

/** The first day on which a goal for every few days is asked for again. */
function openAgain(goal: Kept, today: Day): Day {
  const every = goal.everyDays ?? 1;
  const days = Array.from({ length: every }, (_, back) => addDays(today, -back));
  const done = days.reduce((sum, day) => sum + on(goal, day), 0);
  const oldest = days.findLast((day) => on(goal, day) > 0);
  return done >= goal.times && oldest ? addDays(oldest, every) : today;
}

/** How much is left to do today; 0 when today rests, or when it is enough. */
export function leftToday(goal: Kept, today: Day): number {
  if (restsOn(goal, today) || !isFor(goal, today)) return 0;
  if (goal.rhythm === "day" || goal.rhythm === "weekdays") return Math.max(0, goal.times - on(goal, today));
  // Once on a day is enough for a rhythm that is wider than a day.
  if (on(goal, today) > 0) return 0;
  const { usual = 1 } = goal;
  if (goal.rhythm === "every_days") return openAgain(goal, today) === today ? usual : 0;
  const left =
    goal.rhythm === "week" ? askedThisWeek(goal, today) - inWeek(goal, today) : goal.times - goal.total;
  return Math.max(0, Math.min(usual, left));
}

export const isAtFinishLine = (goal: Pick<Kept, "rhythm" | "times" | "total">): boolean =>
  goal.rhythm === "finish_line" && goal.total >= goal.times;

/** Where a goal stands, in kind words: what was done, never what is missing. */
export function sayProgress(goal: Kept, today: Day): string {
  const rest = restAround(goal.rests, today);
  if (rest?.endedOn) return `Resting until ${sayDay(addDays(rest.endedOn, -1), today)}`;
  if (rest) return `Resting since ${sayDay(rest.startedOn, today)}`;
  if (goal.rhythm === "finish_line") return sayWay(goal, today);
  if (goal.rhythm === "week") {
    const done = inWeek(goal, today);
    const asked = askedThisWeek(goal, today);
    if (done === 0) return "The week is still open";
    return done >= asked
      ? `${sayAmount(done, goal.unit)} this week, as much as you hoped for`
      : `${done} of ${sayAmount(asked, goal.unit)} this week${withRest(goal, today)}`;
  }
  if (goal.rhythm === "every_days") {
    const again = openAgain(goal, today);
    if (again > today) return `Done, and open again from ${sayDay(again, today)}`;
    return goal.begun ? "Open today" : "Begins with the first one";
  }
  const days = weekOf(today).filter((day) => hadEnough(goal, day)).length;
  const now = on(goal, today);
  const week = days > 0 ? `${days} ${days === 1 ? "day" : "days"} this week` : "The week is still open";
  return now > 0 && !hadEnough(goal, today) ? `${now} of ${sayAmount(goal.times, goal.unit)} today` : week;
}

/** ", with 2 days of rest": why a week asks for less than its rhythm says. */
function withRest(goal: Kept, today: Day): string {
  const days = weekOf(today).filter((day) => restsOn(goal, day)).length;
  return days === 0 ? "" : `, with ${days === 1 ? "a day" : `${days} days`} of rest`;
}

/** How far the way to a finish line has come. A day that has passed is not spoken of. */
function sayWay(goal: Kept, today: Day): string {
  const { total, times, unit, finishBy } = goal;
  if (isAtFinishLine(goal)) return `${sayAmount(total, unit)} done: you are at the finish line`;
  const far = total > 0 ? `${total} of ${sayAmount(times, unit)} so far` : "Begins with the first one";
  return finishBy && finishBy >= today ? `${far}, and there is time until ${sayDay(finishBy, today)}` : far;
}

/** What somebody hears who has come to the end of a goal, however far they went. */
export function sayEffort(total: number, unit: GoalUnit = "times"): string {
  if (total === 0) return "You took it on, and you know when to stop.";
  if (unit !== "times") return `${sayAmount(total, unit)}, and every one was you.`;
  if (total === 1) return "You did it once, and that was you.";
  return `You did it ${total} times, and every one was you.`;
}

/** A smaller title to start from, when fewer times are not possible. */
export const smallerTitle = (title: string): string =>
  /^five minutes/i.test(title) ? title : excerptOf(`Five minutes: ${title}`, TITLE_LENGTH);

/** What a circle is told of a goal, until its member puts it in other words. */
export function sayToCircle(goal: Kept & { title: string }, today: Day): string {
  const what = `${goal.title}, ${sayRhythm(goal)}`;
  if (isAtFinishLine(goal))
    return `At the finish line, with ${sayAmount(goal.total, goal.unit)}: ${goal.title}.`;
  if (goal.rhythm === "finish_line" && goal.total > 0) {
    return `${goal.total} of ${sayAmount(goal.times, goal.unit)} so far: ${goal.title}.`;
  }
  const { showedUp, rested } = lastSevenDays(
    today,
    (day) => on(goal, day) > 0,
    (day) => restsOn(goal, day),
  );
  if (showedUp === 0) return `Starting${goal.begun ? " again" : ""}, gently, with: ${what}.`;
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
