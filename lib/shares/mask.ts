/*
 * An employer's name becomes "a company in logistics", or "a company" where the industry is not known or not
 * chosen: wherever it stands as a word of its own, however it is spelled (capitals, accents, apostrophes,
 * hyphens, spaces around an "&"), with or without its legal form, and shortened to its first words. A web or
 * mail address that holds the name goes as a whole.
 * Names that no setback in question carries as its company are not masked; the preview is there to see them.
 */

/** What a circle reads instead of an employer's name, where none of these others is to be read either. */
export function maskFor(company: string | null, industry: string | null, others: string[] = []): string {
  if (!industry) return "a company";
  // An industry that says the name would undo the mask.
  const names = company ? [company, ...others] : others;
  if (maskNames(industry, names, "") !== industry.normalize("NFC")) return "a company";
  return `a company in ${asInASentence(industry)}`;
}

/** "Logistics" becomes "logistics"; "IT" and "eSports" stay. */
export const asInASentence = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** What stands in place of one company's name; null leaves it. */
type MaskOf = (company: string) => string | null;

/**
 * Puts `mask` in place of these employers' names wherever one stands as a word of its own: of all of them at once, so
 * that no mask is masked again. What may be short for more than one of them is taken for the first.
 */
export function maskNames(text: string, companies: string[], mask: string | MaskOf): string {
  const plain = text.normalize("NFC");
  const maskOf: MaskOf = typeof mask === "string" ? () => mask : mask;
  const said = new Map(companies.map((company) => [company.normalize("NFC").trim(), company]));
  const names = [...said.keys()].filter(Boolean);
  // Of many names few stand in a text: only those are looked for with care.
  const letters = bareLettersOf(plain);
  const mayStand = (spelling: string) => letters.includes(bareLettersOf(spelling));
  const firsts = names.flatMap((name) => firstWordOf(name) ?? []).filter(mayStand);
  const spellings = longestFirst(names.flatMap(spellingsOf)).filter(mayStand);
  if (firsts.length + spellings.length === 0) return plain;
  // What stays is passed over as a whole: a part of it may be short for a name that goes.
  const stays = (name: string) => maskOf(said.get(name) ?? name) === null;
  const staying = names.filter(stays).flatMap(spellingsOf).filter(mayStand);
  const hidden = names.filter((name) => !stays(name));
  const telling = hidden
    .flatMap((name) => [...spellingsOf(name), firstWordOf(name) ?? name])
    .filter(mayStand);
  const open = hideAddresses(plain, telling);
  const put =
    typeof mask === "string" ? maskOf : (found: string) => maskOf(said.get(whoseIs(found, names)) ?? found);
  const masked = replaceWords(open, spellings, "giu", put);
  // A single word is the name only where it is written like one: "Blue said no", not "a blue car".
  if (firsts.length === 0) return masked.normalize("NFC");
  const written = longestFirst([...staying, ...firsts.flatMap((first) => [first, first.toUpperCase()])]);
  const known = replaceWords(masked, written, "gu", put);
  // In small letters it is the name where a person or a letter comes from: "at acme", not "a blue car".
  const small = longestFirst([...staying, ...firsts]);
  return replaceWords(known, small, "giu", put, "(?<=\\b(?:at|from|by|bei|chez)\\s+)").normalize("NFC");
}

/** Which of these names was found: it itself, or else what is short for it. */
function whoseIs(found: string, names: string[]): string {
  const bare = bareLettersOf(found);
  const is = (spelling: string) => bareLettersOf(spelling) === bare;
  const inShort = (name: string) => [...spellingsOf(name), firstWordOf(name) ?? name];
  return names.find(is) ?? names.find((name) => inShort(name).some(is)) ?? found;
}

/** Letters without case, accents and what stands between them. In capitals: in small letters a sigma has two forms. */
const bareLettersOf = (text: string): string =>
  text
    .normalize("NFD")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

const longestFirst = (names: string[]): string[] =>
  [...new Set(names)].sort((one, other) => other.length - one.length);

/** Shorter names stand in too many addresses by chance. */
const SHORTEST_IN_ADDRESS = 4;

const ADDRESS = /:\/\/|^www\.|[^@]@[^@]|[\p{L}\p{N}]\.\p{L}{2}/iu;

