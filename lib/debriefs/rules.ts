import type { SetbackKind } from "@/lib/setbacks/schema";

/*
 * After an interview, or whatever else somebody was spoken with, there is a page to look back on it: first what went
 * well, then what one would say differently, then what was asked. It is offered where there was a conversation, and
 * open for any other setback; like reasons, nobody is asked for it on the day a setback was written down.
 */

export const isDebriefOffered = (kind: SetbackKind | null): boolean =>
  kind === "after_screening" || kind === "after_interview" || kind === "final_round";

/** The questions in a text that holds one a line: each once, in their order. */
export function questionsIn(text: string): string[] {
  const lines = text.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  return [...new Set(lines)].filter((line) => line !== "");
}
