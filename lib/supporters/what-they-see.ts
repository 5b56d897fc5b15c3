import { addDays, type Day, dayIn, sayDay, sayExactly } from "@/lib/dates";
import {
  type Dot,
  dotsOf,
  type Kept,
  type Rest,
  type Rhythm,
  sayProgress,
  sayRhythm,
} from "@/lib/goals/rules";
import { UNREADABLE } from "@/lib/private-words";
import { maskFor, maskNames } from "@/lib/shares/mask";

/*
 * What a supporter sees, made from the rows that are in the link, without their ids. The preview and the page go
 * through the same, so that neither shows what the other does not.
 */

/** A copy of what goes of a setback. */
export type ShownSetback = { body: string; details: string[] };

type Rows = {
  goals: ({
    title: string;
    total: number;
    finishBy: Day | null;
    /** What was done of late, and on which days. */
    done: { day: Day; amount: number }[];
    rests: Rest[];
  } & Required<Rhythm>)[];
  /** Null where wins do not go. */
  wins: { body: string; day: Day }[] | null;
  setbacks: ShownSetback[];
};

export type TheySee = {
  called: string;
  until: string;
  goals: { title: string; rhythmInWords: string; progress: string; dots: Dot[] }[];
  wins: { body: string; said: string }[] | null;
  setbacks: ShownSetback[];
};

type Whose = { called: string; expiresAt: Date; timeZone: string; now: Date; companies: string[] | null };

/** @param whose.companies those whose names are masked in goals and wins; null where they are shown. */
export function whatTheySee(rows: Rows, { called, expiresAt, timeZone, now, companies }: Whose): TheySee {
  const today = dayIn(timeZone, now);
  // A name that does not open cannot be masked, so nothing goes that might hold it.
  const isBlind = companies?.includes(UNREADABLE) ?? false;
  const hide = (text: string) => (companies ? maskNames(text, companies, maskFor(null, null)) : text);
  return {
    called,
    until: sayExactly(expiresAt, timeZone),
    goals: isBlind
      ? []
      : rows.goals.map(({ title, done, ...goal }) => {
          const efforts: Record<Day, number> = {};
          const from = addDays(today, -Math.max(6, goal.everyDays ?? 0));
          for (const { day, amount } of done) if (day >= from) efforts[day] = (efforts[day] ?? 0) + amount;
          const kept: Kept = { ...goal, efforts, begun: goal.total > 0 };
          return {
            title: hide(title),
            rhythmInWords: sayRhythm(kept),
            progress: sayProgress(kept, today),
            dots: dotsOf(kept, today),
          };
        }),
    wins: isBlind
      ? null
      : (rows.wins?.map(({ body, day }) => ({ body: hide(body), said: sayDay(day, today) })) ?? null),
    setbacks: rows.setbacks
      .filter(({ body }) => !body.includes(UNREADABLE))
      .map(({ body, details }) => ({ body, details })),
  };
}