/** "careers.acme-freight.example" says "Acme Freight" as plainly as the words do. */
function hideAddresses(text: string, names: string[]): string {
  if (names.length === 0) return text;
  const known = names.map(lettersOf).filter((name) => name.length >= SHORTEST_IN_ADDRESS);
  const whole = wordsLike(names.filter(Boolean), "iu");
  return text.replace(/\S+/g, (word) => {
    if (!ADDRESS.test(word)) return word;
    const letters = lettersOf(word);
    if (!known.some((name) => letters.includes(name)) && !whole.test(word.normalize("NFD"))) return word;
    return `(an address)${/[.,;:!?]$/.exec(word)?.[0] ?? ""}`;
  });
}

const lettersOf = (text: string) =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** Any of these names as words of their own, in a text whose accents stand apart (NFD). */
const wordsLike = (spellings: string[], flags: string, after = "") =>
  new RegExp(
    `${after}(?<![\\p{L}\\p{M}\\p{N}_])(?:${spellings.map(looselyAs).join("|")})(?![\\p{L}\\p{M}\\p{N}_])`,
    flags,
  );

/**
 * A name with or without its accents, with any apostrophe, hyphen or space that stands for its own. A run of
 * spaces, hyphens and "&" is one pattern: a pattern for each would try every way of sharing out such a run of
 * the text among them.
 */
const looselyAs = (name: string) =>
  name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\s\p{Pd}&]+|./gsu, (part, at: number, whole: string) => {
      const inside = at > 0 && at + part.length < whole.length;
      if (inside && part.includes("&")) return "[\\s\\p{Pd}]*&[\\s\\p{Pd}&]*";
      if (inside && /[\s\p{Pd}]/u.test(part)) return "[\\s\\p{Pd}]+";
      if (APOSTROPHE.test(part)) return `(?:${APOSTROPHE.source})`;
      return Array.from(part, loosely).join("");
    });

const loosely = (letter: string) =>
  `${literally(letter)}${/\p{L}/u.test(letter) ? "[\\u0300-\\u036f]*" : ""}`;

const APOSTROPHE = /['’‘ʼ`´]/;

function replaceWords(text: string, spellings: string[], flags: string, maskOf: MaskOf, after = ""): string {
  if (spellings.length === 0) return text;
  const whole = wordsLike(spellings, flags, after);
  return text.normalize("NFD").replace(whole, (found: string, at: number) => {
    const mask = maskOf(found);
    if (mask === null) return found;
    const begins = /(?:^|[.!?…]["'”’)]?\s+|\n\s*)$/u.test(text.slice(Math.max(0, at - 8), at));
    return begins ? mask.charAt(0).toUpperCase() + mask.slice(1) : mask;
  });
}

const LEGAL_FORM =
  /[\s,&]+(?:gmbh|kgaa?|kg|ag|se|ug|e\.?v\.?|inc|incorporated|corp|corporation|co|company|llc|llp|ltd|limited|plc|pty|pte|s\.?a\.?s?|s\.?r\.?l|s\.?l|s\.?p\.?a|b\.?v|n\.?v|oyj?|ab|a\/s|aps|asa?|k\.?k|lda|ltda)\.?$/iu;

/** A name shortened to more words than this is no shortened name, and looking for each takes its time. */
const MOST_SHORTENED = 12;

/**
 * The ways in which people write a name: as given, without its legal forms, shortened to its first words,
 * and as capitals write it (ß becomes SS).
 */
function spellingsOf(company: string): string[] {
  const spellings = new Set<string>();
  let name = company.trim();
  while (name && !spellings.has(name)) {
    spellings.add(name);
    name = name.replace(LEGAL_FORM, "").trim();
  }
  const words = [...spellings].at(-1)?.split(/\s+/) ?? [];
  for (let length = Math.min(words.length - 1, MOST_SHORTENED); length >= 2; length--) {
    const short = words
      .slice(0, length)
      .join(" ")
      .replace(/[\s,&+-]+$/, "");
    if (short.includes(" ")) spellings.add(short);
  }
  for (const known of [...spellings]) spellings.add(known.toUpperCase());
  return [...spellings];
}

/** The one word that a longer name is known by: "Acme" of "Acme Logistics", not "The" of "The Acme". */
function firstWordOf(company: string): string | null {
  const [first = "", second] = company.trim().split(/\s+/);
  return second && /^\p{Lu}[\p{L}\p{M}\p{N}]{2,}$/u.test(first) && !ARTICLE.test(first) ? first : null;
}

const ARTICLE = /^(?:the|der|die|das|les|los|las|den|det|het)$/i;

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
