import { z } from "zod";

/**
 * A few words in small letters, without apostrophes. `(a|b c)` is one of these, `(a|b)?` one of them or none, and
 * `!(a|b)` none of them; `~ing` is any word that ends so; `*` is up to three words of any kind and `**` up to six, none
 * of them over a comma; `,` is a comma, and `.` where a part of the sentence ends; `#` is a year and `##` an age. What is
 * dangerous, unclear or everyday begins with a word.
 */
const word = "~?[\\p{Ll}\\p{M}]+";
const some = `${word}(?: ${word})*`;
const piece = `(?:${word}|\\*\\*?|##?|\\.|,|!?\\(${some}(?:\\|${some})*\\)\\??)`;
const phrase = z.string().regex(new RegExp(`^${piece}(?: ${piece})*$`, "u"));
const phrases = z.array(phrase);

/** What a language's file may say. */
export const phraseList = z.object({
  /** How words are written, and what each counts as. */
  spellings: z.record(z.string(), z.string()),
  /** The same for how words end: "n't" is a "not" of its own. */
  endings: z.record(z.string(), z.string()),
  /** Words that change nothing, and stand between those that do. */
  fillers: z.array(z.string()),
  /** What may mean that a life is in danger. */
  danger: phrases.min(1),
  /** What may mean it, too, unless the sentence names something of `everydayThings`. */
  unclear: phrases,
  everydayThings: phrases,
  /** What never does: it is passed over, together with what it holds of the above. */
  everyday: phrases,
  /** What takes it back, where nothing but words of `between` stands between the two. */
  negations: phrases,
  between: z.array(z.string()),
  /** What only looks like one of these. */
  notNegations: phrases,
  /** In a sentence that says so, nothing is taken back: "I said that I am not, and it was a lie". */
  untrue: phrases,
  /** What tells that the words joined to it are about long ago. */
  past: phrases,
  /** Unless the sentence says so, too. */
  present: phrases,
  /** And how somebody begins to say what is so today: that is never long ago, nor what they work on. */
  statements: phrases,
  /** The same of somebody else, who may be in what one works on. */
  statementsOfOthers: phrases,
  /** What joins two statements, so that what is said of the one says nothing of the other. */
  joins: phrases,
  /** What stands before words that a song, a film or a role says, with nothing but `people` and `between` after it. */
  retold: phrases,
  people: z.array(z.string()),
  /** What only looks like one of these. */
  notRetold: phrases,
  /** What stands before what somebody works on or learns about, with a few words of any kind after it. */
  topics: phrases,
  /** What stands right after such words. */
  retoldAfter: phrases,
});

export type PhraseList = z.infer<typeof phraseList>;
