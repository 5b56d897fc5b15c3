/*
 * What a name and a text are compared by: their words in bare letters, without case, accents, apostrophes,
 * hyphens and characters that nobody sees. Names and texts go through the same function, so that neither can be
 * read more narrowly than the other.
 */

/** One word, or one sign that counts like a word, and where it stands. */
export type BareWord = {
  from: number;
  to: number;
  /** Its letters, read twice: "ü" as "u", and "ü" as "ue". */
  bare: [string, string];
  /** Whether it joins two names: "&", "+", "and". */
  joins: boolean;
};

// An apostrophe parts a word in two, also the one that Unicode calls a letter. An underscore belongs to a word
// only inside of it: "Acme_2" is a word of its own, "_Acme_" is Acme in italics.
const LETTER = "(?:(?![ʼʻ])[\\p{L}\\p{M}\\p{N}\\p{Cf}])";
const WORD = new RegExp(`${LETTER}+(?:_+${LETTER}+)*|[&+＆﹠＋﹢]|(?![©®™])\\p{Extended_Pictographic}`, "gu");

export const bareWordsOf = (text: string): BareWord[] =>
  Array.from(text.matchAll(WORD), ({ 0: word, index: from }): BareWord => {
    const plain = bareLetters(word);
    const bare: BareWord["bare"] = [
      plain,
      bareLetters(word.normalize("NFC").replace(/[äöüøå]/gi, spelledOut)),
    ];
    return { from, to: from + word.length, bare, joins: /^(?:[&+]|AND|UND|ET)$/.test(plain) };
  }).filter(({ bare: [plain] }) => plain !== "");

/** In small letters and then in capitals: so "ß" and "ẞ" are both "SS", and a sigma has one form. */
const bareLetters = (word: string): string =>
  /^[a-z\d]+$/i.test(word)
    ? word.toUpperCase()
    : word
        .normalize("NFKD")
        .toLowerCase()
        .toUpperCase()
        .normalize("NFKD")
        .replace(/[\p{M}\p{Lm}\p{Cf}_]/gu, "")
        .replace(/[ØŁĐÐÆŒÞ]/g, (letter) => WITHOUT_A_STROKE[letter] ?? letter);

const WITHOUT_A_STROKE: Record<string, string> = {
  Ø: "O",
  Ł: "L",
  Đ: "D",
  Ð: "D",
  Æ: "AE",
  Œ: "OE",
  Þ: "TH",
};

const spelledOut = (letter: string) =>
  ({ ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" })[letter.toLowerCase()] ?? letter;

/**
 * The letters of words in a row. "Marks and Spencer" is "Marks & Spencer"; only a first "and" is no more than
 * the word, so that a company called "And" does not stand for every "&".
 */
export const lettersOf = (words: BareWord[], reading: 0 | 1): string =>
  words.map(({ bare, joins }, at) => (joins && at > 0 ? "&" : bare[reading])).join("");
