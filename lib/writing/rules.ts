/*
 * Guided writing about a setback goes over up to five days of its member's own calendar, one session a day. Who
 * takes another time zone in between has not waited a day for it: neither by the calendar of then nor by that of now
 * are two of them on one day. Each has a quiet clock of twenty minutes. The clock knows since when it runs, and what
 * is left while it rests, so it is the same in every tab and after every reload. It can rest and go on at any time.
 * When it is over nothing happens: one may write on, or end, and what was ended can be taken up again. A session that
 * is deleted makes room for another one.
 *
 * Words from a page that had not seen what is kept by now never take its place: then both are kept.
 */

import type { Day } from "@/lib/dates";

export const MOST_SESSIONS = 5;

/** Twenty minutes. */
export const SESSION_SECONDS = 20 * 60;

export type Clock = {
  /** What is left while it rests, or was left when it began to run. */
  secondsLeft: number;
  runningFrom: Date | null;
};

/**
 * What is left of a clock at this moment. A moment before it began to run, by another machine's time, takes nothing
 * away.
 */
export function leftOf({ secondsLeft, runningFrom }: Clock, now: Date): number {
  if (!runningFrom) return secondsLeft;
  const ran = Math.floor((now.getTime() - runningFrom.getTime()) / 1000);
  return Math.min(secondsLeft, Math.max(0, secondsLeft - ran));
}

export const isRunning = (clock: Clock, now: Date): boolean =>
  clock.runningFrom !== null && leftOf(clock, now) > 0;

/** The clock, put to rest. */
export const resting = (clock: Clock, now: Date): Clock => ({
  secondsLeft: leftOf(clock, now),
  runningFrom: null,
});

/** The clock, going on. One that runs already, or is over, stays as it is. */
export const goingOn = (clock: Clock, now: Date): Clock =>
  clock.runningFrom || clock.secondsLeft === 0 ? clock : { ...clock, runningFrom: now };

/** The day on which a session was begun: by the calendar that its member had then, and by the one they have now. */
type BegunOn = { day: Day; here: Day };

export const isOfToday = ({ day, here }: BegunOn, today: Day): boolean => day === today || here === today;

/** Whether a session can begin today, or why not. */
export function mayBegin(begun: BegunOn[], today: Day): "yes" | "there is one today" | "all are begun" {
  if (begun.some((one) => isOfToday(one, today))) return "there is one today";
  return begun.length < MOST_SESSIONS ? "yes" : "all are begun";
}

const minutesOf = (seconds: number): number => Math.ceil(seconds / 60);

export const TIME_IS_OVER = "Your twenty minutes are over. Write on, or end here: both are fine.";

/** What is left, in words that change once a minute and no more often. */
export function sayLeft(seconds: number): string {
  if (seconds <= 0) return TIME_IS_OVER;
  const minutes = minutesOf(seconds);
  return minutes === 1 ? "About a minute is left" : `About ${minutes} minutes are left`;
}

/** After how many seconds that is said differently. */
export const secondsUntilNextWords = (seconds: number): number => seconds - (minutesOf(seconds) - 1) * 60;

/** What is read out to those who do not see the clock: at ten minutes, at five, at one, and at the end. */
export const heardOf = (seconds: number): string =>
  [10, 5, 1, 0].includes(minutesOf(seconds)) ? sayLeft(seconds) : "";

/** What is kept of a session once words were sent; `sawKept` says that their page knew what is kept. */
export function together(kept: string, sent: string, sawKept: boolean): string {
  if (sawKept || sent.includes(kept.trim())) return sent;
  if (kept.includes(sent.trim())) return kept;
  return `${kept.trimEnd()}\n\n${sent}`;
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth"];

/** "second" for 2 */
export const sayNumber = (number: number): string => ORDINALS[number - 1] ?? `${number}th`;
