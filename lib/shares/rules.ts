import { type Day, sayDay } from "@/lib/dates";
import type { Feeling } from "@/lib/feelings/rules";
import type { Need } from "@/lib/posts/needs";
import { titleOf } from "@/lib/setbacks/rules";
import { type SetbackKind, setbackKinds } from "@/lib/setbacks/schema";
import { asInASentence, maskFor, maskNames } from "@/lib/shares/mask";
import { type Piece, pieceKey, sayPiece } from "@/lib/shares/pieces";
import type { Choice, PiecesChoice } from "@/lib/shares/schema";

/*
 * A circle sees what the author ticked and nothing else. Their words go only when they say so, never in
 * one tap; before that the circle reads no more than what kind of setback it was. Whatever goes, every company
 * of the setbacks that are still kept is masked in it (mask.ts), in the words and in every fact, unless the author
 * chooses names: of a setback's own employer, or of all the others.
 */

type Told = {
  kind: SetbackKind | null;
  company: string | null;
  role: string | null;
  industry: string | null;
  stage: string | null;
  source: string | null;
  day: Day;
  feelings: Feeling[];
};

const A_COMPANY = maskFor(null, null);

/** What a circle will see: exactly this becomes the post. */
export type Shown = { circleId: string; need: Need | null; body: string; details: string[] };

export function whatTheCircleSees(
  setback: Told,
  choice: Omit<Choice, "setbackId">,
  today: Day,
  pieces: Piece[] = [],
  companies: string[] = [],
): Shown {
  const goes = (fact: Choice["fact"][number]) => choice.fact.includes(fact);
  const { company, industry } = setback;
  const others = companies.filter((other) => other !== company);
  const mask = maskFor(company, goes("industry") ? industry : null, choice.names === "named" ? [] : others);
  const own = choice.employer === "named" ? null : mask;
  const other = choice.names === "named" ? null : A_COMPANY;
  const every = company ? [company, ...others] : others;
  const hide = (text: string) => maskNames(text, every, (name) => (name === company ? own : other));
  const say = (text: string | null, sentence: (text: string) => string) =>
    text ? [sentence(hide(text))] : [];

  const kind = titleOf(goes("kind") ? setback.kind : null);
  const details = [
    ...(choice.wordsToo && goes("kind") && setback.kind ? [kind] : []),
    ...employerIn(setback.company, choice.employer, mask),
    // A masked employer says the industry already.
    ...(goes("industry") && industry && choice.employer !== "masked"
      ? [`In ${hide(asInASentence(industry))}`]
      : []),
    ...(goes("role") ? say(setback.role, (role) => `As ${role}`) : []),
    ...(goes("stage") ? say(setback.stage, (stage) => `How far: ${stage}`) : []),
    ...(goes("source") ? say(setback.source, (source) => `Found through: ${source}`) : []),
    ...(goes("day") ? [sayDay(setback.day, today)] : []),
    ...(goes("feelings") ? setback.feelings.map(({ word, strength }) => `${hide(word)} ${strength}`) : []),
  ];
  const chosen = pieces.filter((piece) => choice.piece.includes(pieceKey(piece)));
  return {
    circleId: choice.circleId,
    need: choice.need,
    body: [
      choice.wordsToo ? hide(choice.words) : `${kind}.`,
      ...chosen.map((piece) => sayPiece({ ...piece, text: hide(piece.text) })),
    ].join("\n\n"),
    details,
  };
}

/** The same of what goes in pieces alone, with a line of the author's own before them. */
export function piecesTheCircleSees(
  pieces: Piece[],
  { circleId, piece, names, words }: PiecesChoice,
  companies: string[],
): Shown {
  const hide = (text: string) => (names === "named" ? text : maskNames(text, companies, A_COMPANY));
  const chosen = pieces.filter((one) => piece.includes(pieceKey(one)));
  return {
    circleId,
    need: null,
    body: [
      ...(words ? [hide(words)] : []),
      ...chosen.map((one) => sayPiece({ ...one, text: hide(one.text) })),
    ].join("\n\n"),
    details: [],
  };
}

/** Whether a circle reads no words of the author's own in this: they left them out. */
export const saysOnlyTheKind = (body: string): boolean =>
  [null, ...setbackKinds].some((kind) => body === `${titleOf(kind)}.`);

/** Whether words were written for the circle and stay behind, because nobody said that they go. */
export const leavesWords = (
  { happened }: { happened: string },
  { wordsToo, words }: Pick<Choice, "wordsToo" | "words">,
): boolean => !wordsToo && words !== "" && words !== happened.trim();

/** Whether a circle would read that there was a setback, and nothing more. */
export const saysOnlyThat = ({ body, details }: Pick<Shown, "body" | "details">): boolean =>
  details.length === 0 && body === `${titleOf(null)}.`;

function employerIn(company: string | null, employer: Choice["employer"], mask: string): string[] {
  if (employer === "no" || !company) return [];
  return [`At ${employer === "named" ? company : mask}`];
}
