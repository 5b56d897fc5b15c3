/*
 * A member may ask for four kinds of mail: an evening check at an hour of theirs, a digest of their week on Sunday, a
 * word when something that they set a day for has come due, and that something waits in a circle (lib/nudges/rules.ts).
 * All of them are off until they are asked for: a mail that nobody asked for is one more thing that wants something.
 *
 * By the clocks where they live: a mail comes in the hour they chose or in the three after it, on that day, and not in
 * their quiet hours. An hour that clocks skip that day counts as the next one; one that comes twice counts once. There
 * is one of a kind a day, whichever zone the day was in. What a worker that stood still has missed is not caught up on.
 *
 * Whoever asked for none, paused them, or has an address that takes none reads the same in Onward: what has come due
 * stands under "Waiting for you" for everybody. The mail is what is chosen.
 *
 * A mail says that there is something and where; of what is in Onward it holds numbers at most, and those of its
 * reader.
 */

import { addDays, type Day, dayIn, hourIn, startOfDay, weekdayOf } from "@/lib/dates";
import type { ReminderKind } from "@/lib/generated/enums";
import { sayTimes } from "@/lib/say-times";

/** What is planned by the day; nudges have their own way. */
export const plannedKinds = ["evening", "digest", "follow_ups"] as const satisfies ReminderKind[];
export type PlannedKind = (typeof plannedKinds)[number];

/** From when until when no mail comes, in hours on the clock. The same twice: any hour will do. */
export type Quiet = { quietFrom: number; quietUntil: number };

/** What everybody begins with. */
export const QUIET: Quiet = { quietFrom: 22, quietUntil: 8 };

/** Whether an hour on the clock, 0 to 23, is a quiet one. */
export function isQuiet(hour: number, { quietFrom, quietUntil }: Quiet): boolean {
  if (quietFrom <= quietUntil) return hour >= quietFrom && hour < quietUntil;
  return hour >= quietFrom || hour < quietUntil;
}

/** The same at a moment, where somebody lives. */
export const isQuietHour = (timeZone: string, now: Date, quiet: Quiet = QUIET): boolean =>
  isQuiet(hourIn(timeZone, now), quiet);

/** For so many hours after the chosen one a mail may still be planned. */
const HOURS_LATE = 3;
const SUNDAY = 7;

/** What clocks in a zone show, and between which chosen hours a mail is due then. */
export type Clock = { timeZone: string; day: Day; hour: number; from: number; morning: Date };

/** The clocks by which a kind of mail may be due at a moment. */
export const clocksFor = (kind: PlannedKind, timeZones: string[], now: Date): Clock[] =>
  timeZones.flatMap((timeZone) => {
    const [day, hour] = [dayIn(timeZone, now), hourIn(timeZone, now)];
    if (kind === "digest" && weekdayOf(day) !== SUNDAY) return [];
    return [
      { timeZone, day, hour, from: Math.max(0, hour - HOURS_LATE), morning: startOfDay(day, timeZone) },
    ];
  });

/** How many days after its own a mail may still leave: the next morning an evening check is no use. */
const DAYS_LATE: Record<PlannedKind, number> = { evening: 0, digest: 1, follow_ups: 1 };

/** Whether a mail that was planned for a day may leave now: at once, later today, or not at all any more. */
export function mayLeave(
  { kind, day }: { kind: PlannedKind; day: Day },
  { timeZone, ...quiet }: Quiet & { timeZone: string },
  now: Date,
): "now" | "later" | "never" {
  const today = dayIn(timeZone, now);
  // A day that is still to come is none either: its reader has moved since.
  if (today < day || today > addDays(day, DAYS_LATE[kind])) return "never";
  return isQuietHour(timeZone, now, quiet) ? "later" : "now";
}

const QUARTER = 15 * 60_000;

/** When the quiet hours are over in which somebody is now. */
export function endOfQuiet({ timeZone, ...quiet }: Quiet & { timeZone: string }, now: Date): Date {
  let end = new Date(Math.ceil(now.getTime() / QUARTER) * QUARTER);
  while (isQuietHour(timeZone, end, quiet)) end = new Date(end.getTime() + QUARTER);
  return end;
}

/** What a week was, in numbers: days with effort, a win or words in a circle. */
export type Week = { efforts: number; days: number; wins: number };

/** What a digest says of a week, in its mail and on Today: numbers, or that weeks of rest are fine. */
export function sayWeek({ efforts, days, wins }: Week): string {
  if (days === 0)
    return "This is the digest of your week. Nothing was noted in it, and that is fine: weeks of rest belong to a long search.";
  const noted = [
    efforts > 0 && `effort noted ${sayTimes(efforts)}`,
    wins > 0 && `${wins === 1 ? "one win" : `${wins} wins`} written down`,
  ].filter(Boolean);
  const showedUp = `you showed up on ${days === 1 ? "one day" : `${days} days`}`;
  return `This was your week, in numbers: ${[...(noted.length > 0 ? [noted.join(", ")] : []), showedUp].join("; ")}.`;
}

/** What somebody chose; empty for no such mail. */
export type Choices = { eveningHour: number | null; digestHour: number | null; followUpHour: number | null };

/** Under which name each kind's hour is kept. */
export const hourOf = {
  evening: "eveningHour",
  digest: "digestHour",
  follow_ups: "followUpHour",
} as const satisfies Record<PlannedKind, keyof Choices>;

/** What each kind is called where it can be stopped. */
export const kindWords: Record<ReminderKind, string> = {
  evening: "the evening check",
  digest: "the digest of your week",
  follow_ups: "mails about what has come due",
  nudges: "mails that something waits for you",
};
