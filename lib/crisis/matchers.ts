import { type Language, lists } from "@/lib/crisis/lists";
import type { PhraseList } from "@/lib/crisis/phrases";

type NotPhrases = "spellings" | "endings" | "fillers" | "between" | "people";

type Indexed = "danger" | "unclear" | "everyday";

/** Phrases by their first word: most words begin none, and a text is looked through once, however many there are. */
type ByWord = Map<string, RegExp>;

/** What a language's phrases look like to the machine, each piece of one with the space after it. */
export type Matchers = Record<Exclude<keyof PhraseList, NotPhrases | Indexed> | "turns", RegExp> &
  Record<Indexed, ByWord>;

const known = new Map<Language, Matchers>();

/** A list is read once, and asked of each text that is kept. */
export function matchersOf(language: Language): Matchers {
  const made = known.get(language) ?? read(lists[language]);
  known.set(language, made);
  return made;
}

function read({
  spellings: _,
  endings: __,
  fillers: ___,
  between,
  people,
  ...phrases
}: PhraseList): Matchers {
  const anywhere = Object.fromEntries(
    Object.entries(phrases).map(([part, all]) => [part, new RegExp(anyOf(all), "g")]),
  ) as Record<keyof typeof phrases, RegExp>;
  const some = (words: string[]) => `(?:${words.map((word) => `${word} `).join("|")})*`;
  return {
    ...anywhere,
    danger: byWord(phrases.danger),
    unclear: byWord(phrases.unclear),
    everyday: byWord(phrases.everyday),
    negations: new RegExp(`${anyOf(phrases.negations)}${some(between)}$`),
    retold: new RegExp(`${anyOf(phrases.retold)}${some([...people, ...between])}$`),
    topics: new RegExp(`${anyOf(phrases.topics)}(?:(?!${anyOf(phrases.statements)})[^ ,]+ ){0,12}$`),
    // A comma that something else follows than when it was.
    turns: new RegExp(`, (?!${anyOf(phrases.past)})`),
    retoldAfter: new RegExp(`^${anyOf(phrases.retoldAfter)}`),
    statements: new RegExp(
      `${anyOf([...phrases.statements, ...phrases.statementsOfOthers])}(?:[^ ,]+ ){0,5}$`,
    ),
  };
}

/** Where the phrases stand in a text, from left to right, none over another. */
export function* placesOf(text: string, phrases: ByWord): Generator<{ index: number; said: string }> {
  let index = 0;
  while (index < text.length) {
    const after = text.indexOf(" ", index) + 1;
    const phrase = phrases.get(text.slice(index, after - 1));
    if (phrase) phrase.lastIndex = index;
    const said = phrase?.exec(text)?.[0];
    if (said) yield { index, said };
    index = said ? index + said.length : after;
  }
}

function byWord(phrases: string[]): ByWord {
  const sources = new Map<string, string[]>();
  for (const phrase of phrases)
    for (const word of new Set(firstWordsOf(piecesOf(phrase))))
      sources.set(word, [...(sources.get(word) ?? []), sourceOf(phrase)]);
  return new Map([...sources].map(([word, all]) => [word, new RegExp(`(?:${all.join("|")})`, "y")]));
}

function firstWordsOf([first = "", ...rest]: string[]): string[] {
  const words = first.replace(/^\(|\)\??$/g, "").split("|");
  const firsts = words.map((one) => one.split(" ")[0] ?? "");
  return first.endsWith("?") ? [...firsts, ...firstWordsOf(rest)] : firsts;
}

const piecesOf = (phrase: string): string[] => phrase.match(/!?\([^)]*\)\??|\S+/g) ?? [];

const sourceOf = (phrase: string): string => piecesOf(phrase).map(pieceOf).join("");

const anyOf = (phrases: string[]): string => `(?<=^| )(?:${phrases.map(sourceOf).join("|") || "(?!)"})`;

function pieceOf(piece: string): string {
  if (piece === "*") return "(?:[^ ,]+ ){0,3}?";
  if (piece === "**") return "(?:[^ ,]+ ){0,6}?";
  if (piece === "#") return "(?:19|20)\\d\\d ";
  if (piece === "##") return "\\d\\d ";
  if (piece === ".") return "(?=, |$)";
  const choices = piece.match(/^(!?)\((.*)\)(\??)$/);
  if (!choices) return `${piece} `;
  const [, not, all = "", maybe] = choices;
  const any = all
    .split("|")
    .map((choice) => `${choice.replace("~", "[^ ,]+")} `)
    .join("|");
  return not ? `(?!${any})` : `(?:${any})${maybe}`;
}
