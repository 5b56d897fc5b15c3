import { z } from "zod";
import type { EveryOf } from "@/lib/every-of";
import { line, mintedId, optionalWords, rowId } from "@/lib/form-fields";
import type { BetterBy as Known } from "@/lib/generated/enums";

export const CHANGE_LENGTH = 200;

export const betterBys = ["replies", "screenings", "invitations"] as const satisfies readonly Known[];
export type BetterBy = EveryOf<typeof betterBys, Known>;

/** What would count as better: as a choice, in a sentence, and as the two presses that count a case. */
export const betterWords: Record<BetterBy, { choice: string; happens: string; yes: string; no: string }> = {
  replies: { choice: "They reply", happens: "they reply", yes: "They replied", no: "Silence" },
  screenings: {
    choice: "A first call or test",
    happens: "it leads to a first call or test",
    yes: "A first call or test",
    no: "No call or test",
  },
  invitations: {
    choice: "An invitation to an interview",
    happens: "it leads to an interview",
    yes: "An interview",
    no: "No interview",
  },
};

const bounds = {
  cases: { least: 3, most: 100, name: "applications" },
  days: { least: 7, most: 180, name: "days" },
} as const;

const shape = {
  change: line("Write the one change that you would like to try.", CHANGE_LENGTH),
  better: z.enum(betterBys, "Please choose one of these."),
  lasts: z.enum(["cases", "days"], "Please choose one of these."),
  // Only the one that was chosen has to be a number.
  cases: z.string().trim().default(""),
  days: z.string().trim().default(""),
};

export const experimentForm = z
  .object({ id: mintedId, ...shape })
  .superRefine((filled, context) => {
    const { least, most, name } = bounds[filled.lasts];
    const number = filled[filled.lasts];
    if (/^\d{1,3}$/.test(number) && Number(number) >= least && Number(number) <= most) return;
    const message = `Please give a number of ${name} from ${least} to ${most}.`;
    context.addIssue({ code: "custom", message, path: [filled.lasts], input: number });
  })
  .transform(({ lasts, cases, days, ...rest }) => ({
    ...rest,
    cases: lasts === "cases" ? Number(cases) : null,
    days: lasts === "days" ? Number(days) : null,
  }));

export const caseForm = z.object({
  id: mintedId,
  experimentId: rowId,
  isBetter: z.enum(["yes", "no"], "Please choose one of these.").transform((said) => said === "yes"),
});

/** A press that belongs to one case. */
export const oneCaseForm = z.object({ caseId: rowId });

/** A press that belongs to one experiment. */
export const oneExperimentForm = z.object({ experimentId: rowId });

export const decisionForm = z.object({
  experimentId: rowId,
  verdict: z.enum(["keep", "drop"], "Please choose one of these."),
});

export const tryAgainForm = z.object({ id: mintedId, experimentId: rowId });

export const lessonForm = z.object({
  experimentId: rowId,
  /** May be emptied again. */
  lesson: optionalWords(2_000),
});

/** Under which key what somebody takes from an experiment waits until it is saved. */
export const lessonDraftKey = (experimentId: string) => `experiment:${experimentId}`;
