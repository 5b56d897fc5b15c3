import { type Language, lists } from "@/lib/crisis/lists";
import { type Matchers, matchersOf } from "@/lib/crisis/matchers";
import { sentencesOf } from "@/lib/crisis/words";

/*
 * A text may say that a life is in danger where it holds one of a language's phrases, as whole words, in whatever
 * spelling. It does not where the phrase is a way of speaking ("killing me"), or is taken back in its own clause and
 * close before it ("I would never"), or is told of long ago, of a song, or of work. What another clause says never
 * counts: "they said no and I want to". This is a list of words and knows nobody: what it finds shows a card to the
 * author alone, and decides nothing.
 */

/** So many characters around a phrase are looked at: more than any clause that takes it back has. */
const NEAR = 120;

export const noticesDanger = (text: string, language: Language): boolean => {
  const list = matchersOf(language);
  return sentencesOf(text, lists[language]).some((sentence) => isDangerous(sentence, list));
};

/** The same in every language that there is a list of: nobody says in which they write. */
export const noticesDangerInAny = (text: string): boolean =>
  (Object.keys(lists) as Language[]).some((language) => noticesDanger(text, language));

function isDangerous(sentence: string, list: Matchers): boolean {
  const isOfToday = isIn(sentence, list.present);
  const isUntrue = isIn(sentence, list.untrue);
  const kinds = isIn(sentence, list.everydayThings) ? [list.danger] : [list.danger, list.unclear];
  const plain = sentence.replace(list.everyday, ", ");
  return kinds.some((phrases) =>
    Array.from(plain.matchAll(phrases)).some(({ 0: said, index }) => {
      // Of two that are named together, what takes back the one takes back the other: "not to die or to".
      const before = plain.slice(Math.max(0, index - NEAR), index).replace(list.danger, "");
      const after = plain.slice(index + said.length, index + said.length + NEAR);
      const isTakenBack = !isUntrue && isIn(before.replace(list.notNegations, ", "), list.negations);
      const joined = `${before.split(list.joins).at(-1)}${said}${after.split(list.joins)[0]?.split(list.turns)[0]}`;
      const isPast = !isOfToday && isIn(joined, list.past) && !isIn(before + said, list.statements);
      const isRetold =
        isIn(before.replace(list.notRetold, ", "), list.retold) ||
        isIn(before, list.topics) ||
        isIn(after, list.retoldAfter);
      return !isTakenBack && !isPast && !isRetold;
    }),
  );
}

const isIn = (text: string, phrases: RegExp): boolean => text.search(phrases) >= 0;
