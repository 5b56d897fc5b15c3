import type { SaidBy, Whose } from "@/lib/reasons/schema";

/*
 * On the day a setback was written down nobody is asked why it happened, or what to learn from it, nor are they asked
 * that of an earlier one: that can wait (lib/phases/rules.ts). From the next day on its member may say reasons, as many
 * as they like, up to a hundred, or none, and sort each by whose it was. What was said before can be read, let go and
 * taken out on any day.
 *
 * What was theirs or chance can be let go, and taken up again. Let go, it is counted against nobody. What is mine
 * stays where it is, and it alone can become something: one small step is suggested, the others are there for
 * whoever looks for them.
 */

/** So many belong to one setback. */
export const MOST_REASONS = 100;

export type Sorted = { whose: Whose | null; letGoAt: Date | null };

export const canLetGo = ({ whose, letGoAt }: Sorted): boolean =>
  (whose === "theirs" || whose === "chance") && letGoAt === null;

export const canBecome = ({ whose, letGoAt }: Sorted): boolean => whose === "mine" && letGoAt === null;

/** What a reason can become. */
export const steps = ["feedback", "experiment", "plan", "learning", "goal"] as const;
export type Step = (typeof steps)[number];

/**
 * The steps that are open, the one to suggest first. What they said can be tried differently; what only its member
 * thinks is worth asking about before anything is changed.
 */
export function stepsFor({ saidBy }: { saidBy: SaidBy }, open: readonly Step[]): Step[] {
  const wanted: Step[] = saidBy === "employer" ? ["experiment", "feedback"] : ["feedback", "experiment"];
  return [...new Set<Step>([...wanted, ...steps])].filter((step) => open.includes(step));
}
