/*
 * Picture it, honestly: four screens of one sentence each. What somebody wishes for, the best that could come of it,
 * the main thing in them that stands in the way, and what they will do when it does. Each sentence is kept by itself,
 * so a picture can be left after any of them and taken up again, or never. The fourth is an if-then plan like any
 * other: it stays where it is when the picture is deleted, and can be deleted by itself.
 *
 * A deleted picture can be brought back for a while (lib/undo.ts).
 */

export const SENTENCE_LENGTH = 300;

/** They all stand on one page. */
export const MOST_WISHES = 100;

/** The sentences of a picture, in the order in which they are asked for. */
export const parts = ["wish", "outcome", "obstacle"] as const;
export type Part = (typeof parts)[number];

/** The screens: the sentences, and the plan that ends them. */
export type Screen = Part | "plan";
const screens: readonly Screen[] = [...parts, "plan"];

export const isScreen = (name: string): name is Screen => (screens as readonly string[]).includes(name);

/** "2 of 4", as a screen says it. */
export const sayScreen = (screen: Screen): string => `${screens.indexOf(screen) + 1} of ${screens.length}`;

type Said = Record<Part, string | null> & { hasPlan: boolean };

/** Where a picture goes on: its first sentence that is not said yet; null when all four are there. */
export const nextOf = ({ hasPlan, ...said }: Said): Screen | null =>
  parts.find((part) => said[part] === null) ?? (hasPlan ? null : "plan");
