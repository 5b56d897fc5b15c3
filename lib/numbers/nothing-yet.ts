import type { Picture } from "@/lib/numbers/pictures";
import type { Drawn } from "@/lib/numbers/queries";
import { isEffort, WEEKS_OF_EFFORT, weeksFrom } from "@/lib/numbers/rules";

/*
 * A picture of nothing is an empty frame that says "none" in large. Where there is nothing to draw, a sentence says
 * what will stand there, and that nothing has to.
 */

const words: Record<Picture, string> = {
  year: "Days gather here: with effort, with a win, or with a word in a circle. Days without count against nothing.",
  strength: "Here every goal has a line of its own, once something is logged on it.",
  effort: "Here stands what you log, week by week. No week has to have anything.",
  commitments: "Here stand the commitments that you mark in a circle, however they went.",
  feelings: "Here stand the feelings that you note with a setback. None has to be noted.",
  stages: "Here stands how far applications came, once some of them have ended.",
};

/** Whether anything was counted, in a year or on a goal. */
export const isAnyCounted = ({ counted, goals }: Drawn): boolean =>
  counted.length > 0 || goals.some(({ times }) => times > 0);

/** What is said in place of a picture; null where there is something to draw. */
export const nothingYet = (name: Picture, drawn: Drawn): string | null =>
  hasAny[name](drawn) ? null : words[name];

const hasAny: Record<Picture, (drawn: Drawn) => boolean> = {
  year: ({ counted }) => counted.length > 0,
  strength: ({ strength }) => strength.some(({ efforts }) => Object.keys(efforts).length > 0),
  effort: ({ counted, today }) =>
    counted.some(({ day, doing }) => isEffort(doing) && day >= weeksFrom(today, WEEKS_OF_EFFORT)),
  commitments: ({ commitments }) => commitments.length > 0,
  feelings: ({ feelings }) => feelings.length > 0,
  stages: ({ stages }) => Object.keys(stages).length > 0,
};
