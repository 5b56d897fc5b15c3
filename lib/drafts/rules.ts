/*
 * Words that their author took back are a draft of the form they came from. They count as typed at the
 * beginning of time (hand-back.ts), which tells them from words that were never sent.
 */

export const isHandedBack = (draft: { typedAt: number }): boolean => draft.typedAt === 0;
