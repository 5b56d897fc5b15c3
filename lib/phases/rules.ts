import { type Day, dayIn } from "@/lib/dates";
import { type Phase, phases } from "@/lib/phases/schema";

/*
 * A setback is felt, looked at again, learned from and acted on, in that order and at its member's pace.
 *
 * On the day on which it is written down it is felt, and nothing asks for reasons, lessons or steps; neither does any
 * page that is about no setback in particular (`hasFreshSetback`). Looking at a
 * thought again is offered from the next day on; whoever opens it before may. Every other day each stage is open:
 * it can be skipped, left, and come back to, and a setback rests in it for as long as it likes. A setback that was
 * let go offers nothing, until it is opened again.
 */

/** Whether it is still the day on which it was written down, where its member lives. */
export const isFirstDay = (writtenAt: Date, today: Day, timeZone: string): boolean =>
  today <= dayIn(timeZone, writtenAt);

/** Which stages may be opened. */
export const opens = (phase: Phase, firstDay: boolean): boolean =>
  !firstDay || phase === "feel" || phase === "reframe";

/** Those before a stage. */
export const stagesBefore = (phase: Phase): Phase[] => phases.slice(0, phases.indexOf(phase));

export type Stage = {
  phase: Phase;
  /** Behind its member; where the setback rests; open; or from tomorrow on, unless it is wanted today. */
  state: "been" | "here" | "open" | "tomorrow";
};

/** The stages of a setback as its page lists them: all four, and on the first day only those that may be opened. */
export const stagesOf = (here: Phase, firstDay: boolean): Stage[] =>
  phases
    .filter((phase) => phase === here || opens(phase, firstDay))
    .map((phase) => ({ phase, state: stateOf(phase, here, firstDay) }));

function stateOf(phase: Phase, here: Phase, firstDay: boolean): Stage["state"] {
  if (phase === here) return "here";
  if (stagesBefore(here).includes(phase)) return "been";
  return firstDay ? "tomorrow" : "open";
}
