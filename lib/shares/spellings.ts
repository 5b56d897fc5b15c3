import { type BareWord, bareWordsOf, lettersOf } from "@/lib/shares/bare-words";

/*
 * The ways in which people write an employer's name: as given, without its legal form, its article or its ".com",
 * and shortened to its first words. The shorter, the more it has to look like a name, since "blue" is a word, too.
 */

/** How a spelling has to be written to be taken for the name; the smaller, the sooner. */
export const ANYHOW = 0;
/** In several words, or with a capital: "A Part of Us" is not meant by "apart". */
export const APART = 1;
/** "Blue said no", not "a blue car". */
export const WITH_A_CAPITAL = 2;
/** "EY said no", not "ey". */
export const IN_CAPITALS = 3;

export type Spelling = {
  /** Whose name it is: of the company of just this name, or else of the first that it is short for. */
  company: string;
  isWhole: boolean;
  written: number;
  /** After how many letters it may be parted, and whether a sentence could break there: "Dr. Heron". */
  gaps: Map<number, boolean>;
  /** What stands around its letters: the "!" of "Yahoo!". */
  edges: { before: string; after: string }[];
  /** A single letter is the name with its edges alone: "$1" is not every 1. */
  needsEdges: boolean;
};

export type Spellings = {
  byLetters: Map<string, Spelling>;
  /** Names without any letter. */
  signs: Map<string, string>;
  /** The letters that tell an employer in an address, and which. */
  inAddresses: Map<string, Set<string>>;
  /** How many letters all of these have: of others none needs to be looked up. */
  lengths: Set<number>;
  lengthsInAddresses: Set<number>;
};

/** Shorter names stand in too many addresses by chance. */
const SHORTEST_IN_ADDRESS = 4;

const FORM =
  "(?:gmbh|mbh|kgaa?|kg|ag|se|ug|e\\.?v|inc|incorporated|corp|corporation|co|company|llc|llp|ltd|limited|plc|pty|pte|s\\.?a\\.?s?|s\\.?r\\.?l|s\\.?l|s\\.?p\\.?a|b\\.?v|n\\.?v|oyj?|ab|a/s|aps|asa?|k\\.?k|lda|ltda)";
const AT_THE_END = new RegExp(
  `(?:[\\s,&+]+${FORM}\\.?|\\.(?:com|org|net|io|ai|app|dev|de|at|ch|fr|eu|uk|us))$`,
  "iu",
);

const BEHIND = new RegExp(`[\\s,&+]+(${FORM})(?![\\p{L}\\p{M}\\p{N}_])`, "iuy");

/** Where the legal forms behind a name end in a text. In small letters most of them may be words: "Acme as". */
export function endOfLegalForms(text: string, from: number): number {
  let to = from;
  for (;;) {
    BEHIND.lastIndex = text[to] === "." && to > from ? to + 1 : to;
    const form = BEHIND.exec(text);
    if (!form || !/\p{Lu}|^(?:gmbh|inc|ltd|llc|plc)$/u.test(form[1] ?? "")) break;
    to = BEHIND.lastIndex;
  }
  // The full stop of "Inc." goes along where no sentence ends with it.
  return to > from && /^\.(?:[,;:)]|\s+\p{Ll})/u.test(text.slice(to, to + 8)) ? to + 1 : to;
}

const PLAIN = [0] as const;
const BOTH = [0, 1] as const;

/** A name shortened to more words than this is no shortened name. */
const MOST_SHORTENED = 6;

const ARTICLE = /^(?:the|der|die|das|les|los|las|den|det|het)$/i;

export function spellingsOf(companies: readonly string[]): Spellings {
  const known: Spellings = {
    byLetters: new Map(),
    signs: new Map(),
    inAddresses: new Map(),
    lengths: new Set(),
    lengthsInAddresses: new Set(),
  };
  for (const company of new Set(companies)) addSpellings(known, company);
  return known;
}

