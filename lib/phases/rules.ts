import { type Day, dayIn } from "@/lib/dates";
import { type Phase, phases } from "@/lib/phases/schema";

/*
 * A setback is felt, looked at again, learned from and acted on, in that order and at its member's pace.
 *
 * On the day on which one is written down it is felt, and nothing asks for reasons, lessons or steps: not about this
 * one, not about one that came before it, and not on a page about none in particular. Pages ask `hasFreshSetback`,
 * show what is written already and say that the rest can wait; forms that were open since before are answered by
 * `requireDayForLearning`. Looking at a thought again is offered from the next day on; whoever opens it before may.
 *
 * Every other day each stage is open: it can be skipped, left, and come back to, and a setback rests in it for as long
 * as it likes. A setback that was let go offers nothing, until it is opened again.
 */

/** Whether it is still the day on which it was written down, where its member lives. */
export const isFirstDay = (writtenAt: Date, today: Day, timeZone: string): boolean =>
  today <= dayIn(timeZone, writtenAt);

/** Which stages may be opened; `waits` on a day on which a setback was written down, this one or another. */
export const opens = (phase: Phase, waits: boolean): boolean =>
  !waits || phase === "feel" || phase === "reframe";

/** Those before a stage. */
export const stagesBefore = (phase: Phase): Phase[] => phases.slice(0, phases.indexOf(phase));

export type Stage = {
  phase: Phase;
  /** Behind its member; where the setback rests; open; or from tomorrow on, unless it is wanted today. */
  state: "been" | "here" | "open" | "tomorrow";
  /** Nothing is asked in it today. */
  waits: boolean;
};

/**
 * The stages of a setback as its page lists them: all four, and on its first day only those that may be opened. On
 * the first day of another the rest is listed, and waits.
 */
export const stagesOf = (here: Phase, firstDay: boolean, waits: boolean): Stage[] =>
  phases
    .filter((phase) => phase === here || opens(phase, firstDay))
    .map((phase) => ({ phase, state: stateOf(phase, here, firstDay), waits: !opens(phase, waits) }));

function stateOf(phase: Phase, here: Phase, firstDay: boolean): Stage["state"] {
  if (phase === here) return "here";
  if (stagesBefore(here).includes(phase)) return "been";
  return firstDay ? "tomorrow" : "open";
}
