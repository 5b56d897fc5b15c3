// A feeling is a word with a strength. Any word will do; these are only the ones that lie to hand. Browsers
// read this file too, so nothing heavy may come in here.

/** A word for what it feels like, with a strength from 0 to 10. */
export type Feeling = { word: string; strength: number };

/** Words that people often reach for on a bad day, and a few that may be true at the same time. */
export const commonFeelings = [
  "sad",
  "deflated",
  "embarrassed",
  "angry",
  "anxious",
  "tired",
  "numb",
  "lonely",
  "relieved",
  "hopeful",
] as const;

export const strengths = Array.from({ length: 11 }, (_, strength) => strength);

/** A feeling as one choice of a form says it: "deflated=8"; empty for one that is not there. */
export const sayFeeling = ({ word, strength }: Feeling): string => `${word}=${strength}`;

/** And back: null for a choice that was left alone. A word may hold an equals sign of its own. */
export function readFeeling(said: string): Feeling | null {
  const split = said.lastIndexOf("=");
  return split < 1 ? null : { word: said.slice(0, split), strength: Number(said.slice(split + 1)) };
}
