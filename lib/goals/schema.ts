import { z } from "zod";
import type { EveryOf } from "@/lib/every-of";
import { line, mintedId, rowId, words } from "@/lib/form-fields";
import type { GoalCategory as Known, Rhythm } from "@/lib/generated/enums";
import { TITLE_LENGTH } from "@/lib/goals/rules";

export const categories = ["applications", "people", "skills", "routine"] as const satisfies readonly Known[];
export type GoalCategory = EveryOf<typeof categories, Known>;

/** A category as people say it. */
export const categoryWords: Record<GoalCategory, string> = {
  applications: "Applications",
  people: "People",
  skills: "Skills",
  routine: "Wellbeing",
};

const rhythms = ["day", "week", "every_days", "weekdays", "finish_line"] as const satisfies readonly Rhythm[];
type Rhythms = EveryOf<typeof rhythms, Rhythm>;

/** More than this in one rhythm is a number nobody keeps. */
const MOST = { day: 20, week: 50, every_days: 50, weekdays: 20, finish_line: 1000 } as const;

const title = line("Give it a short name.", TITLE_LENGTH);

const shape = {
  title,
  category: z.enum(categories, "Please choose one of these."),
  rhythm: z.enum(rhythms, "Please choose one of these."),
  times: z.coerce
    .number("Please give a number, like 1.")
    .int("Please give a whole number.")
    .min(1, "Once is the smallest. A smaller thing can be in the name."),
};

const keepable = (goal: { rhythm: Rhythms; times: number }) => goal.times <= MOST[goal.rhythm];
const tooMany = { error: "That is a lot. Please choose a smaller number.", path: ["times"] };

export const goalForm = z.object({ id: mintedId, ...shape }).refine(keepable, tooMany);
export const changeForm = z.object({ goalId: rowId, ...shape }).refine(keepable, tooMany);

/** Under which key a changed goal waits until it is saved. */
export const goalDraftKey = (goalId: string) => `goal:${goalId}`;

/** Under which key the name of a smaller version waits until it is sent. */
export const smallerDraftKey = (goalId: string) => `smaller:${goalId}`;

/** A press of a button that belongs to one goal. */
export const oneGoalForm = z.object({ goalId: rowId });

/**
 * What the goal asked for when its member saw what it would become: pressed twice, it becomes smaller
 * once. `title` is only asked for when fewer times are not possible.
 */
export const smallerForm = z.object({
  goalId: rowId,
  rhythm: shape.rhythm,
  times: shape.times,
  title: title.optional(),
});

export const shareProgressForm = z.object({
  id: mintedId,
  goalId: rowId,
  circleId: z.uuid("Please choose a circle."),
  body: words("Write a line or two.", 4000),
});
