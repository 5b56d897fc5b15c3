import { type BareWord, bareWordsOf } from "@/lib/shares/bare-words";
import {
  ANYHOW,
  APART,
  endOfLegalForms,
  gapsOf,
  IN_CAPITALS,
  type Spelling,
  type Spellings,
} from "@/lib/shares/spellings";

/*
 * Words in a row are a name where they have its letters, and are parted nowhere but where the name is: "met her on"
 * is no Heron. Each row is looked up, no name is looked for, so that a thousand names take no longer than one.
 */

/** `company` is null where a whole address says a name. */
export type Found = { from: number; to: number; company: string | null };

type IsHidden = (company: string) => boolean;

/** Where names stand in a text, from its start to its end, none within another. */
export function findNames(text: string, known: Spellings, isHidden: IsHidden): Found[] {
  const names = [...findRows(text, known), ...findSigns(text, known)];
  const addresses = findAddresses(text, known, isHidden).filter(
    (address) => !names.some(({ from, to }) => from <= address.from && to >= address.to),
  );
  const all = [...addresses, ...names].sort((one, other) => one.from - other.from || other.to - one.to);
  const apart: Found[] = [];
  for (const found of all) {
    const last = apart.at(-1);
    if (!last || found.from >= last.to) apart.push(found);
    // An address goes as a whole, and what of a name it begins with goes along.
    else if (found.company === null)
      apart.splice(-1, 1, { ...found, from: last.from, to: Math.max(found.to, last.to) });
  }
  return apart;
}

function findRows(text: string, known: Spellings): Found[] {
  const words = bareWordsOf(text);
  const most = Math.max(...known.lengths);
  const found: Found[] = [];
  for (let at = 0; at < words.length; ) {
    const row = longestRow(text, words, at, { known, most });
    if (row) found.push(row.place);
    at += row?.count ?? 1;
  }
  return found;
}

/** The longest name that begins with this word. */
function longestRow(
  text: string,
  words: BareWord[],
  at: number,
  { known, most }: { known: Spellings; most: number },
) {
  let longest: { place: Found; count: number } | null = null;
  const letters: [string, string] = ["", ""];
  for (let count = 1; at + count <= words.length; count++) {
    const word = words[at + count - 1];
    if (!word) break;
    for (const reading of [0, 1] as const) {
      letters[reading] += word.joins && count > 1 ? "&" : word.bare[reading];
      const spelling = known.lengths.has(letters[reading].length) && known.byLetters.get(letters[reading]);
      const place = spelling && placeOf(text, words.slice(at, at + count), reading, spelling);
      if (place) longest = { place, count };
    }
    if (letters[0].length > most && letters[1].length > most) break;
  }
  return longest;
}

function placeOf(text: string, row: BareWord[], reading: 0 | 1, spelling: Spelling) {
  const [first, last] = [row[0], row.at(-1)];
  if (!first || !last) return null;
  const parted = gapsOf(text, row, reading);
  if (!parted.every(([at, stop]) => (stop ? spelling.gaps.get(at) : spelling.gaps.has(at)))) return null;
  const { from, to } = { from: first.from, to: last.to };
  if (!isWritten(text, { from, to, isParted: parted.length > 0 }, spelling)) return null;
  const edges = spelling.edges.find(
    ({ before, after }) =>
      before + after !== "" && text.startsWith(after, to) && text.startsWith(before, from - before.length),
  );
  if (!edges && spelling.needsEdges) return null;
  const whole = { from: from - (edges?.before.length ?? 0), to: to + (edges?.after.length ?? 0) };
  return { from: whole.from, to: endOfLegalForms(text, whole.to), company: spelling.company };
}

/** A shortened name is a name where it is written like one, or where a person or a letter comes from: "at acme". */
function isWritten(
  text: string,
  { from, to, isParted }: { from: number; to: number; isParted: boolean },
  { written }: Spelling,
): boolean {
  const found = text.slice(from, to);
  if (written === ANYHOW || (written === APART && isParted)) return true;
  if (written === IN_CAPITALS && !/\p{Ll}/u.test(found)) return true;
  if (written !== IN_CAPITALS && /\p{Lu}/u.test(found)) return true;
  const isLong = found.length > 2;
  return (
    isLong && /(?<![\p{L}\p{M}])(?:at|from|by|bei|chez)\s+$/iu.test(text.slice(Math.max(0, from - 12), from))
  );
}

/** A name without letters is one where it stands between spaces. */
const findSigns = (text: string, { signs }: Spellings): Found[] =>
  signs.size === 0
    ? []
    : Array.from(text.matchAll(/\S+/g))
        .filter(({ 0: word }) => signs.has(word))
        .map(({ 0: word, index: from }) => ({
          from,
          to: from + word.length,
          company: signs.get(word) ?? null,
        }));

const ADDRESS = /:\/\/|^www\.|[^@]@[^@]|[\p{L}\p{N}]\.\p{L}{2}/iu;

/** "careers.acme-freight.example" says "Acme Freight" as plainly as the words do. */
const findAddresses = (text: string, known: Spellings, isHidden: IsHidden): Found[] =>
  Array.from(text.matchAll(/\S+/g)).flatMap(({ 0: word, index: from }) => {
    if (!ADDRESS.test(word) || !holdsAName(word, known, isHidden)) return [];
    const to = from + word.length - (/[.,;:!?]$/.test(word) ? 1 : 0);
    return [{ from, to, company: null }];
  });

function holdsAName(address: string, known: Spellings, isHidden: IsHidden): boolean {
  const words = bareWordsOf(address);
  return ([0, 1] as const).some((reading) => {
    const letters = words
      .map(({ bare }) => bare[reading])
      .join("")
      .replaceAll("&", "");
    for (let from = 0; from < letters.length; from++) {
      for (const length of known.lengthsInAddresses) {
        const companies = known.inAddresses.get(letters.slice(from, from + length));
        if (companies && Array.from(companies).some(isHidden)) return true;
      }
    }
    // A shorter name counts where it is a word of the address.
    return words.some(({ bare }) => {
      const spelling = known.byLetters.get(bare[reading]);
      return spelling && !spelling.needsEdges && isHidden(spelling.company);
    });
  });
}
