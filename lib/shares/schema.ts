import { z } from "zod";
import { mintedId, rowId, several, tick } from "@/lib/form-fields";
import { needs } from "@/lib/posts/needs";
import { MOST_CHARACTERS } from "@/lib/posts/schema";
import { LONGEST_STORY } from "@/lib/setbacks/schema";

/** The facts of a setback that can go along, besides what happened and who the employer is. */
export const facts = ["kind", "role", "industry", "stage", "source", "day", "feelings"] as const;
export type Fact = (typeof facts)[number];

export const choiceForm = z
  .object({
    setbackId: rowId,
    circleId: z.uuid("Choose the circle that this is for."),
    fact: several(z.enum(facts)),
    /** Pieces of what became of it, by their keys (lib/shares/pieces.ts). */
    piece: several(z.string().regex(/^[a-z-]{1,20}:[0-9a-f-]{36}$/, "Please choose among these."), 100),
    /** The employer goes along as "a company in logistics", or by its name. */
    employer: z.enum(["no", "masked", "named"]).default("no"),
    wordsToo: tick,
    words: z
      .string()
      .trim()
      .max(LONGEST_STORY, "That is longer than any setback. Please choose what matters most.")
      .default(""),
    need: z.enum(needs, "Choose what you need from them."),
  })
  .superRefine(({ wordsToo, words }, context) => {
    const say = (message: string) => context.addIssue({ code: "custom", path: ["words"], message });
    if (wordsToo && words === "") say("Write a line, or leave your words out.");
    if (wordsToo && words.length > MOST_CHARACTERS)
      say(
        `A circle reads up to ${MOST_CHARACTERS.toLocaleString("en")} characters. Please choose what matters most.`,
      );
  });

export type Choice = z.output<typeof choiceForm>;

export const shareSetbackForm = z.object({
  id: mintedId,
  setbackId: rowId,
  /** Stands for what the preview showed. */
  seen: z.string().max(100),
});

/** A choice as its form's values, by the field's name. */
export const valuesOfChoice = (choice: Choice): Record<string, string[]> => ({
  setbackId: [choice.setbackId],
  circleId: [choice.circleId],
  fact: choice.fact,
  piece: choice.piece,
  employer: [choice.employer],
  ...(choice.wordsToo && { wordsToo: ["on"] }),
  words: [choice.words],
  need: [choice.need],
});

/** Under which key it waits what somebody chooses to share of a setback, a goal or a win. */
export const choosingKey = (sourceId: string) => `share:${sourceId}`;

/** Under which key it waits what they chose of a setback, while they look at it as the circle will. */
export const previewKey = (setbackId: string) => `preview:${setbackId}`;
