import { z } from "zod";
import { line, mintedId, rowId, several, tick } from "@/lib/form-fields";
import { DAYS_UNLESS_TOLD, LONGEST_DAYS } from "@/lib/supporters/rules";

const ask = "Please choose one of these.";

/** What can go of a setback. `company` goes without its name, `named` by it. */
export const setbackParts = [
  "happened",
  "kind",
  "stage",
  "role",
  "day",
  "feelings",
  "company",
  "named",
] as const;
export type SetbackPart = (typeof setbackParts)[number];

const PART_OF = /^part\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** How a form names the parts that go of one setback. */
export const partsField = (setbackId: string) => `part.${setbackId}`;

const days = z.coerce
  .number("Choose from 1 to 90 days.")
  .int("Choose from 1 to 90 days.")
  .min(1, "Choose from 1 to 90 days.")
  .max(LONGEST_DAYS, "Choose from 1 to 90 days.");

const parts = several(z.enum(setbackParts, ask), setbackParts.length);

/** Everything that a member chooses for a supporter. The parts of each setback come under a name of their own. */
export const chooseForm = z
  .looseObject({
    name: line("Whom is it for? Only you will see this.", 80),
    called: line("What do they call you?", 80),
    days: days.default(DAYS_UNLESS_TOLD),
    goals: z.enum(["none", "all", "chosen"], ask).default("none"),
    goal: several(rowId, 100),
    wins: tick,
    names: z.enum(["masked", "named"], ask).default("masked"),
  })
  .transform(({ name, called, days, goals, goal, wins, names, ...rest }, context) => {
    const setbacks: Record<string, SetbackPart[]> = {};
    for (const [field, sent] of Object.entries(rest)) {
      const [, setbackId] = PART_OF.exec(field) ?? [];
      if (!setbackId) continue;
      const { data } = parts.safeParse(sent);
      if (!data) context.addIssue({ code: "custom", path: [field], message: ask });
      else if (data.length > 0) setbacks[setbackId] = data;
    }
    if (Object.keys(setbacks).length > MOST_SETBACKS)
      context.addIssue({
        code: "custom",
        path: ["form"],
        message: `A link shows up to ${MOST_SETBACKS} setbacks. Please choose those that matter most.`,
      });
    return { name, called, days, goals, goal, wins, names, setbacks };
  })
  .superRefine(({ goals, goal, wins, setbacks }, context) => {
    if (goals === "chosen" && goal.length === 0)
      context.addIssue({
        code: "custom",
        path: ["goal"],
        message: "Choose at least one goal, or leave goals out.",
      });
    if (goals === "none" && !wins && Object.keys(setbacks).length === 0)
      context.addIssue({ code: "custom", path: ["goals"], message: "Choose something that they will see." });
  });

export const MOST_SETBACKS = 20;

export type Chosen = z.output<typeof chooseForm>;

/** A choice as its form's values, by the field's name. */
export const valuesOfChosen = (chosen: Chosen): Record<string, string[]> => ({
  name: [chosen.name],
  called: [chosen.called],
  days: [String(chosen.days)],
  goals: [chosen.goals],
  goal: chosen.goal,
  ...(chosen.wins && { wins: ["on"] }),
  names: [chosen.names],
  ...Object.fromEntries(Object.entries(chosen.setbacks).map(([id, parts]) => [partsField(id), parts])),
});

export const makeForm = z.object({ id: mintedId, seen: z.string().max(100) });

export const oneLinkForm = z.object({ linkId: rowId });

export const extendForm = z.object({ linkId: rowId, days });

/** Under which keys a choice waits: while it is made, and while it is looked at. */
export const CHOOSING = "supporter";
export const PREVIEW = "supporter-preview";
