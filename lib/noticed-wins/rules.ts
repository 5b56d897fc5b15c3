/*
 * Some wins are seen in what a member logged, so they need not write them down: an interview, a final round, ten
 * times of work on applications, coming back after a quiet while, an answer by which somebody in a circle was
 * answered, a plan that was done. (Asking for feedback is one, too: it is among the wins as soon as it is logged,
 * lib/feedback.) Each is noticed once, by its kind and its occasion, and answered once: kept, it is a win like any
 * other; left out, or deleted later, it is not noticed again, whatever is logged, undone and logged again.
 *
 * They are noticed quietly: one at a time, no second one on a day on which one was answered, and none on a day on
 * which a setback was written down. What came with a setback, such as the interview before the no, is so noticed the
 * day after at the earliest. What is long ago is left in peace.
 *
 * What becomes of it may be read by a circle one day, so its words name nobody, no company and no plan.
 */

import { type Day, weekdayOf } from "@/lib/dates";
import type { EveryOf } from "@/lib/every-of";
import type { NoticedWinKind } from "@/lib/generated/enums";

export const noticedKinds = [
  "first_interview",
  "final_round",
  "ten_applications",
  "came_back",
  "helped",
  "plan_done",
] as const satisfies readonly NoticedWinKind[];
export type NoticedKind = EveryOf<typeof noticedKinds, Exclude<NoticedWinKind, "asked_feedback">>;

/** How it is said to its member, and what the win says when it is kept. */
export const noticedWords: Record<NoticedKind, { said: string; body: string }> = {
  first_interview: {
    said: "You were in an interview. They wanted to hear more of you, and you went.",
    body: "Was in an interview.",
  },
  final_round: {
    said: "You came as far as a final round. That was your work, whatever they made of it.",
    body: "Came as far as a final round.",
  },
  ten_applications: {
    said: "Ten times now you did something for an application.",
    body: "Worked on applications ten times.",
  },
  came_back: {
    said: "You came back after a quiet while. Good to see you.",
    body: "Came back after a quiet while.",
  },
  helped: {
    said: "Somebody in a circle waited for words, and had yours first.",
    body: "Answered somebody who waited for words.",
  },
  plan_done: {
    said: "You had a plan for a hard moment, and you did it.",
    body: "Did what I had planned for a hard moment.",
  },
};

/** How many days back each is still noticed, today among them. */
export const DAYS_BACK: Record<NoticedKind, number> = {
  first_interview: 28,
  final_round: 28,
  ten_applications: 28,
  came_back: 7,
  helped: 14,
  plan_done: 14,
};

export const APPLICATIONS = 10;

/** More days than this without anything are a quiet while. */
export const QUIET_DAYS = 14;

/** What a stage in a member's own words tells, where the setback is of no kind that does. */
export function kindOfStage(stage: string): "first_interview" | "final_round" | null {
  if (/\bfinal\b|\blast round\b/i.test(stage)) return "final_round";
  return /\binterview/i.test(stage) ? "first_interview" : null;
}

/** At the end of a week its member may look back on it; on Monday still on the one before. */
export function weekToLookBackOn(today: Day): "this week" | "last week" | null {
  const weekday = weekdayOf(today);
  return weekday === 7 ? "this week" : weekday === 1 ? "last week" : null;
}
