/*
 * Today shows one small step, and at most two more: what a goal still asks for on this day. A goal that
 * rests, that was left for another day, or that has had enough today asks for nothing. What is meant for
 * every day comes first, then what the week still waits for, then what leads to a finish line; among
 * equals the one that has waited longest, as it was when the day began. Wellbeing weighs as much as applications: the
 * category plays no part. The order of a day stays the same all day, and what was logged a moment ago stays in its place
 * for as long as that can be undone beside it, so that a second, slower press never meets another goal's button. So does
 * the one step that a celebration ends with.
 *
 * Showing up is counted in days of the last seven. Days on which everything rested count neither way.
 *
 * Today has four faces. On the day on which a setback happened or was written down, and on the day after, kindness
 * comes first and says nothing of why. Somebody who has nothing here yet is shown three gentle first steps. Somebody
 * for whom nothing was logged or written in two weeks, and was before, is greeted and shown one step; where they were
 * nobody asks, and days of rest are none. Else it is as usual. What is drawn on Today plays no part in it.
 *
 * Who asked for an evening check finds it on Today, too, as one line from that hour on, as long as there is something
 * to note; it is left for the day with one press. Kindness comes before it, and so does coming back: one step is enough.
 */

import { addDays, type Day, daysBetween } from "@/lib/dates";
import { type Kept, lastSevenDays, leftToday, restsOn } from "@/lib/goals/rules";
import { weeksFrom } from "@/lib/numbers/rules";

export const STEPS = 3;

const order = { day: 0, weekdays: 0, week: 1, every_days: 1, finish_line: 2 } as const;

type Candidate = Kept & {
  id: string;
  notToday: boolean;
  /** The newest day before today with effort, as it was known when today began. */
  lastDone: Day | null;
};

/** The steps that are the viewer's today, the first one first. */
export const stepsForToday = <G extends Candidate>(goals: readonly G[], today: Day): G[] =>
  inOrder(goals)
    .filter((goal) => asksToday(goal, today))
    .slice(0, STEPS);

type InPlace = Candidate & { undo: { day: Day } | null };

/**
 * The same, with what was just logged among them, where it was. After so many at once no further ones come up: that is
 * enough, and all goals stand in the week below.
 */
export function stepsInPlace<G extends InPlace>(goals: readonly G[], today: Day): G[] {
  const shown = inOrder(goals).filter((goal) => asksToday(goal, today) || isJustLogged(goal, today));
  const third = shown.filter((goal) => asksToday(goal, today))[STEPS - 1];
  return (third ? shown.slice(0, shown.indexOf(third) + 1) : shown).slice(0, 2 * STEPS);
}

/** What was left for another day, unless it was done today all the same. */
export const leftForAnotherDay = <G extends Candidate>(goals: readonly G[], today: Day): G[] =>
  goals.filter((goal) => goal.notToday && leftToday(goal, today) > 0);

/** Whether a step is done, and stands where it was with a way to undo that. */
export const isJustLogged = (goal: InPlace, today: Day): boolean =>
  goal.undo?.day === today && !goal.notToday && !asksToday(goal, today);

/**
 * The step that was taken since a celebration named one: it keeps its place, and no other one comes up there. Ids begin
 * with the moment in which a form was drawn, so what was logged from a page that was drawn since has a later one.
 *
 * @param since an id of the moment at which the celebration began; null where there is none.
 */
export const takenSince = <G extends { undo: { effortId: string; day: Day } | null }>(
  goals: readonly G[],
  since: string | null,
  today: Day,
): G | null =>
  goals.find(({ undo }) => since !== null && undo?.day === today && undo.effortId > since) ?? null;

const asksToday = (goal: Candidate, today: Day): boolean => !goal.notToday && leftToday(goal, today) > 0;

function inOrder<G extends Candidate>(goals: readonly G[]): G[] {
  const lastDone = (goal: G) => goal.lastDone ?? "";
  return [...goals].sort(
    (a, b) =>
      order[a.rhythm] - order[b.rhythm] || lastDone(a).localeCompare(lastDone(b)) || a.id.localeCompare(b.id),
  );
}

