import { addDays, type Day } from "@/lib/dates";
import { WEEKS_OF_EFFORT, weeksFrom } from "@/lib/numbers/rules";

export type FeltWeek = { from: Day; to: Day; setbacks: number; noted: number; mean: number | null };

/** How strong the feelings were that were noted with setbacks, week by week, and how many setbacks there were. */
export function feelingsByWeek(
  felt: { week: Day; setbacks: number; noted: number; sum: number }[],
  today: Day,
): FeltWeek[] {
  const first = weeksFrom(today, WEEKS_OF_EFFORT);
  return Array.from({ length: WEEKS_OF_EFFORT }, (_, at) => {
    const from = addDays(first, 7 * at);
    const week = felt.find((one) => one.week === from);
    const noted = week?.noted ?? 0;
    return {
      from,
      to: addDays(from, 6),
      setbacks: week?.setbacks ?? 0,
      noted,
      // To a tenth, as it is said.
      mean: week && noted > 0 ? Math.round((10 * week.sum) / noted) / 10 : null,
    };
  });
}

/** "23 feelings noted in 26 weeks, in 9 of them. They come and go, and none is wrong." */
export function sayFeelings(weeks: FeltWeek[], enough: number): string {
  const noted = weeks.reduce((sum, week) => sum + week.noted, 0);
  if (noted === 0) return "No feeling is noted in these weeks.";
  const many = `${noted} ${noted === 1 ? "feeling" : "feelings"} noted in ${weeks.length} weeks`;
  if (noted < enough) return `${many}: too few to tell anything from.`;
  const drawn = weeks.filter(({ mean }) => mean !== null).length;
  return `${many}, in ${drawn} of them. They come and go, and none is wrong.`;
}
