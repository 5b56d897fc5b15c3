import { z } from "zod";
import { canBeSeen, mintedId, rowId, several, tick } from "@/lib/form-fields";
import { needs } from "@/lib/posts/needs";
import { MOST_CHARACTERS } from "@/lib/posts/schema";
import { LONGEST_STORY } from "@/lib/setbacks/schema";

/** The facts of a setback that can go along, besides what happened and who the employer is. */
export const facts = ["kind", "role", "industry", "stage", "source", "day", "feelings"] as const;
export type Fact = (typeof facts)[number];

/** Pieces of what became of it, by their keys (lib/shares/pieces.ts). */
const pieces = several(z.string().regex(/^[a-z-]{1,20}:[0-9a-f-]{36}$/, "Please choose among these."), 100);

const circle = z.uuid("Choose the circle that this is for.");

/** The names of companies that the member's setbacks carry. */
const names = z.enum(["masked", "named"]).default("masked");

export const choiceForm = z
  .object({
    setbackId: rowId,
    circleId: circle,
    fact: several(z.enum(facts)),
    piece: pieces,
    /** The employer goes along as "a company in logistics", or by its name. */
    employer: z.enum(["no", "masked", "named"]).default("no"),
    /** Those of the member's other setbacks, in whatever goes along. */
    names,
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
    if (wordsToo && !canBeSeen(words)) say("Write a line, or leave your words out.");
    if (wordsToo && words.length > MOST_CHARACTERS)
      say(
        `A circle reads up to ${MOST_CHARACTERS.toLocaleString("en")} characters. Please choose what matters most.`,
      );
  });

export type Choice = z.output<typeof choiceForm>;

/** Stands for what the preview showed. */
const seen = z.string().max(100);

export const shareSetbackForm = z.object({ id: mintedId, setbackId: rowId, seen });

/** A choice as its form's values, by the field's name. */
export const valuesOfChoice = (choice: Choice): Record<string, string[]> => ({
  setbackId: [choice.setbackId],
  circleId: [choice.circleId],
  fact: choice.fact,
  piece: choice.piece,
  employer: [choice.employer],
  names: [choice.names],
  ...(choice.wordsToo && { wordsToo: ["on"] }),
  words: [choice.words],
  need: [choice.need],
});

/** What goes in pieces alone. */
export const inPieces = ["experiment", "ifThenPlan", "learningPlan", "feedbackRequest"] as const;
export type InPieces = (typeof inPieces)[number];

/** What goes in words alone: they begin as its member wrote them, or as a goal stands. */
export const inWords = ["goal", "win"] as const;
export type InWords = (typeof inWords)[number];

const isInWords = (of: string): boolean => inWords.some((one) => one === of);

export const CHOOSE_SOMETHING = "Choose at least one of these, or write a line of your own.";

const choiceOfPieces = {
  circleId: circle,
  piece: pieces,
  names,
  words: z
    .string()
    .trim()
    .max(
      MOST_CHARACTERS,
      `A circle reads up to ${MOST_CHARACTERS.toLocaleString("en")} characters. Please choose what matters most.`,
    )
    .default(""),
};

type Says = { of?: string; piece: string[]; words: string };

const saysSomething = ({ of = "", piece, words }: Says, context: z.RefinementCtx) => {
  if (piece.length > 0 || canBeSeen(words)) return;
  context.addIssue(
    isInWords(of)
      ? { code: "custom", path: ["words"], message: "Write a line or two." }
      : { code: "custom", path: ["piece"], message: CHOOSE_SOMETHING },
  );
};

/** What waits while it is looked at: all that was chosen. */
export const piecesForm = z.object(choiceOfPieces).superRefine(saysSomething);
export type PiecesChoice = z.output<typeof piecesForm>;

const ofWhat = { of: z.enum([...inPieces, ...inWords]), sourceId: rowId };

export const choosePiecesForm = z.object({ ...ofWhat, ...choiceOfPieces }).superRefine(saysSomething);

export const sharePiecesForm = z.object({ id: mintedId, ...ofWhat, seen });

export const valuesOfPieces = ({
  circleId,
  piece,
  names,
  words,
}: PiecesChoice): Record<string, string[]> => ({
  circleId: [circleId],
  piece,
  names: [names],
  words: [words],
});

/** Under which key it waits what somebody chooses to share: of a setback, a goal, a win, or what goes in pieces. */
export const choosingKey = (sourceId: string) => `share:${sourceId}`;

/** Under which key it waits what they chose, while they look at it as the circle will. */
export const previewKey = (sourceId: string) => `preview:${sourceId}`;
