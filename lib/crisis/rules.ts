import { type Language, lists } from "@/lib/crisis/lists";
import type { PhraseList } from "@/lib/crisis/phrases";

/*
 * A text may say that a life is in danger where it holds one of a language's phrases, as whole words, in whatever
 * spelling. It does not where the phrase is a way of speaking ("killing me"), is taken back in the same part of the
 * sentence ("I would never"), or is told of long ago, or of a song. This is a list of words and knows nobody: what it
 * finds shows a card to the author alone, and decides nothing.
 */

/** How many words before a phrase can take it back. */
const REACH = 6;

export const noticesDanger = (text: string, language: Language): boolean =>
  sentencesOf(text, lists[language]).some((sentence) => isDangerous(sentence, matchersOf(language)));

/** The same in every language that there is a list of: nobody says in which they write. */
export const noticesDangerInAny = (text: string): boolean =>
  (Object.keys(lists) as Language[]).some((language) => noticesDanger(text, language));

type Matchers = Record<Exclude<keyof PhraseList, "spellings" | "endings">, RegExp>;

function isDangerous(sentence: string, list: Matchers): boolean {
  if (isIn(sentence, list.retold)) return false;
  if (isIn(sentence, list.past) && !isIn(sentence, list.present)) return false;
  return sentence
    .replace(list.everyday, ", ")
    .split(/(?<=^| )(?:,|but) /)
    .some((part) =>
      Array.from(part.matchAll(list.danger)).some(({ index }) => {
        const before = part.slice(0, index).trim().split(" ").slice(-REACH).join(" ");
        return !isIn(`${before} `.replace(list.notNegations, ""), list.negations);
      }),
    );
}

const isIn = (text: string, phrases: RegExp): boolean => text.search(phrases) >= 0;

/** Sentences in small letters, one space after each word, commas as words, spelled as the list spells. */
function sentencesOf(text: string, { spellings, endings }: PhraseList): string[] {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/\p{Cf}/gu, "");
  return plain.split(/[.!?\u2026]+|\n+/).flatMap((sentence) => {
    const words = sentence.match(/[\p{L}\p{M}\p{N}']+|[,;:()\u2013\u2014]/gu) ?? [];
    const spelled = words.flatMap((word) => {
      if (!/[\p{L}\p{N}]/u.test(word)) return [","];
      const bare = word.replace(/^'+|'+$/g, "");
      const known = Object.hasOwn(spellings, bare) ? spellings[bare] : undefined;
      if (known !== undefined) return [known];
      const ending = Object.keys(endings).find((one) => bare.endsWith(one) && bare !== one);
      return ending ? [bare.slice(0, -ending.length), endings[ending] ?? ""] : [bare];
    });
    return spelled.length > 0 ? [`${spelled.join(" ")} `] : [];
  });
}

const known = new Map<Language, Matchers>();

/** A list is read once, and asked of each text that is kept. */
function matchersOf(language: Language): Matchers {
  const made = known.get(language);
  if (made) return made;
  const { spellings: _, endings: __, ...phrases } = lists[language];
  const matchers = Object.fromEntries(
    Object.entries(phrases).map(([part, all]) => [part, anyOf(all)]),
  ) as Matchers;
  known.set(language, matchers);
  return matchers;
}

/** Each piece of a phrase takes the space after it along. */
const anyOf = (phrases: string[]): RegExp =>
  new RegExp(
    `(?<=^| )(?:${phrases.map((phrase) => (phrase.match(/\([^)]*\)\??|\S+/g) ?? []).map(pieceOf).join("")).join("|") || "(?!)"})`,
    "g",
  );

function pieceOf(piece: string): string {
  if (piece === "*") return "(?:\\S+ ){0,3}?";
  if (piece === "#") return "(?:19|20)\\d\\d ";
  if (!piece.startsWith("(")) return `${piece} `;
  const choices = piece.slice(1, piece.lastIndexOf(")")).split("|");
  return `(?:${choices.map((choice) => `${choice} `).join("|")})${piece.endsWith("?") ? "?" : ""}`;
}
