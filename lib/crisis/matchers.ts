import { type Language, lists } from "@/lib/crisis/lists";
import type { PhraseList } from "@/lib/crisis/phrases";

type NotPhrases = "spellings" | "endings" | "fillers" | "between" | "people";

/** What a language's phrases look like to the machine, each piece of one with the space after it. */
export type Matchers = Record<Exclude<keyof PhraseList, NotPhrases> | "turns", RegExp>;

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
  ) as Matchers;
  const some = (words: string[]) => `(?:${words.map((word) => `${word} `).join("|")})*`;
  return {
    ...anywhere,
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

const anyOf = (phrases: string[]): string =>
  `(?<=^| )(?:${phrases.map((phrase) => (phrase.match(/!?\([^)]*\)\??|\S+/g) ?? []).map(pieceOf).join("")).join("|") || "(?!)"})`;

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
