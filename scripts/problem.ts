/** Something that the person at the terminal can do something about: shown as its words, without a stack. */
export class Problem extends Error {}

/** What a thrown value says. */
export const wordsOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);
