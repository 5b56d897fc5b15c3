import { linkifyit } from "linkify-it";
import { paragraphsOf, type Stretch, type Words } from "./prose";

const linkify = linkifyit({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

// Marks that turn the direction of writing round can make an address read as another one.
const turned = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Finds the addresses in a text. Only what is written out in full, with http:// or https://, becomes a
 * link; nothing else is markup.
 */
export function linkedWords(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const found of linkify.match(text) ?? []) {
    if (!/^https?:\/\//i.test(found.raw) || turned.test(found.raw) || !URL.canParse(found.url)) continue;
    if (found.index > from) stretches.push({ text: text.slice(from, found.index) });
    stretches.push({ text: found.raw, href: found.url });
    from = found.lastIndex;
  }
  if (from < text.length) stretches.push({ text: text.slice(from) });
  return stretches;
}

/**
 * A text ready to be drawn in a browser, which need not know how addresses are found: the text itself where it
 * holds none, as nearly all do.
 */
export function wordsToDraw(text: string): Words {
  const paragraphs = paragraphsOf(text).map(linkedWords);
  return paragraphs.flat().some(({ href }) => href) ? paragraphs : text;
}
