import { addDays, type Day, dayIn } from "@/lib/dates";

/*
 * Everybody is in a circle for twelve weeks at a time. In the last week and after it they are asked what they would
 * like: twelve weeks more, a rest, or to land. A term that is over without an answer takes nothing from anybody: they
 * stay, and are asked still.
 */

const TERM_DAYS = 84;
const ASKED_FOR_DAYS = 7;

export type Term = { endsOn: Day; isAsked: boolean; isOver: boolean };

export function termOf(termFrom: Date, now: Date, timeZone: string): Term {
  const days = (now.getTime() - termFrom.getTime()) / 86_400_000;
  return {
    endsOn: addDays(dayIn(timeZone, termFrom), TERM_DAYS),
    isAsked: days >= TERM_DAYS - ASKED_FOR_DAYS,
    isOver: days >= TERM_DAYS,
  };
}
