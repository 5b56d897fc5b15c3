import { bitsOf } from "@/lib/matching/half-hours";

export const SMALLEST = 4;

export type Level = "entry" | "mid" | "senior" | "changing";
export type Pace = "weekly" | "twice";
export type Need = "listen" | "ideas" | "both";

export type Person = {
  id: string;
  languages: readonly string[];
  /** The half hours of the week (0 to 335) at which a meeting could begin for them. */
  starts: readonly number[];
  level: Level;
  field: string;
  pace: Pace;
  need: Need;
  /** Whom they would rather not meet, as a mark that is the same for the same employer; null for nobody. */
  employer: string | null;
  canHold: boolean;
  /** Since when they wait, in milliseconds. */
  since: number;
  /** Circles that they are not proposed: they sit or sat there. */
  notIn: readonly string[];
};

/** Somebody in the line: where, and what is reckoned once. */
export type One = Person & {
  at: number;
  free: Uint32Array;
  mark: number;
  apart: Set<number> | null;
  group: Group | null;
  seated: boolean;
};

/** A circle that is to be, and when all of it could meet. */
export type Group = { people: One[]; language: string; pace: Pace; common: Uint32Array };

/** Everybody who waits, the longest first. */
export function lineUp(people: readonly Person[], blocks: readonly (readonly [string, string])[]): One[] {
  const line = [...people]
    .sort((one, other) => one.since - other.since || (one.id < other.id ? -1 : 1))
    .map(
      (person, at): One => ({
        ...person,
        at,
        free: bitsOf(person.starts),
        mark: 0,
        apart: null,
        group: null,
        seated: false,
      }),
    );
  numberEmployers(line);
  keepApart(line, blocks);
  return line;
}

export const fits = (one: One, other: One): boolean =>
  !(one.mark !== 0 && one.mark === other.mark) && !one.apart?.has(other.at);

const RANKS: Record<Level, number | null> = { entry: 0, mid: 1, senior: 2, changing: null };

/** Whether somebody's level is at most one step from everybody's. What is not known stands in nobody's way. */
export function levelsFit(level: Level, people: readonly { level: Level | null }[]): boolean {
  const own = RANKS[level];
  if (own === null) return true;
  return people.every((other) => {
    const rank = other.level && RANKS[other.level];
    return typeof rank !== "number" || Math.abs(rank - own) <= 1;
  });
}

function numberEmployers(line: One[]): void {
  const marks = new Map<string, number>();
  for (const one of line) {
    if (one.employer === null) continue;
    one.mark = marks.get(one.employer) ?? marks.size + 1;
    marks.set(one.employer, one.mark);
  }
}

function keepApart(line: One[], blocks: readonly (readonly [string, string])[]): void {
  if (blocks.length === 0) return;
  const byId = new Map(line.map((one) => [one.id, one]));
  for (const pair of blocks) {
    const [one, other] = pair.map((id) => byId.get(id));
    if (!one || !other) continue;
    one.apart ??= new Set();
    other.apart ??= new Set();
    one.apart.add(other.at);
    other.apart.add(one.at);
  }
}
