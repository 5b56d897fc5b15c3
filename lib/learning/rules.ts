/*
 * A learning plan is something to learn, in one to three small steps. Steps are ticked in any order, and a tick can be
 * taken back: nothing in a plan can be missed. A step may carry links, minutes and a finish line, a day that its member
 * would like to have it done by; that it has come is said to whoever asked for mails about what comes due
 * (lib/reminders), and when it is over, nothing happens and nothing is said. Whoever wrote a setback
 * down today is not asked what to learn; that waits for another day (lib/phases/rules.ts), and steps can be ticked.
 *
 * One press makes a goal of a step, or puts it into the week (lib/planned-steps): each is made once, however often it
 * is pressed, and is its own from then on. In the week it is for that goal, and a tick offers to count it there.
 *
 * A deleted plan can be brought back for a while (lib/undo.ts). The goal that it became is a goal like any other, and
 * stays.
 */

import { columnOf, type Day } from "@/lib/dates";
import { inOneLine } from "@/lib/excerpt";
import { TITLE_LENGTH } from "@/lib/goals/rules";

/** They all stand on one page. */
export const MOST_LEARNING_PLANS = 100;

/** So many places a plan has for steps. Some may be empty. */
export const STEPS = 3;

/** So many links a step has room for. */
export const LINKS = 3;

/** What helps with a step: addresses, how long it takes, and by when its member would like to have it done. */
export type Details = { links: string[]; minutes: number | null; by: Day | null };

export const noDetails: Details = { links: [], minutes: null, by: null };

export type Step = Details & { place: number; words: string; done: boolean };

/** The steps that there are, each with the place that it keeps. */
export const stepsOf = (words: string[], done: number[], details: Details[] = []): Step[] =>
  words
    .map((words, place) => ({ ...noDetails, ...details[place], place, words, done: done.includes(place) }))
    .filter((step) => step.words !== "");

/**
 * Whether an address can be followed from a page: it leads to the web, and to nothing else. Without its slashes it
 * would lead on from the page itself.
 */
export const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

/** The day on which a step stands when it is put into the week: its finish line where that is near, or else today. */
export const dayInWeek = (
  { by }: Pick<Details, "by">,
  { today, sunday }: { today: Day; sunday: Day },
): Day => (by && by >= today && by <= sunday ? by : today);

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

/**
 * What a single step asks for, when it becomes a goal: once, and then it is done. Its finish line goes along, unless
 * that day is over: a goal does not begin late.
 */
export const goalOfStep = ({ words, by }: Pick<Step, "words" | "by">, today: Day) =>
  ({
    title: inOneLine(words, TITLE_LENGTH),
    category: "skills",
    rhythm: "finish_line",
    times: 1,
    finishBy: by && by >= today ? columnOf(by) : null,
  }) as const;
