import { type Language, lists } from "@/lib/crisis/lists";
import { type Matchers, matchersOf, placesOf } from "@/lib/crisis/matchers";
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
  const plain = withoutEveryday(sentence, list);
  return kinds.some((phrases) => {
    let before = "";
    let from = 0;
    for (const { index, said } of placesOf(plain, phrases)) {
      // Of two that are named together, what takes back the one takes back the other: "not to die or to".
      before = (before + plain.slice(from, index)).slice(-NEAR);
      from = index + said.length;
      const after = plain.slice(from, from + NEAR);
      const isTakenBack = !isUntrue && isIn(before.replace(list.notNegations, ", "), list.negations);
      if (isTakenBack || isRetold(before, after, list)) continue;
      const joined = `${before.split(list.joins).at(-1)}${said}${after.split(list.joins)[0]?.split(list.turns)[0]}`;
      const isPast = !isOfToday && isIn(joined, list.past) && !isIn(before + said, list.statements);
      if (!isPast) return true;
    }
    return false;
  });
}

/** A comma stands for what was passed over, and nothing reaches over it. */
function withoutEveryday(sentence: string, { everyday }: Matchers): string {
  let plain = "";
  let from = 0;
  for (const { index, said } of placesOf(sentence, everyday)) {
    plain += `${sentence.slice(from, index)}, `;
    from = index + said.length;
  }
  return plain + sentence.slice(from);
}

const isRetold = (before: string, after: string, list: Matchers): boolean =>
  isIn(before.replace(list.notRetold, ", "), list.retold) ||
  isIn(before, list.topics) ||
  isIn(after, list.retoldAfter);

const isIn = (text: string, phrases: RegExp): boolean => text.search(phrases) >= 0;