function addSpellings(known: Spellings, company: string) {
  const name = company.normalize("NFC").trim();
  const words = bareWordsOf(name);
  const last = words.at(-1);
  if (!last) {
    if (name) known.signs.set(name, company);
    return;
  }
  const edges = { before: name.slice(0, words[0]?.from), after: name.slice(last.to) };
  const add = (some: BareWord[], written: number, needsEdges = false) =>
    addSpelling(known, { company, name, words: some, isWhole: some === words, written, needsEdges });
  const isOneLetter = lettersOf(words, 0).length < 2 && edges.before + edges.after !== "";
  for (const { edges: all } of add(words, ANYHOW, isOneLetter)) all.push(edges);

  let short = name;
  for (let form = AT_THE_END.exec(short); form?.index; form = AT_THE_END.exec(short)) {
    short = short.slice(0, form.index);
    // "Booking" of "Booking.com" is a word as well.
    add(upTo(words, short.length), form[0].startsWith(".") ? WITH_A_CAPITAL : ANYHOW);
  }
  const parts = Array.from(short.matchAll(/[^\s,;:/|()–—]+/g), ({ 0: part, index }) => ({
    part,
    to: index + part.length,
  }));
  const [first] = parts;
  const shortened = parts.slice(1, MOST_SHORTENED).map(({ to }) => upTo(words, to));
  for (const some of shortened) add(some, APART);
  if (!first) return;
  if (ARTICLE.test(first.part)) {
    for (const some of shortened) if (some.length > 2) add(some.slice(1), APART);
    if (words.length > 2) add(words.slice(1), ANYHOW);
    return;
  }
  const isShorter = words.some(({ from }) => from >= first.to);
  const letters = lettersOf(upTo(words, first.to), 0).length;
  if (!isShorter || letters < 2 || !/\p{Lu}/u.test(first.part)) return;
  if (!/\p{Ll}/u.test(first.part)) add(upTo(words, first.to), IN_CAPITALS);
  else if (letters > 2) add(upTo(words, first.to), WITH_A_CAPITAL);
}

/** The words of a name up to there, without an "&" at the end. */
function upTo(words: BareWord[], to: number): BareWord[] {
  const some = words.filter((word) => word.to <= to);
  while (some.length > 1 && some.at(-1)?.joins) some.pop();
  return some;
}

function addSpelling(
  known: Spellings,
  {
    company,
    name,
    words,
    isWhole,
    written,
    needsEdges,
  }: Pick<Spelling, "company" | "isWhole" | "written" | "needsEdges"> & { name: string; words: BareWord[] },
): Spelling[] {
  // Left with one word ("Crane" of "Crane &"), it is a word like any other.
  const least = written === APART && words.length < 2 ? WITH_A_CAPITAL : written;
  const readings = words.some(({ bare: [plain, spelledOut] }) => plain !== spelledOut) ? BOTH : PLAIN;
  return readings.map((reading) => {
    const letters = lettersOf(words, reading);
    const spelling = known.byLetters.get(letters) ?? {
      company,
      isWhole,
      written: least,
      gaps: new Map(),
      edges: [],
      needsEdges: true,
    };
    known.byLetters.set(letters, spelling);
    known.lengths.add(letters.length);
    if (isWhole && !spelling.isWhole) Object.assign(spelling, { company, isWhole });
    spelling.written = Math.min(spelling.written, least);
    spelling.needsEdges &&= needsEdges;
    for (const [at, stop] of gapsOf(name, words, reading)) {
      spelling.gaps.set(at, stop || spelling.gaps.get(at) === true);
    }
    // "McDonald's" for "McDonalds"; but "it's" is no "ITS".
    if (letters.length > 4 && letters.endsWith("S") && !spelling.gaps.has(letters.length - 1)) {
      spelling.gaps.set(letters.length - 1, false);
    }
    for (const and of letters.includes("&") ? ["", "AND", "UND", "ET"] : [""]) {
      const inAddress = letters.replaceAll("&", and);
      if (inAddress.length < SHORTEST_IN_ADDRESS) continue;
      known.inAddresses.set(inAddress, (known.inAddresses.get(inAddress) ?? new Set()).add(company));
      known.lengthsInAddresses.add(inAddress.length);
    }
    return spelling;
  });
}

/** After how many of its letters a row of words is parted, and whether a sentence could break there. */
export function gapsOf(text: string, words: BareWord[], reading: 0 | 1): [at: number, stop: boolean][] {
  const gaps: [number, boolean][] = [];
  let letters = 0;
  let to = -1;
  for (const { bare, joins, ...word } of words) {
    if (to >= 0) gaps.push([letters, STOP.test(text.slice(to, word.from))]);
    letters += joins && to >= 0 ? 1 : bare[reading].length;
    to = word.to;
  }
  return gaps;
}

const STOP = /[.!?…,;:]\s/;