/** Whether everything that was there on a day rested. Someone without goals rests on no day. */
export const allRested = (goals: readonly (Pick<Kept, "rests"> & { since: Day })[], day: Day): boolean => {
  const there = goals.filter((goal) => goal.since <= day);
  return there.length > 0 && there.every((goal) => restsOn(goal, day));
};

/** One kind sentence on the last seven days. */
export function sayShowedUp(today: Day, showedUpOn: ReadonlySet<Day>, rested: (day: Day) => boolean): string {
  const week = lastSevenDays(today, (day) => showedUpOn.has(day), rested);
  if (week.showedUp === 0) {
    return week.rested > 0
      ? "These were days of rest, and rest counts."
      : "One small step is enough for today.";
  }
  if (week.rested === 0) return `You showed up on ${week.showedUp} of the last 7 days.`;
  const rest = week.rested === 1 ? "one was for rest" : `${week.rested} were for rest`;
  return `You showed up on ${week.showedUp} of the last 7 days, and ${rest}.`;
}

/** After so many days without anything, those of rest not counted, somebody has been away. */
export const AWAY_DAYS = 14;

/** Whether there are so many days after one and before another on which not everything rested. */
export function wasAway(after: Day, before: Day, goals: Parameters<typeof allRested>[0]): boolean {
  let quiet = 0;
  for (let day = addDays(before, -1); day > after && quiet < AWAY_DAYS; day = addDays(day, -1))
    if (!allRested(goals, day)) quiet++;
  return quiet >= AWAY_DAYS;
}

export type Face = "kind" | "new" | "back" | "usual";

type Seen = {
  today: Day;
  /** Of which day the newest setback is, or the day on which it was written down, if that is later. */
  lastSetback: Day | null;
  /** When one was written down last. */
  setbackWritten: Day | null;
  /** The goals that go on, since when each is there. */
  goals: readonly { since: Day; rests: Kept["rests"] }[];
  showedUpOn: ReadonlySet<Day>;
  /** What there was before the days that are known (lib/numbers/queries.ts). */
  earlier: { shown: Day | null; goalMade: Day | null };
};

/** How Today greets its member. */
export function faceOf({ today, lastSetback, setbackWritten, goals, showedUpOn, earlier }: Seen): Face {
  if (lastSetback !== null && daysBetween(lastSetback, today) <= 1) return "kind";
  const traces = [
    ...showedUpOn,
    ...goals.map(({ since }) => since),
    setbackWritten,
    ...Object.values(earlier),
  ];
  const last = traces.filter((day) => day !== null).reduce((one, day) => (day > one ? day : one), "");
  if (last === "") return "new";
  // Whoever gave everything a rest said so, and is not away.
  return !allRested(goals, today) && wasAway(last, addDays(today, 1), goals) ? "back" : "usual";
}

type Evening = {
  /** The hour where the member lives, 0 to 23, and the one from which they asked for an evening check. */
  hour: number;
  eveningHour: number | null;
  face: Face;
  /** They wanted no further step today. */
  declined: boolean;
  /** Something still is to be done today, or nothing was noted yet. */
  isOpen: boolean;
};

/** Whether Today has its evening check: for who asked for one, from their hour on, and until they leave it. */
export const checksEvening = ({ hour, eveningHour, face, declined, isOpen }: Evening): boolean =>
  eveningHour !== null && hour >= eveningHour && face !== "kind" && face !== "back" && !declined && isOpen;

/** By the hour where the member lives, 0 to 23. */
export function greeting(hour: number): string {
  if (hour < 5) return "Hello";
  if (hour < 12) return "Good morning";
  return hour < 18 ? "Good afternoon" : "Good evening";
}

export const WEEKS = 12;

/** So many setbacks stand in their fold on Today. */
export const RESTING = 5;

/** The Monday on which the calendar begins: the last of its weeks is this one. */
export const calendarFrom = (today: Day, weeks = WEEKS): Day => weeksFrom(today, weeks);

/** Every day of the calendar up to today, with how many times the viewer showed up. */
export function calendarDays(
  today: Day,
  times: ReadonlyMap<Day, number>,
  weeks = WEEKS,
): { day: Day; count: number }[] {
  const from = calendarFrom(today, weeks);
  return Array.from({ length: daysBetween(from, today) + 1 }, (_, index) => {
    const day = addDays(from, index);
    return { day, count: times.get(day) ?? 0 };
  });
}
