/*
 * Strength says how steadily a member has been showing up for a goal, from 0 to 100. It rises with doing and fades
 * slowly, by the goal's own rhythm; it never goes back to nothing because of a bad week, and days of rest stop it
 * where it is.
 *
 * In words: what is done holds for as long as the rhythm asks for nothing more. "Once a week" holds for seven days,
 * twice a week for three and a half each. While it holds nothing fades. After that, each day that asks for effort and
 * is over lets a little of it go: half of it in HALF_LIFE * sqrt(gap) days, where the gap is how many days lie from one
 * tap to the next when just what the rhythm asks for is done, as much at a time as one tap logs. That is 14 days for
 * what is for every day, and 37 for what is for once a week; 120 minutes a week have 26 where a tap is for half an hour
 * (four a week), and 37 where it is for all of them. Of chosen weekdays each is a tap, and the half-life is counted in
 * those days, since no others fade: HALF_LIFE * sqrt(gap) / gap of them, 5 Mondays where Mondays were chosen.
 *
 * In symbols, with m = 0.5 ^ (1 / half-life) and s between 0 and 1:
 *   a day with effort    s becomes 1 - (1 - s) * m^w, w = the days that it is worth, one period of the rhythm at most
 *                        (simple exponential smoothing towards 1). What holds grows by w, to one period at most.
 *   a day without        s becomes s * m^(what of that day is not held)  (and towards 0)
 *   a day of rest        neither, and what holds goes on holding; the same for a weekday that is not a chosen one.
 *
 * A rhythm may change. Each day is judged by the one that it had, so no change moves a day that is over. The day of the
 * change asks for nothing, and belongs to the rhythm before. The next begins with a whole period ahead of it, or with
 * what holds longer: whoever grows a goal or makes it smaller starts from where they stand, and with time.
 *
 * So doing never lowers it, one more effort on any day never lowers any day, and a rest never does. It is reckoned in
 * calendar days as the member means them, so no time zone plays a part.
 */

import { addDays, type Day } from "@/lib/dates";
import { isFor, type Rest, type Rhythm, restsOn } from "@/lib/goals/rules";

/** After so many days without what is for every day, half of its strength is left. */
export const HALF_LIFE = 14;

/** What a goal asked for until a day, that one included. */
export type Former = Rhythm & { until: Day };

/**
 * A goal with everything that was ever logged on it, by day, all its rests, and what it asked for before, oldest first.
 */
export type StrengthOf = Rhythm & {
  efforts: Record<Day, number>;
  rests: Rest[];
  since: Day;
  former: Former[];
};

/** Where a goal stood at the end of its newest day with effort or change: all that later days need to know. */
export type Standing = {
  day: Day;
  /** 0 to 1. */
  strength: number;
  /** For how many days that ask for effort it does not fade yet. */
  holds: number;
};

/** The same at the end of any day. */
type At = Omit<Standing, "day">;

/** For how many days the rhythm asks at once. A finish line asks for nothing, and a week is a fair measure. */
export function periodOf({ rhythm, everyDays }: Rhythm): number {
  if (rhythm === "day" || rhythm === "weekdays") return 1;
  return rhythm === "every_days" ? (everyDays ?? 1) : 7;
}

/** How much of its unit it asks for in that time. */
export const askedAtOnce = ({ rhythm, times, usual = 1 }: Rhythm): number =>
  rhythm === "finish_line" ? usual : times;

/** How many days lie from one tap to the next when just what the rhythm asks for is done, 1 at least. */
export function gapOf(goal: Rhythm): number {
  if (goal.rhythm === "weekdays") return daysFrom(goal);
  const taps = Math.max(1, askedAtOnce(goal) / (goal.usual ?? 1));
  return Math.max(1, periodOf(goal) / taps);
}

/** After how many days that ask for effort, and get none, half of the strength is left. */
export const halfLifeOf = (goal: Rhythm): number =>
  (HALF_LIFE * Math.sqrt(gapOf(goal))) / (goal.rhythm === "weekdays" ? gapOf(goal) : 1);

/** How many days lie between two that ask for effort, the second of them included. */
const daysFrom = ({ rhythm, weekdays = [] }: Rhythm): number =>
  rhythm === "weekdays" ? 7 / Math.max(1, weekdays.length) : 1;

