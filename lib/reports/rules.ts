/*
 * Anything in a circle can be reported: what somebody shared or answered, how somebody is called, the circle itself, a
 * note of a supporter. Nobody in the circle learns that it was, or by whom. The same thing reported twice by the same
 * member is one report. Danger is looked at first, then what has waited longest.
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
};

type Waiting = { reason: ReportReason; createdAt: Date };

export const firstThings = (a: Waiting, b: Waiting): number =>
  Number(b.reason === "danger") - Number(a.reason === "danger") ||
  a.createdAt.getTime() - b.createdAt.getTime();
