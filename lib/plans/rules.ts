/*
 * A plan says: if this happens, then I will do that. It is called up by one of three: the kind of setback, how far
 * it had come, or a feeling that is noted with a strength of 5 or more. It is called up when a setback is logged,
 * and only then. A fourth kind is for something in oneself that gets in the way (lib/wishes): no setback tells of it,
 * so its member alone knows when it is time.
 *
 * A good step is small and can be seen. One that is vague or large is kept like any other; its member is only asked
 * whether it could be smaller.
 *
 * A member keeps up to a hundred plans: all of them stand on one page, and a setback that is logged looks at them.
 */

import type { Feeling } from "@/lib/feelings/rules";
import type { OccasionName } from "@/lib/plans/schema";
import type { SetbackKind } from "@/lib/setbacks/schema";

export const MOST_PLANS = 100;

/** What a plan is for: one of the four. */
export type Occasion = {
  kind: SetbackKind | null;
  stage: string | null;
  feeling: string | null;
  obstacle: string | null;
};

/** What a plan needs to know of a setback. */
export type Happened = { kind: SetbackKind | null; stage: string | null; feelings: Feeling[] };

/** A feeling as strong as this calls up the plan that was made for it. */
export const STRONG = 5;

/** Which plans a setback calls up, in the order in which they came. */
export const plansFor = <Plan extends Occasion>(setback: Happened, plans: Plan[]): Plan[] =>
  plans.filter((plan) => {
    if (plan.kind !== null) return plan.kind === setback.kind;
    if (plan.stage !== null) return isSame(plan.stage, setback.stage);
    if (plan.obstacle !== null) return false;
    return setback.feelings.some(({ word, strength }) => strength >= STRONG && isSame(plan.feeling, word));
  });

/** Spelled with other capitals or other spaces, it is the same. */
const isSame = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && bare(one) !== "" && bare(one) === bare(other);

const bare = (words: string): string => words.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

/** Which of the four a plan is for. */
export function occasionOf(plan: Occasion): OccasionName {
  if (plan.kind !== null) return "kind";
  if (plan.stage !== null) return "stage";
  return plan.obstacle !== null ? "obstacle" : "feeling";
}

/** A kind of setback, as it stands after "If". */
const ifWords: Record<SetbackKind, string> = {
  after_applying: "they say no after I applied",
  after_screening: "they say no after a first call or test",
  after_interview: "they say no after an interview",
  final_round: "they say no after the final round",
  silence: "they never answer",
  offer_withdrawn: "they take an offer back",
  laid_off: "I am laid off",
  passed_over: "they pass me over at work",
};

/** The two halves of a plan, as they stand in its sentence. */
export type Sentence = { happens: string; will: string };

export function sentenceOf(plan: Occasion & { step: string }): Sentence {
  return { happens: happensIn(plan), will: willOf(plan.step) };
}

function happensIn(plan: Occasion): string {
  if (plan.kind !== null) return ifWords[plan.kind];
  if (plan.stage !== null) return `it ends at “${plan.stage}”`;
  if (plan.obstacle !== null) return inSentence(plan.obstacle.replace(/^(and\s+)?if\s+/i, ""));
  return `I feel ${plan.feeling}`;
}

export const sayPlan = ({ happens, will }: Sentence): string => `If ${happens}, then I will ${will}.`;

/**
 * A step as it goes on after "then I will": phones begin every field with a capital, and people like to begin with
 * "I will" themselves.
 */
const willOf = (step: string): string => inSentence(step.replace(/^(then\s+)?(i\s+will|i['’]ll)\s+/i, ""));

const inSentence = (words: string): string =>
  words.replace(/[\s.!]+$/, "").replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

export type Nudge = "vague" | "large";

/** What is asked about such a step. It is a question, and never stands in the way. */
export const nudgeWords: Record<Nudge, string> = {
  vague:
    "Could somebody who watches see you do it? One thing with a place or a name in it is easier to begin.",
  large: "That is a lot for a hard day. Which part of it would take five minutes?",
};

const VAGUE = [
  // How to be is not something to do.
  /\b(be|stay|feel|become|get|remain|keep)\s+(more\s+|less\s+|so\s+)?(positive|strong|calm|better|happy|confident|motivated|optimistic|patient|resilient|productive|focused|over\s+it)\b/,
  /\btry\s+(harder|again|more|better|(to\s+(do|be)\s+)?my\s+best)\b/,
  /\bdo\s+(better|more|my\s+best|something|anything)\b/,
  /\b(work|push)\s+harder\b/,
  /\b(move|carry|press|soldier)\s+on\b/,
  /\bkeep\s+(going|trying)\b/,
  /\bthink\s+(positive(ly)?|differently|less|more)\b/,
  // What one will not do leaves open what one will.
  /^(not|never|stop|avoid|quit)\b/,
];

const LARGE = [
  /\b(everything|everyone|everybody|whole|entire|completely|from\s+scratch|all\s+(of|my|the|day|week|night|weekend))\b/,
  /\bevery\s+(single\s+)?(day|job|company|recruiter|application)\b/,
  /\b(rewrite|redo|rebuild|overhaul)\b/,
];

/** What one can do a few of on a hard day, and no more. */
const MANY =
  /\b(\d+|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|a\s+hundred|a\s+dozen)\s+(?:\p{L}+\s+){0,2}?(jobs?|applications?|companies|recruiters?|letters?|resumes?|contacts?|people|messages?|e-?mails?|calls?|courses?|chapters?|hours?)\b/u;
const A_FEW = 3;
const LONGEST = 160;
const MOST_PARTS = 3;

/**
 * Whether a step is vague, or large for a hard day. A guess by its words, in English; null where it guesses neither.
 */
export function nudgeFor(step: string): Nudge | null {
  const said = willOf(step.replace(/\s+/g, " ").trim()).toLowerCase();
  const [, many] = MANY.exec(said) ?? [];
  const parts = said.split(/[,;]|\band\b|\bthen\b|\bplus\b/).filter((part) => part.trim() !== "");
  if (
    said.length > LONGEST ||
    parts.length > MOST_PARTS ||
    LARGE.some((words) => words.test(said)) ||
    (many !== undefined && !(Number(many) <= A_FEW))
  )
    return "large";
  if (VAGUE.some((words) => words.test(said)) || countWords(said) < 2) return "vague";
  return null;
}

/** Words in any script, also in one that puts no spaces between them. */
const countWords = (text: string): number =>
  [...new Intl.Segmenter("en", { granularity: "word" }).segment(text)].filter(({ isWordLike }) => isWordLike)
    .length;
