/*
 * A request for feedback is drafted until its member says that they asked; Onward sends nothing, so it knows only
 * what it is told. Whoever was asked may be reminded once, and only once. Then they answer, or no answer comes, and
 * both are an end. An answer may still come after silence.
 *
 * Every step can be taken back, the latest first. What was written meanwhile stays.
 *
 * On the day a setback was logged, nobody is asked what they take from an answer (lib/phases/rules.ts). What they said
 * can be kept.
 */

import { addDays, type Day } from "@/lib/dates";
import type { Artefact, Step } from "@/lib/feedback/schema";
import type { SetbackKind } from "@/lib/setbacks/schema";

/** So many are about one setback. */
export const MOST_LETTERS = 100;

export type Taken = {
  askedOn: Day | null;
  followUpOn: Day | null;
  followedUpOn: Day | null;
  answeredOn: Day | null;
  silentOn: Day | null;
};

export const states = ["drafted", "asked", "answered", "silent"] as const;
export type State = (typeof states)[number];

export function stateOf(taken: Taken): State {
  if (taken.askedOn === null) return "drafted";
  if (taken.answeredOn !== null) return "answered";
  return taken.silentOn === null ? "asked" : "silent";
}

export function mayTake(taken: Taken, step: Step): boolean {
  const state = stateOf(taken);
  return {
    asked: state === "drafted",
    followed_up: state === "asked" && taken.followedUpOn === null,
    answered: state === "asked" || state === "silent",
    silent: state === "asked",
  }[step];
}

/** The one step that can be taken back now. */
export function latestStep(taken: Taken): Step | null {
  const state = stateOf(taken);
  if (state === "drafted") return null;
  if (state !== "asked") return state;
  return taken.followedUpOn === null ? "asked" : "followed_up";
}

/** Whether the day for a short reminder has come. */
export const isFollowUpDue = (taken: Taken, today: Day): boolean =>
  mayTake(taken, "followed_up") && taken.followUpOn !== null && taken.followUpOn <= today;

const DAYS_TO_WAIT = 7;

export const suggestedFollowUp = (askedOn: Day): Day => addDays(askedOn, DAYS_TO_WAIT);

/** What somebody would most likely ask about after this setback. */
export function likelyArtefact(setback: { kind: SetbackKind | null } | null): Artefact | null {
  if (!setback) return null;
  const hadInterview = setback.kind === "after_interview" || setback.kind === "final_round";
  return hadInterview ? "interview" : "resume";
}
