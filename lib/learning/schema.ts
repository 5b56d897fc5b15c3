import { z } from "zod";
import { columnOf } from "@/lib/dates";
import { day, ifGiven, line, mintedId, optionalLine, optionalWords, rowId, tick } from "@/lib/form-fields";
import { TITLE_LENGTH } from "@/lib/goals/rules";
import { type Details, isWebAddress, LINKS, STEPS } from "@/lib/learning/rules";
import { minutesField } from "@/lib/planned-steps/schema";

/** As long as the name of a goal, since it can become one. */
export const SKILL_LENGTH = TITLE_LENGTH;

/** Addresses, one a line. One without its beginning is one of the web. */
const links = optionalWords(2000)
  .transform((text) =>
    (text ?? "")
      .split(/\s+/)
      .filter(Boolean)
      .map((link) =>
        /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(?::\d+)?([/?#]|$)/u.test(link) ? `https://${link}` : link,
      ),
  )
  .refine((all) => all.length <= LINKS, `At most ${LINKS} links, please.`)
  .refine((all) => all.every(isWebAddress), "Please give whole links, beginning with https:// or http://");

const by = ifGiven(day, "Please give a day, like 2026-11-22, or leave it empty.");

const shape = {
  skill: line("Give it a short name.", SKILL_LENGTH),
  step1: line("Write one small step. Half an hour of it is enough.", 200),
  step2: optionalLine(200),
  step3: optionalLine(200),
  links1: links,
  links2: links,
  links3: links,
  minutes1: minutesField,
  minutes2: minutesField,
  minutes3: minutesField,
  by1: by,
  by2: by,
  by3: by,
};

type Said = z.output<z.ZodObject<typeof shape>>;

const numbers = [1, 2, 3] as const;

/** What helps with each step, in its place. */
export const detailsIn = (form: Said): Details[] =>
  numbers.map((n) => ({ links: form[`links${n}`], minutes: form[`minutes${n}`], by: form[`by${n}`] }));

const helps = ({ links, minutes, by }: Details): boolean =>
  links.length > 0 || minutes !== null || by !== null;

/** Nothing typed is let go of because its step is not there. */
const eachHasItsStep = (form: Said, { addIssue }: z.RefinementCtx): void => {
  detailsIn(form).forEach((details, place) => {
    if (!stepsIn(form)[place] && helps(details)) {
      const message = "Write this step, too, or let go of its link, minutes and day.";
      addIssue({ code: "custom", message, path: [`step${place + 1}`] });
    }
  });
};

export const learningPlanForm = z
  .object({
    id: mintedId,
    ...shape,
    makeGoal: tick,
    /** The id of the goal, if it becomes one. */
    goalId: mintedId,
  })
  .superRefine(eachHasItsStep);

export const changeLearningPlanForm = z
  .object({ learningPlanId: rowId, ...shape })
  .superRefine(eachHasItsStep);

/** The words of the steps, each in its place. */
export const stepsIn = (form: { step1: string; step2: string | null; step3: string | null }): string[] => [
  form.step1,
  form.step2 ?? "",
  form.step3 ?? "",
];

/** What helps with the steps, as its row holds it: nothing where nothing does. */
export const detailsText = (form: Said): string | null => {
  const details = detailsIn(form);
  return details.some(helps) ? JSON.stringify(details) : null;
};

/** The finish lines of the steps, as a row holds them for the worker. */
export const finishLines = (form: Said) => {
  const [by1 = null, by2 = null, by3 = null] = detailsIn(form).map(({ by }) => by && columnOf(by));
  return { by1, by2, by3 };
};

export const oneLearningPlanForm = z.object({ learningPlanId: rowId });

const oneStep = {
  learningPlanId: rowId,
  place: z.coerce
    .number()
    .int()
    .min(0)
    .max(STEPS - 1),
};

/** Says how a step is from now on, and not that it changes: pressed twice, it is so once. */
export const stepForm = z.object({ ...oneStep, done: z.enum(["yes", "no"]) });

/** A press that belongs to one step. */
export const oneStepForm = z.object(oneStep);

/** Under which key a new plan waits until it is kept. */
export const NEW_LEARNING_PLAN = "learning";

/** Under which key a changed plan waits until it is saved. */
export const learningPlanDraftKey = (learningPlanId: string) => `learning:${learningPlanId}`;
