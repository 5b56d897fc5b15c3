/*
 * A member says at most three commitments a week to a circle. Whoever said one marks it as they like, any time, and
 * any mark is as good as another: kept, partly, not this week, changed. One of an earlier week can be carried over
 * once, as it is or smaller.
 *
 * A commitment is specific when it says how many, by when, or whom or what by name: then one sees whether it was
 * done. One that says none of these is offered other words, once; its author keeps theirs by pressing again. The
 * rule knows English, so it looks at circles that speak English and leaves all others alone.
 */

import { addDays, type Day, sayWeekday, weekdayOf } from "@/lib/dates";
import { smallerTitle } from "@/lib/goals/rules";

export const MOST_A_WEEK = 3;
export const COMMITMENT_LENGTH = 160;

/** Whether the rule knows the language of a circle, which is written as its people like. */
export const knowsLanguage = (language: string): boolean => /\benglish\b/i.test(language);

const COUNTS =
  /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|dozen|half|once|twice|both)\b/i;
const DAYS =
  /\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(by|on|until|till|before|this|next|every|each) (mon|tues?|wed|thu(rs?)?|fri|sat|sun)\b|\b(today|tonight|tomorrow|weekend|midweek|noon|midnight|every (day|morning|evening|weekday)|daily|each (day|morning|evening))\b/i;
/** Something quoted, an address, or a word with a capital that no sentence began with: a name. "I" is none. */
const NAMES =
  /["“”«»„]|https?:|\w@\w|[^.!?:\s]\s+(?!I\b)\p{Lu}[\p{L}\d]|\b[A-Z]{2,}\b|\b(?!I)\p{Lu}\p{Ll}+\p{Lu}/u;

/** Whether one would see if it was done. */
export const isSpecific = (words: string, byDay: Day | null = null): boolean =>
  byDay !== null || COUNTS.test(words) || DAYS.test(words) || NAMES.test(words);

type Kind = { says: RegExp; offer: string };

/** What people mean to do when they look for work, and how that sounds with a number in it. The first that fits. */
const KINDS: Kind[] = [
  {
    says: /\b(network|connect|reach out|contacts?|people|linkedin|meet)/i,
    offer: "Write to two people I know",
  },
  { says: /\b(apply|applying|applications?|jobs?)\b/i, offer: "Send two applications" },
  { says: /\b(resume|résumé|cv)\b/i, offer: "Rewrite the first half of my resume" },
  { says: /\b(cover letters?|letters?)\b/i, offer: "Write one cover letter" },
  { says: /\b(interview|practi[cs]e|prepare|questions?)/i, offer: "Answer three questions aloud" },
  { says: /\b(learn|course|study|skills?|read)/i, offer: "Do two lessons of half an hour" },
  {
    says: /\b(exercise|sport|run|running|walk|walking|gym|move|health)/i,
    offer: "Go for a walk of half an hour twice",
  },
  { says: /\b(rest|sleep|relax|self-care|break)\b/i, offer: "Keep one evening free" },
  { says: /\b(search|look|find|research|explore)/i, offer: "Look at five openings and keep two" },
];

/**
 * Words that say the same with a number and a day in them, for somebody to take or leave.
 *
 * @param last the last day of the week that it is for: nothing is due later.
 */
export function offerSpecific(words: string, today: Day, last: Day): string {
  const kind = KINDS.find(({ says }) => says.test(words));
  const by = `by ${sayWeekday(weekdayOf(middleOf(today, last)))}`;
  if (kind) return `${kind.offer} ${by}`;
  const bare = words.replace(/[\s.!]+$/, "");
  if (bare.length > COMMITMENT_LENGTH - 40) return `The first half hour of it ${by}`;
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}: the first half hour ${by}`;
}

/** A day that leaves some time, and some to spare: three days on, or the last one. */
function middleOf(today: Day, last: Day): Day {
  const later = addDays(today, 3);
  return later < last ? later : last;
}

/** Smaller words to start from, when something is carried over: half of a number that is in it, or its beginning. */
export function smallerWords(words: string): string {
  const half = Math.floor(Number(HOW_MANY.exec(words)?.[0]) / 2);
  return half >= 1 ? words.replace(HOW_MANY, String(half)) : smallerTitle(words);
}

/** A number that counts something: no date, and no time of day. */
const HOW_MANY =
  /(?<!\b(?:by|at|on|until|till|before|after) |[.:/-])\b\d{1,3}\b(?![.:/-]\d|\s*(?:am|pm|o'clock)\b)/i;

/** Asks whether words could say more, and offers others for them: in one sentence, for one or several. */
export function sayMoreSpecific(vague: { words: string; offer: string }[]): string {
  const quoted = (all: string[]) => all.map((words) => `“${words}”`);
  const these = quoted(vague.map(({ words }) => words)).join(" and ");
  const offers = quoted(vague.map(({ offer }) => offer)).join(", and ");
  return `Could ${these} say how many, whom, or by when? For example: ${offers}. Press again to keep your own words.`;
}
