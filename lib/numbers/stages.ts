/*
 * How far applications came, of those that ended and say so. Whoever was turned down after an interview had come
 * through everything before it. Silence, being laid off and being passed over say nothing about it and are not
 * counted; an application that goes on is not either.
 */

import type { SetbackKind } from "@/lib/generated/enums";

export const stages = ["applied", "screening", "interview", "final", "offer"] as const;
export type Stage = (typeof stages)[number];

export const stageWords: Record<Stage, string> = {
  applied: "Applied",
  screening: "Came to a screening",
  interview: "Came to an interview",
  final: "Came to the final round",
  offer: "Came to an offer",
};

/** How far each kind had come. */
const cameTo: Partial<Record<SetbackKind, Stage>> = {
  after_applying: "applied",
  after_screening: "screening",
  after_interview: "interview",
  final_round: "final",
  offer_withdrawn: "offer",
};

/** The kinds that had come at least so far. */
export const kindsFrom = (stage: Stage): SetbackKind[] =>
  (Object.entries(cameTo) as [SetbackKind, Stage][])
    .filter(([, reached]) => stages.indexOf(reached) >= stages.indexOf(stage))
    .map(([kind]) => kind);

export type Funnel = { cases: number; rows: { stage: Stage; count: number }[] };

/** How many had come how far; a stage counts those that went further, too. */
export function funnelOf(kinds: Partial<Record<SetbackKind, number>>): Funnel {
  const rows = stages.map((stage) => ({
    stage,
    count: kindsFrom(stage).reduce((sum, kind) => sum + (kinds[kind] ?? 0), 0),
  }));
  return { cases: rows[0]?.count ?? 0, rows };
}

/** One sentence on it. */
export function sayFunnel({ cases, rows }: Funnel, enough: number): string {
  const ended = `${cases} ${cases === 1 ? "application that ended says" : "applications that ended say"} how far they came`;
  if (cases < enough) return `${ended}: too few to tell anything from.`;
  const interviews = rows.find(({ stage }) => stage === "interview")?.count ?? 0;
  return `${ended}, and ${interviews} of them came to an interview. What still goes on is not counted.`;
}
