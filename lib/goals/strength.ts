/*
 * Strength says how steadily a member has been showing up for a goal, from 0 to 100. It rises with doing and fades
 * slowly, by the goal's own rhythm; it never goes back to nothing because of a bad week, and days of rest stop it
 * where it is.
 *
 * In words: what is done holds for as long as the rhythm asks for nothing more. "Once a week" holds for seven days,
 * twice a week for three and a half each. While it holds nothing fades. After that, each day that asks for effort and
 * is over lets a little of it go: half of it in HALF_LIFE * sqrt(gap) days, where the gap is how many days lie between
 * two times that the rhythm asks for. That is 14 days for what is for every day, and 37 for what is for once a week.
 *
 * In symbols, with m = 0.5 ^ (1 / half-life in days) and s between 0 and 1:
 *   a day with effort    s becomes 1 - (1 - s) * m^w, w = the days that it is worth, one period of the rhythm at most
 *                        (simple exponential smoothing towards 1). What holds grows by w, to one period at most.
 *   a day without        s becomes s * m^(what of that day is not held)  (and towards 0)
 *   a day of rest        neither, and what holds goes on holding; the same for a weekday that is not a chosen one.
 *
 * So doing never lowers it, one more effort on any day never lowers any day, and a rest never does. It is reckoned in
 * calendar days as the member means them, so no time zone plays a part.
 */

import { addDays, type Day, daysBetween } from "@/lib/dates";
import { type Ask, isFor, type Rest, restsOn } from "@/lib/goals/rules";

/** After so many days without what is for every day, half of its strength is left. */
export const HALF_LIFE = 14;

/** A goal with everything that was ever logged on it, by day, and all its rests. */
export type StrengthOf = Ask & { efforts: Record<Day, number>; rests: Rest[]; since: Day };

/** Where a goal stood at the end of its newest day with effort: all that later days need to know. */
export type Standing = {
  day: Day;
  /** 0 to 1. */
  strength: number;
  /** For how many days that ask for effort it does not fade yet. */
  holds: number;
};

type Rhythmical = Ask & { rests: Rest[] };

/** For how many days the rhythm asks at once. A finish line asks for nothing, and a week is a fair measure. */
function periodOf({ rhythm, everyDays }: Ask): number {
  if (rhythm === "day" || rhythm === "weekdays") return 1;
  return rhythm === "every_days" ? (everyDays ?? 1) : 7;
}

/** How much of its unit it asks for in that time. */
const askedAtOnce = ({ rhythm, times, usual = 1 }: Ask): number => (rhythm === "finish_line" ? usual : times);

/** After how many days that ask for effort, and get none, half of the strength is left. */
export function halfLifeOf(goal: Ask): number {
  if (goal.rhythm === "weekdays") {
    const gap = 7 / Math.max(1, goal.weekdays?.length ?? 0);
    // Only chosen days fade, and there are fewer of those.
    return (HALF_LIFE * Math.sqrt(gap)) / gap;
  }
  const taps = Math.max(1, askedAtOnce(goal) / (goal.usual ?? 1));
  return HALF_LIFE * Math.sqrt(Math.max(1, periodOf(goal) / taps));
}

/** Whether a day without effort is one on which something was hoped for. */
const hopesOn = (goal: Rhythmical, day: Day): boolean => !restsOn(goal, day) && isFor(goal, day);

function withEffort(goal: Rhythmical, { strength, holds }: Standing, day: Day, amount: number): Standing {
  const period = periodOf(goal);
  const worth = Math.min(period, (amount * period) / askedAtOnce(goal));
  return {
    day,
    strength: 1 - (1 - strength) * 0.5 ** (worth / halfLifeOf(goal)),
    // The day itself is one of those that it holds.
    holds: Math.max(0, Math.min(period, holds + worth) - (hopesOn(goal, day) ? 1 : 0)),
  };
}

function withoutEffort(goal: Rhythmical, { strength, holds }: Standing, day: Day): Standing {
  if (!hopesOn(goal, day)) return { day, strength, holds };
  const fades = Math.max(0, 1 - holds);
  return { day, strength: strength * 0.5 ** (fades / halfLifeOf(goal)), holds: Math.max(0, holds - 1) };
}

/** The standing just before a day begins. Days without effort count once they are over. */
function before(goal: Rhythmical, standing: Standing, day: Day): Standing {
  let at = standing;
  while (daysBetween(at.day, day) > 1) at = withoutEffort(goal, at, addDays(at.day, 1));
  return at;
}

const NOTHING = { strength: 0, holds: 0 };

/** Where a goal stands after all that was logged on it; null where nothing was. */
export function standingOf(goal: StrengthOf): Standing | null {
  let at: Standing | null = null;
  for (const day of Object.keys(goal.efforts).sort()) {
    const from: Standing = at ? before(goal, at, day) : { day, ...NOTHING };
    at = withEffort(goal, from, day, goal.efforts[day] ?? 0);
  }
  return at;
}

const inHundreds = ({ strength }: { strength: number }) => Math.round(strength * 100);

/** The strength on a day on or after the one that a goal's standing is of, 0 to 100. */
export const strengthOn = (goal: Rhythmical, standing: Standing | null, day: Day): number =>
  inHundreds(standing ? before(goal, standing, day) : NOTHING);

/**
 * The strength of a goal on each day from `from` until `to`, 0 to 100 in whole numbers, as its member would have seen
 * it that evening. Days before the goal was there are left out.
 */
export function strengthOver(goal: StrengthOf, from: Day, to: Day): { day: Day; strength: number }[] {
  const [first = goal.since] = Object.keys(goal.efforts).sort();
  const over: { day: Day; strength: number }[] = [];
  const begins = first < goal.since ? first : goal.since;
  // The standing at the end of the day before; null until the first effort.
  let at: Standing | null = null;
  for (let day = begins; day <= to; day = addDays(day, 1)) {
    const amount = goal.efforts[day] ?? 0;
    const seen: Standing =
      amount > 0 ? withEffort(goal, at ?? { day, ...NOTHING }, day, amount) : (at ?? { day, ...NOTHING });
    if (day >= from) over.push({ day, strength: inHundreds(seen) });
    at = amount > 0 ? seen : at && withoutEffort(goal, at, day);
  }
  return over;
}
