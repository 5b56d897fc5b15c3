/*
 * A moderator sees what was reported and what stood around it, and nothing else of anybody. What they can do follows
 * from what it is: words are hidden from the circle, a person is warned, taken out of the circle, given a rest with an
 * end, or their account is closed, with the same seven days as for whoever closes it themselves. Each of these can be
 * looked at once more, once, by another moderator, within thirty days; to do nothing takes a reason, too. A note of a
 * supporter nobody but its reader sees: hidden it is folded away for them, who can look again, delete it, or end the
 * link.
 */

import { addDays } from "date-fns/addDays";
import { min } from "date-fns/min";
import type { DecisionKind, ReportAbout } from "@/lib/generated/enums";

type Case = { about: ReportAbout; hasReported: boolean; hasCircle: boolean };

/** What can be decided about something. */
export function choicesFor({ about, hasReported, hasCircle }: Case): DecisionKind[] {
  const words: DecisionKind[] = (hasCircle || about === "note") && about !== "alias" ? ["hide"] : [];
  // Whoever asks for a seat has none to be taken out of.
  const seat: DecisionKind[] = hasCircle && about !== "ask" ? ["remove"] : [];
  const person: DecisionKind[] = hasReported ? ["warn", ...seat, "suspend", "close"] : [];
  return ["none", ...words, ...person];
}

export const kindWords: Record<DecisionKind, { does: string; hint: string }> = {
  none: { does: "Leave it as it is", hint: "Only whoever reported it hears of it." },
  hide: { does: "Hide it", hint: "Its author alone sees it from now on, and that it is hidden." },
  warn: { does: "A word of warning", hint: "Nothing changes but that they read your reason." },
  remove: {
    does: "Take them out of this circle",
    hint: "Their seat is free, and the circle's open invitations end.",
  },
  suspend: {
    does: "Let their account rest for a while",
    hint: "They can still read this, appeal, and delete their account.",
  },
  close: { does: "Close their account", hint: "It is deleted after seven days. Until then they can appeal." },
};

/** What hiding does, where it is not words of a circle. */
const hideWords: Partial<Record<ReportAbout, { does: string; hint: string }>> = {
  note: {
    does: "Hide it",
    hint: "It is folded away for its reader, who can look again or delete it. Whoever wrote it learns nothing.",
  },
  ask: { does: "End the ask", hint: "The circle sees it no more." },
  circle: {
    does: "Take it off the list of open circles",
    hint: "Whoever looks after it can list it again, in other words.",
  },
};

export const sayKind = (kind: DecisionKind, about: ReportAbout) =>
  (kind === "hide" && hideWords[about]) || kindWords[kind];

/** For how many days an account can rest. */
export const REST_DAYS = [1, 7, 30, 90] as const;

const APPEAL_DAYS = 30;

/** Until when another moderator can be asked; for a closed account no longer than it is there (`leavesAt`). */
export const appealUntil = ({ createdAt, leavesAt }: { createdAt: Date; leavesAt: Date | null }): Date =>
  min([addDays(createdAt, APPEAL_DAYS), ...(leavesAt ? [leavesAt] : [])]);

type Letter = { side: string; kind: DecisionKind; appealed: boolean; isOver: boolean };

/** Whether something is still open for an appeal by the one whom it is about. */
export const canAppeal = ({ side, kind, appealed, isOver }: Letter): boolean =>
  side === "reported" && kind !== "none" && !appealed && !isOver;

/** To whom a moderator writes why: nobody writes what nobody reads. */
export const lettersFor = (
  kind: DecisionKind,
  { reason, hasReported, hasReporter }: { reason: string; hasReported: boolean; hasReporter: boolean },
) => ({
  toReported: hasReported && (kind !== "none" || reason === "held"),
  toReporter: hasReporter,
});
