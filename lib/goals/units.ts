import type { GoalUnit } from "@/lib/generated/enums";

/** What a goal counts, one of it and several. Times are counted without a word. */
const words: Record<Exclude<GoalUnit, "times">, [string, string]> = {
  applications: ["application", "applications"],
  people: ["person", "people"],
  minutes: ["minute", "minutes"],
  pages: ["page", "pages"],
};

/** A unit as people choose it. */
export const sayUnit = (unit: GoalUnit): string => (unit === "times" ? "times" : words[unit][1]);

/** "4", "1 application", "25 minutes" */
export const sayAmount = (amount: number, unit: GoalUnit = "times"): string =>
  unit === "times" ? `${amount}` : `${amount} ${words[unit][amount === 1 ? 0 : 1]}`;

/** Whether many of it come at once, so that an effort says how many. */
export const comesInAmounts = (unit: GoalUnit = "times"): boolean => unit === "minutes" || unit === "pages";
