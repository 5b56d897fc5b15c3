import { z } from "zod";
import { columnOf } from "@/lib/dates";
import type { EveryOf } from "@/lib/every-of";
import { day, line, mintedId, rowId, several } from "@/lib/form-fields";
import type { GoalUnit, GoalCategory as Known, RhythmKind } from "@/lib/generated/enums";
import { TITLE_LENGTH } from "@/lib/goals/rules";
import { comesInAmounts } from "@/lib/goals/units";

export const categories = ["applications", "people", "skills", "routine"] as const satisfies readonly Known[];
export type GoalCategory = EveryOf<typeof categories, Known>;

/** A category as people say it. */
export const categoryWords: Record<GoalCategory, string> = {
  applications: "Applications",
  people: "People",
  skills: "Skills",
  routine: "Wellbeing",
};

const rhythms = [
  "day",
  "week",
  "every_days",
  "weekdays",
  "finish_line",
] as const satisfies readonly RhythmKind[];
type Rhythms = EveryOf<typeof rhythms, RhythmKind>;

export const units = [
  "times",
  "applications",
  "people",
  "minutes",
  "pages",
] as const satisfies readonly GoalUnit[];
type Units = EveryOf<typeof units, GoalUnit>;

/** More than this in one rhythm is a number nobody keeps; of minutes and pages there may be many. */
export const MOST: Record<Rhythms, number> = {
  day: 20,
  week: 50,
  every_days: 50,
  weekdays: 20,
  finish_line: 1000,
};
export const MOST_AMOUNTS: Record<Rhythms, number> = {
  day: 600,
  week: 3000,
  every_days: 600,
  weekdays: 600,
  finish_line: 30_000,
};

/** More than this is not logged at once. */
export const MOST_AT_ONCE = 1000;
const LONGEST_GAP = 30;

/** As much as one tap logs, for whoever did not say: a day's share of minutes or pages, one of anything else. */
const USUAL: Record<Units, number> = { times: 1, applications: 1, people: 1, minutes: 25, pages: 10 };

const title = line("Give it a short name.", TITLE_LENGTH);

const wholeNumber = z.coerce
  .number("Please give a number, like 1.")
  .int("Please give a whole number.")
  .min(1, "Once is the smallest. A smaller thing can be in the name.");

/** A number that a form may leave empty. */
const numberIfAny = (most: number) =>
  z
    .union([
      z.literal("").transform(() => null),
      wholeNumber.max(most, `${most} is the most. Please choose a smaller number.`),
    ])
    .optional()
    .transform((given) => given ?? null);

const shape = {
  title,
  category: z.enum(categories, "Please choose one of these."),
  rhythm: z.enum(rhythms, "Please choose one of these."),
  times: wholeNumber,
  unit: z.enum(units, "Please choose one of these.").default("times"),
  usual: numberIfAny(MOST_AT_ONCE),
  everyDays: numberIfAny(LONGEST_GAP),
  weekdays: several(z.coerce.number().int().min(1).max(7), 7),
  finishBy: z
    .union([z.literal("").transform(() => null), day])
    .optional()
    .transform((given) => given ?? null),
};

type Said = z.output<z.ZodObject<typeof shape>>;

function check({ rhythm, times, unit, everyDays, weekdays }: Said, say: z.core.$RefinementCtx): void {
  const complain = (field: string, message: string) =>
    say.addIssue({ code: "custom", path: [field], message });
  if (times > (comesInAmounts(unit) ? MOST_AMOUNTS : MOST)[rhythm])
    complain("times", "That is a lot. Please choose a smaller number.");
  if (rhythm === "every_days" && (everyDays ?? 0) < 2)
    complain("everyDays", "After how many days again? From 2 on.");
  if (rhythm === "weekdays" && weekdays.length === 0)
    complain("weekdays", "Please choose a day, or several.");
}

/** What stands in the form only for another unit or rhythm is not read: nobody sees it, and it could be anything. */
const seen = (sent: unknown): unknown => {
  if (typeof sent !== "object" || sent === null) return sent;
  const { usual, everyDays, finishBy, ...rest } = sent as Record<keyof Said, unknown>;
  return {
    ...rest,
    ...((rest.unit === "minutes" || rest.unit === "pages") && { usual }),
    ...(rest.rhythm === "every_days" && { everyDays }),
    ...(rest.rhythm === "finish_line" && { finishBy }),
  };
};

/** As it is kept: of what belongs to another rhythm nothing is left, and all seven weekdays are every day. */
function asKept<S extends Said>({ usual, everyDays, weekdays, finishBy, ...goal }: S) {
  const chosen = [...new Set(weekdays)].sort((a, b) => a - b);
  const rhythm = goal.rhythm === "weekdays" && chosen.length === 7 ? "day" : goal.rhythm;
  const inParts = rhythm === "week" || rhythm === "finish_line" || !comesInAmounts(goal.unit);
  const atOnce = inParts ? USUAL[goal.unit] : goal.times;
  return {
    ...goal,
    rhythm,
    usual: Math.min(usual ?? atOnce, goal.times),
    everyDays: rhythm === "every_days" ? everyDays : null,
    weekdays: rhythm === "weekdays" ? chosen : [],
    finishBy: rhythm === "finish_line" && finishBy ? columnOf(finishBy) : null,
  };
}

export const goalForm = z.preprocess(
  seen,
  z
    .object({ id: mintedId, ...shape })
    .superRefine(check)
    .transform(asKept),
);
export const changeForm = z.preprocess(
  seen,
  z
    .object({ goalId: rowId, ...shape })
    .superRefine(check)
    .transform(asKept),
);

/** Under which key a goal that begins with a preset waits: beside one of one's own words, and never in its place. */
export const draftOfPreset = (preset: string) => `preset-${preset.toLowerCase()}`;

/** Under which key a changed goal waits until it is saved. */
export const goalDraftKey = (goalId: string) => `goal:${goalId}`;

/** Under which key the name of a smaller version waits until it is sent. */
export const smallerDraftKey = (goalId: string) => `smaller:${goalId}`;

/** A press of a button that belongs to one goal. */
export const oneGoalForm = z.object({ goalId: rowId });

/**
 * What the goal asked for, in words, when its member saw what it would become: pressed twice, it becomes smaller
 * once. `title` is only asked for when fewer times are not possible.
 */
export const smallerForm = z.object({
  goalId: rowId,
  rhythmInWords: line("Please reload the page, and look again."),
  title: title.optional(),
});
