/*
 * A moderator sees what was reported and what stood around it, and nothing else of anybody. What they can do follows
 * from what it is: words are hidden from the circle, a person is warned, taken out of the circle, given a rest with an
 * end, or their account is closed, with the same seven days as for whoever closes it themselves. Each of these can be
 * looked at once more, once, by another moderator; to do nothing takes a reason, too.
 */

import type { DecisionKind, ReportAbout } from "@/lib/generated/enums";

type Case = { about: ReportAbout; hasReported: boolean; hasCircle: boolean };

/** What can be decided about something. */
export function choicesFor({ about, hasReported, hasCircle }: Case): DecisionKind[] {
  const words: DecisionKind[] = hasCircle && (about === "post" || about === "reply") ? ["hide"] : [];
  const person: DecisionKind[] = hasReported
    ? ["warn", ...(hasCircle ? (["remove"] as const) : []), "suspend", "close"]
    : [];
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

/** For how many days an account can rest. */
export const REST_DAYS = [1, 7, 30, 90] as const;

/** Whether something is still open for an appeal by the one whom it is about. */
export const canAppeal = (letter: { side: string; kind: DecisionKind; appealed: boolean }): boolean =>
  letter.side === "reported" && letter.kind !== "none" && !letter.appealed;
