import { z } from "zod";
import type { Day } from "@/lib/dates";
import type { EveryOf } from "@/lib/every-of";
import { type Feeling, sayFeeling } from "@/lib/feelings/rules";
import { feelingFields, LONGEST_WORD } from "@/lib/feelings/schema";
import { day, mintedId, optionalChoice, optionalLine, optionalWords, rowId, words } from "@/lib/form-fields";
import type { SetbackKind as Known } from "@/lib/generated/enums";

export const setbackKinds = [
  "after_applying",
  "after_screening",
  "after_interview",
  "final_round",
  "silence",
  "offer_withdrawn",
  "laid_off",
  "passed_over",
] as const satisfies readonly Known[];
export type SetbackKind = EveryOf<typeof setbackKinds, Known>;

/** Each kind as a choice, and as the title of the page that tells it. */
export const kindWords: Record<SetbackKind, { choice: string; title: string }> = {
  after_applying: { choice: "They said no after I applied", title: "Turned down after applying" },
  after_screening: { choice: "No after a first call or test", title: "Turned down after a screening" },
  after_interview: { choice: "No after an interview", title: "Turned down after an interview" },
  final_round: { choice: "No after the final round", title: "Turned down after the final round" },
  silence: { choice: "Silence: they never answered", title: "Silence" },
  offer_withdrawn: { choice: "They took an offer back", title: "An offer withdrawn" },
  laid_off: { choice: "I was laid off", title: "Laid off" },
  passed_over: { choice: "They passed me over at work", title: "Passed over" },
};

/** What may be said about a setback besides what happened, each remembered as a suggestion. */
export const rememberedFields = ["company", "role", "industry", "stage", "source"] as const;
export type RememberedField = (typeof rememberedFields)[number];

export const LONGEST_STORY = 10_000;

const told = {
  happened: words("Write one line about what happened. It can be short.", LONGEST_STORY),
  kind: optionalChoice(setbackKinds),
  company: optionalLine(),
  role: optionalLine(),
  industry: optionalLine(),
  stage: optionalLine(),
  source: optionalLine(),
  /** Empty means today. */
  day: z.union([z.literal("").transform(() => null), day]).default(null),
  ...feelingFields,
};

export const logForm = z.object({ id: mintedId, ...told });
export const changeForm = z.object({ setbackId: rowId, ...told });
export const setbackOnly = z.object({ setbackId: rowId });

export const ownPageForm = z.object({
  setbackId: rowId,
  /** Empty is a page that is empty again. */
  page: optionalWords(LONGEST_STORY * 3),
});

/** Under which key a page to oneself waits until it is saved. */
export const ownPageDraftKey = (setbackId: string) => `own-page:${setbackId}`;

/** Under which key a changed setback waits until it is saved. */
export const setbackDraftKey = (setbackId: string) => `setback:${setbackId}`;

export type Told = Omit<z.output<typeof logForm>, "id">;

/** What a setback's form starts with, by the field's name. */
export type Start = Record<string, string[]>;

export const startOf = (
  setback: Record<"happened", string> &
    Record<RememberedField, string | null> & { kind: SetbackKind | null; day: Day; feelings: Feeling[] },
): Start => ({
  happened: [setback.happened],
  kind: [setback.kind ?? ""],
  ...Object.fromEntries(rememberedFields.map((field) => [field, [setback[field] ?? ""]])),
  day: [setback.day],
  // One that does not open is no choice: it stays as it lies.
  feeling: setback.feelings.filter(({ word }) => word.length <= LONGEST_WORD).map(sayFeeling),
});