/** A day as it was for a goal: what was asked, and whether any of it was hoped for on that day. */
type Lived = { rhythm: Rhythm; hopes: boolean };

const withEffort = ({ rhythm, hopes }: Lived, { strength, holds }: At, amount: number): At => {
  const period = periodOf(rhythm);
  const worth = Math.min(period, (amount * period) / askedAtOnce(rhythm));
  return {
    strength: 1 - (1 - strength) * 0.5 ** (worth / halfLifeOf(rhythm)),
    // The day itself is one of those that it holds. What holds for longer from a rhythm before goes on doing so.
    holds: Math.max(0, Math.max(holds, Math.min(period, holds + worth)) - (hopes ? 1 : 0)),
  };
};

function withoutEffort({ rhythm, hopes }: Lived, { strength, holds }: At): At {
  if (!hopes) return { strength, holds };
  const fades = Math.max(0, 1 - holds);
  return { strength: strength * 0.5 ** (fades / halfLifeOf(rhythm)), holds: Math.max(0, holds - 1) };
}

/** What holds, in days of the rhythm that comes next. */
const changed = (before: Rhythm, next: Rhythm, { strength, holds }: At): At => ({
  strength,
  holds: Math.max((holds * daysFrom(before)) / daysFrom(next), periodOf(next)),
});

/** What a goal asked for on a day. */
const rhythmOn = (goal: Pick<StrengthOf, "former"> & Rhythm, day: Day): Rhythm =>
  goal.former.find(({ until }) => day <= until) ?? goal;

/** A day of a goal, from the evening before to its own: as it is seen then, and as it is once the day is over. */
function live(goal: Omit<StrengthOf, "since">, at: At, day: Day): { seen: At; over: At } {
  const rhythm = rhythmOn(goal, day);
  const changes = goal.former.some(({ until }) => until === day);
  const lived = { rhythm, hopes: !changes && !restsOn(goal, day) && isFor(rhythm, day) };
  const amount = goal.efforts[day] ?? 0;
  const seen = amount > 0 ? withEffort(lived, at, amount) : at;
  const over = amount > 0 ? seen : withoutEffort(lived, at);
  return { seen, over: changes ? changed(rhythm, rhythmOn(goal, addDays(day, 1)), over) : over };
}

const NOTHING: At = { strength: 0, holds: 0 };

/** Where a goal stands after all that was logged on it and became of it; null where nothing was logged. */
export function standingOf(goal: StrengthOf): Standing | null {
  const days = Object.keys(goal.efforts).sort();
  const [first] = days;
  if (first === undefined) return null;
  const [newest = first] = [...days, ...goal.former.map(({ until }) => until)].sort().reverse();
  let at = NOTHING;
  for (let day = first; day <= newest; day = addDays(day, 1)) at = live(goal, at, day).over;
  return { day: newest, ...at };
}

const inHundreds = ({ strength }: { strength: number }) => Math.round(strength * 100);

/** The strength on a day on or after the one that a goal's standing is of, 0 to 100. */
export function strengthOn(goal: Rhythm & { rests: Rest[] }, standing: Standing | null, day: Day): number {
  if (!standing) return 0;
  const quiet = { ...goal, efforts: {}, former: [] };
  let at: At = standing;
  for (let next = addDays(standing.day, 1); next < day; next = addDays(next, 1))
    at = live(quiet, at, next).over;
  return inHundreds(at);
}

/**
 * The strength of a goal on each day from `from` until `to`, 0 to 100 in whole numbers, as its member would have seen
 * it that evening. Days before the goal was there are left out.
 */
export function strengthOver(goal: StrengthOf, from: Day, to: Day): { day: Day; strength: number }[] {
  const [first = null] = Object.keys(goal.efforts).sort();
  const over: { day: Day; strength: number }[] = [];
  let at = NOTHING;
  for (let day = first && first < goal.since ? first : goal.since; day <= to; day = addDays(day, 1)) {
    const lived = first && day >= first ? live(goal, at, day) : { seen: NOTHING, over: NOTHING };
    if (day >= from) over.push({ day, strength: inHundreds(lived.seen) });
    at = lived.over;
  }
  return over;
}
