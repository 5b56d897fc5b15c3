import { findNames } from "@/lib/shares/find-names";
import { type Spellings, spellingsOf } from "@/lib/shares/spellings";

/*
 * An employer's name becomes "a company in logistics", or "a company" where the industry is not known or not
 * chosen: wherever its letters stand as a word of their own, however they are spelled (capitals, accents, what
 * stands between them), with or without its legal form, and shortened to its first words (spellings.ts). A web or
 * mail address that holds the name goes as a whole.
 * Names that no setback in question carries as its company are not masked; the preview is there to see them.
 */

/** What a circle reads instead of an employer's name, where none of these others is to be read either. */
export function maskFor(
  company: string | null,
  industry: string | null,
  others: readonly string[] = [],
): string {
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
export function maskNames(text: string, companies: readonly string[], mask: string | MaskOf): string {
  const plain = text.normalize("NFC");
  const maskOf: MaskOf = typeof mask === "string" ? () => mask : mask;
  let masked = "";
  let to = 0;
  for (const found of findNames(plain, preparedFrom(companies), (company) => maskOf(company) !== null)) {
    const put = found.company === null ? "(an address)" : maskOf(found.company);
    // What stays is passed over as a whole: a part of it may be short for a name that goes.
    if (put === null) continue;
    masked +=
      plain.slice(to, found.from) +
      (startsASentence(plain, found.from) && found.company ? capital(put) : put);
    to = found.to;
  }
  return masked + plain.slice(to);
}

/** The same list of names is asked of piece after piece, and may be long: it is read once. */
const prepared = new WeakMap<readonly string[], Spellings>();

function preparedFrom(companies: readonly string[]): Spellings {
  const spellings = prepared.get(companies) ?? spellingsOf(companies);
  prepared.set(companies, spellings);
  return spellings;
}

const startsASentence = (text: string, at: number) =>
  /(?:^|[.!?…]["'”’)]?\s+|\n\s*)$/u.test(text.slice(Math.max(0, at - 8), at));

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
