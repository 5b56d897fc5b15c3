/*
 * A reframe is a thought looked at again. Only the thought itself is needed; every other part of it can be left open
 * and filled in on another day. It is told by its fairer thought once there is one, and its feelings, where they
 * were noted before and after, side by side.
 */

/** So many belong to one setback. */
export const MOST_REFRAMES = 100;

export type Felt = { word: string; before: number; after: number | null };

/** Whether there is something to lay side by side. */
export const isComparable = (feelings: Felt[]): feelings is (Felt & { after: number })[] =>
  feelings.length > 0 && feelings.every(({ after }) => after !== null);

/** "deflated from 8 to 4, tired as before at 6" */
export const sayDifference = (feelings: (Felt & { after: number })[]): string =>
  feelings
    .map(({ word, before, after }) =>
      before === after ? `${word} as before at ${before}` : `${word} from ${before} to ${after}`,
    )
    .join(", ");
