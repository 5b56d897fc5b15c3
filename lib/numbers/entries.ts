/*
 * What a figure was counted from can be asked for by its address: what, of which kind, from which day to which. An
 * address that asks for anything else asks for nothing.
 */

import type { Route } from "next";
import { z } from "zod";
import { outcomes, outcomeWords } from "@/lib/commitments/outcomes";
import { type Day, sayDay } from "@/lib/dates";
import { day } from "@/lib/form-fields";
import { categories, categoryWords } from "@/lib/goals/schema";
import { stages, stageWords } from "@/lib/numbers/stages";

/** `shown`: whatever counts as showing up, which is effort, wins and words in a circle. */
export const whats = ["shown", "effort", "win", "word", "setback", "commitment"] as const;

export const entriesAsked = z
  .object({
    what: z.enum(whats).default("shown"),
    from: day.optional(),
    to: day.optional(),
    /** Of effort. */
    category: z.enum(categories).optional(),
    goal: z.uuid().optional(),
    /** Of setbacks: how far they had come at least. */
    stage: z.enum(stages).optional(),
    /** Of commitments. */
    outcome: z.enum(outcomes).optional(),
  })
  .refine(({ from = "", to = "3000-01-01" }) => from <= to);

export type EntriesOf = z.output<typeof entriesAsked>;

/** The page that lists what a figure was counted from. */
export function entriesAt(of: EntriesOf, before?: string): Route {
  const asked = Object.entries({ ...of, before }).filter(([, value]) => value !== undefined) as string[][];
  return `/numbers/entries?${new URLSearchParams(asked)}` as Route;
}

const whatWords: Record<EntriesOf["what"], string> = {
  shown: "Effort, wins, and words in a circle",
  effort: "Effort",
  win: "Wins",
  word: "Times you spoke in a circle",
  setback: "Setbacks",
  commitment: "Commitments",
};

/**
 * "Effort, Applications, from Monday, 1 June, to Sunday, 7 June."
 *
 * @param goal the name of the goal that was asked for.
 */
export function sayEntries(
  { what, from, to, category, stage, outcome }: EntriesOf,
  today: Day,
  goal?: string | undefined,
): string {
  const parts = [
    goal ? `${whatWords[what]} on “${goal}”` : whatWords[what],
    category && categoryWords[category],
    stage && stageWords[stage].toLowerCase(),
    outcome && outcomeWords[outcome].toLowerCase(),
    from && `from ${sayDay(from, today)}`,
    to && to !== today && `to ${sayDay(to, today)}`,
  ];
  return `${parts.filter(Boolean).join(", ")}.`;
}
