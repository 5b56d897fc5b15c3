/*
 * Anything that somebody else wrote can be reported: what they shared, answered, said of their week or wrote in a
 * meeting, how they are called, the circle itself, also from outside, an ask for a seat, a note of a supporter. Nobody
 * in the circle learns that it was, or by whom. The same thing reported twice by the same member is one report. Danger
 * is looked at first, then what has waited longest.
 */

import type { EveryOf } from "@/lib/every-of";
import type { ReportAbout, ReportReason } from "@/lib/generated/enums";

export const reasons = [
  "danger",
  "harassment",
  "scam",
  "personal_data",
  "spam",
  "other",
] as const satisfies readonly ReportReason[];

/** What a member can choose, and what the rules of the house choose by themselves. */
export const reasonWords: Record<EveryOf<readonly [...typeof reasons, "held"], ReportReason>, string> = {
  danger: "Somebody may be in danger",
  harassment: "It hurts or threatens somebody",
  scam: "A scam, or recruiting for money",
  personal_data: "It tells private things about somebody",
  spam: "Advertising, or the same thing again and again",
  other: "Something else",
  held: "The same words, sent to several circles by somebody new",
};

export const aboutWords: Record<ReportAbout, string> = {
  post: "a post",
  reply: "a reply",
  alias: "a person",
  circle: "a circle",
  note: "a note",
  ask: "an ask for a seat",
  check_in: "a check-in",
  commitment: "a commitment",
  turn: "something written in a meeting",
};
