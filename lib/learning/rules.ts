/*
 * A learning plan is something to learn, in one to three small steps. Steps are ticked in any order, and a tick can be
 * taken back: nothing in a plan can be missed, and it has no day by which it must be done. Whoever wrote a setback
 * down today is not asked what to learn; that waits for another day (lib/phases/rules.ts), and steps can be ticked.
 *
 * A deleted plan can be brought back for a while (lib/undo.ts). The goal that it became is a goal like any other, and
 * stays.
 */

/** So many places a plan has for steps. Some may be empty. */
export const STEPS = 3;

export type Step = { place: number; words: string; done: boolean };

/** The steps that there are, each with the place that it keeps. */
export const stepsOf = (words: string[], done: number[]): Step[] =>
  words
    .map((words, place) => ({ place, words, done: done.includes(place) }))
    .filter((step) => step.words !== "");

export const isLearned = (steps: Step[]): boolean => steps.length > 0 && steps.every(({ done }) => done);

/** How a plan stands, in kind words: what was done, never what is missing. */
export function saySteps(steps: Step[]): string {
  const done = steps.filter((step) => step.done).length;
  if (isLearned(steps)) return done === 1 ? "Its step is done" : "Every step is done";
  if (done === 0) return "Begins with the first one";
  return done === 1 ? "One step done" : "Two steps done";
}

/** What a plan asks for, when it becomes a goal. */
export const goalOf = (skill: string) =>
  ({ title: skill, category: "skills", rhythm: "week", times: 2 }) as const;
