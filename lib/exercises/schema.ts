import { z } from "zod";
import { type ExerciseKind, exerciseKinds, heldDear, type QuestionName } from "@/lib/exercises/guides";
import { mintedId, optionalLine, optionalWords, rowId, several } from "@/lib/form-fields";

const answer = optionalWords(10_000);

/** Every question of every kind; each can be left out. */
const answers = {
  friend: answer,
  letter: answer,
  wish: optionalLine(500),
  hard: answer,
  others: answer,
  toMyself: answer,
  dear: several(z.enum(heldDear, "Please choose from these, or use your own words.")),
  ownWords: optionalLine(500),
  lived: answer,
} satisfies Record<QuestionName, z.ZodType>;

const kind = z.enum(exerciseKinds);

export const exerciseForm = z.object({ id: mintedId, setbackId: rowId, kind, ...answers });
export const oneExerciseForm = z.object({ exerciseId: rowId, setbackId: rowId, kind });

/** What a form of an exercise says. */
export type Told = Pick<z.output<typeof exerciseForm>, "kind" | QuestionName>;

/** Under which key an exercise about a setback waits until it is kept. */
export const exerciseDraftKey = (kind: ExerciseKind, setbackId: string) =>
  `${kind.replaceAll("_", "-")}:${setbackId}`;
