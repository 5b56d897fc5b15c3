import { findNames } from "@/lib/shares/find-names";
import { type Spellings, spellingsOf } from "@/lib/shares/spellings";

/*
 * An employer's name becomes "a company in logistics", or "a company" where the industry is not known or not
 * chosen: wherever its letters stand as a word of their own, however they are spelled (capitals, accents, what
 * stands between them), with or without its legal form, and shortened to its first words (spellings.ts). A web or
 * mail address that holds the name goes as a whole.
 * Names that no setback in question carries as its company are not masked; the preview is there to see them.
 */

/** What a circle reads instead of an employer's name. */
export function maskFor(company: string | null, industry: string | null): string {
  // An industry that says the name would undo the mask.
  if (!industry || (company && maskName(industry, company, "") !== industry.normalize("NFC"))) {
    return "a company";
  }
  return `a company in ${asInASentence(industry)}`;
}

/** "Logistics" becomes "logistics"; "IT" and "eSports" stay. */
export const asInASentence = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** Puts `mask` in place of an employer's name wherever it stands as a word of its own. */
export const maskName = (text: string, company: string | null, mask: string): string =>
  maskNames(text, company ? [company] : [], mask);

/** The same for the names of several employers, at once, so that no mask is masked again. */
export function maskNames(text: string, companies: readonly string[], mask: string): string {
  const plain = text.normalize("NFC");
  let masked = "";
  let to = 0;
  for (const found of findNames(plain, preparedFrom(companies))) {
    masked += plain.slice(to, found.from);
    masked += found.isAddress ? "(an address)" : startsASentence(plain, found.from) ? capital(mask) : mask;
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
