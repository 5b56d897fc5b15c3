import { z } from "zod";

/**
 * A few words in small letters, without apostrophes and commas. `(a|b c)` is one of these, `(a|b)?` one of them or
 * none, `*` is up to three words of any kind, and `#` is a year.
 */
const word = "[\\p{Ll}\\p{M}]+";
const some = `${word}(?: ${word})*`;
const piece = `(?:${word}|\\*|#|\\(${some}(?:\\|${some})*\\)\\??)`;
const phrase = z.string().regex(new RegExp(`^${piece}(?: ${piece})*$`, "u"));
const phrases = z.array(phrase);

/** What a language's file may say. */
export const phraseList = z.object({
  /** How words are written, and what each counts as. */
  spellings: z.record(z.string(), z.string()),
  /** The same for how words end: "n't" is a "not" of its own. */
  endings: z.record(z.string(), z.string()),
  /** What may mean that a life is in danger. */
  danger: phrases.min(1),
  /** What never does: it is passed over, together with what it holds of the above. */
  everyday: phrases,
  /** What takes it back, up to six words before. */
  negations: phrases,
  /** And what only looks as if it did. */
  notNegations: phrases,
  /** A sentence that says so is about long ago. */
  past: phrases,
  /** Unless it says so, too. */
  present: phrases,
  /** A sentence that says so tells of a song, a film, or work. */
  retold: phrases,
});

export type PhraseList = z.infer<typeof phraseList>;
