import type { Rhythm } from "@/lib/goals/rules";
import { comesInAmounts } from "@/lib/goals/units";

/**
 * One step smaller. Fewer times as long as that is possible, then less often; after that the thing itself becomes
 * smaller ("retitle"), because five minutes of it count too. Minutes and pages become about half. A finish line comes
 * half of the way that is left nearer; `total` is how far it has come.
 */
export type Smaller = { kind: "rhythm"; rhythm: Rhythm } | { kind: "retitle" };

/** Nobody is asked for fewer minutes than these: they are the smallest version of anything. */
const FEWEST_MINUTES = 5;

/** Longer than this a rhythm of every so many days does not become: by then it is another name that helps. */
const LONGEST = 7;

export function smaller({ total, ...goal }: Rhythm & { total: number }): Smaller {
  const times = fewer(goal, total);
  if (times !== null) {
    const usual = goal.usual === undefined ? {} : { usual: Math.min(goal.usual, times) };
    return { kind: "rhythm", rhythm: { ...goal, ...usual, times } };
  }
  const rhythm = lessOften(goal);
  return rhythm ? { kind: "rhythm", rhythm } : { kind: "retitle" };
}

function fewer({ rhythm, times, unit }: Rhythm, total: number): number | null {
  if (rhythm === "finish_line") {
    const left = times - total;
    return left > 1 ? total + Math.floor(left / 2) : null;
  }
  if (!comesInAmounts(unit)) return times > 1 ? times - 1 : null;
  if (unit === "minutes") {
    return times > FEWEST_MINUTES ? Math.max(FEWEST_MINUTES, 5 * Math.floor(times / 10)) : null;
  }
  return times > 1 ? Math.floor(times / 2) : null;
}

function lessOften(goal: Rhythm): Rhythm | null {
  const { rhythm, everyDays, weekdays = [] } = goal;
  // So many minutes of a day are not the same as so many days.
  if (rhythm === "day")
    return { ...goal, rhythm: "week", times: comesInAmounts(goal.unit) ? 4 * goal.times : 4 };
  if (rhythm === "every_days" && everyDays && everyDays < LONGEST)
    return { ...goal, everyDays: everyDays + 1 };
  if (rhythm === "weekdays" && weekdays.length > 1) return { ...goal, weekdays: weekdays.slice(0, -1) };
  return null;
}
