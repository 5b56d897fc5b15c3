import type { Level, Person } from "@/lib/matching/line";
import type { OpenCircle } from "@/lib/matching/match";

/* People who wait, made by chance, and a second opinion about them that shares nothing with the matcher. */

export type Crowd = { people: Person[]; circles: OpenCircle[]; blocks: [string, string][] };

/** Chance that happens again with the same seed (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const LANGUAGES = ["English", "Deutsch", "Español", "Français", "Polski", "Türkçe", "Svenska", "日本語"];
const FIELDS = ["care", "software", "trade", "teaching", "media", "logistics", "finance", "craft", ""];
const LEVELS: readonly Level[] = ["entry", "mid", "senior", "changing"];
/** When parts of the day begin by the clock, and for how many half hours a meeting could begin in them. */
const PARTS = [
  [18, 4],
  [26, 6],
  [36, 4],
] as const;

/**
 * @param scarce how hard it is to meet: 0 for many free hours, 1 for one or two.
 * @param laidOff how large a part of them named one of how few employers, as after a layoff.
 */
export function aCrowd(
  seed: number,
  {
    people: count,
    scarce = 0.5,
    open = 0,
    blocks: blocked = 0.02,
    laidOff,
  }: {
    people: number;
    scarce?: number;
    open?: number;
    blocks?: number;
    laidOff?: { part: number; employers: number };
  },
): Crowd {
  const chance = chanceOf(seed);
  const below = (most: number) => Math.floor(chance() * most);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  // Most people share a few languages and zones, and some are nearly alone with theirs.
  const rarely = <T>(from: readonly T[]): T => from[Math.floor(chance() ** 2.2 * from.length)] as T;

  const startsOf = (zone: number): number[] => {
    const parts = 1 + below(Math.round(2 + (1 - scarce) * 10));
    const starts = Array.from({ length: parts }, () => {
      const [begins, last] = PARTS[chance() < 0.6 ? 2 : below(3)] ?? PARTS[2];
      const first = below(7) * 48 + begins - zone;
      return Array.from({ length: last }, (_, half) => (first + half + 336) % 336);
    });
    return [...new Set(starts.flat())];
  };
  const people = Array.from({ length: count }, (_, at): Person => {
    const zone = pick([0, 0, 2, 2, 2, 4, 11, -10, -14, -16, 18]);
    const languages = [...new Set([rarely(LANGUAGES), ...(chance() < 0.4 ? [rarely(LANGUAGES)] : [])])];
    return {
      id: `p${at}`,
      languages,
      starts: startsOf(zone),
      level: pick(LEVELS),
      field: pick(FIELDS),
      pace: chance() < 0.8 ? "weekly" : "twice",
      need: pick(["listen", "ideas", "both"]),
      employer: chance() < 0.2 ? `e${below(Math.max(3, count / 40))}` : null,
      canHold: chance() < 0.25,
      since: below(count * 10),
      notIn: open > 0 && chance() < 0.1 ? [`c${below(open)}`] : [],
    };
  });
  for (const person of laidOff ? people : []) {
    if (chance() < (laidOff?.part ?? 0)) person.employer = `laid off ${below(laidOff?.employers ?? 1)}`;
  }
  const blocks = Array.from({ length: Math.floor(count * blocked) }, (): [string, string] => [
    `p${below(count)}`,
    `p${below(count)}`,
  ]).filter(([one, other]) => one !== other);
  const circles = Array.from({ length: open }, (_, at): OpenCircle => {
    const sits = Array.from({ length: 4 }, (_, seat) => `s${at}-${seat}`);
    // Now and then somebody who waits is apart from somebody who sits there.
    if (chance() < 0.5 && count > 0) blocks.push([`p${below(count)}`, sits[0] ?? ""]);
    const pace = chance() < 0.8 ? "weekly" : "twice";
    const start = below(7) * 48 + 36;
    return {
      id: `c${at}`,
      language: rarely(LANGUAGES),
      pace,
      start,
      second: pace === "twice" && at % 2 === 0 ? (start + 96 + below(4) * 48) % 336 : null,
      free: 1 + below(2),
      people: sits.map((id) => ({
        id,
        level: chance() < 0.5 ? pick(LEVELS) : null,
        employer: chance() < 0.2 ? `e${below(3)}` : null,
      })),
    };
  });
  return { people, circles, blocks };
}

type Facts = Pick<Person, "id" | "languages" | "starts" | "level" | "pace" | "employer">;

/** Everything that keeps these people from being a circle, in words; nothing when they may be one. */
export function whatIsWrong(
  people: readonly Facts[],
  blocks: readonly (readonly [string, string])[],
  told?: { language: string; start: number; second: number | null; pace: string },
): string[] {
  const wrong: string[] = [];
  const ids = people.map(({ id }) => id);
  if (people.length < 4) wrong.push(`${people.length} are too few`);
  if (people.length > 6) wrong.push(`${people.length} are too many`);
  if (new Set(ids).size < ids.length) wrong.push("somebody is there twice");
  if (new Set(people.map(({ pace }) => pace)).size > 1) wrong.push("their paces differ");
  const languages = (people[0]?.languages ?? []).filter((language) =>
    people.every((person) => person.languages.includes(language)),
  );
  if (languages.length === 0) wrong.push("they have no language in common");
  const starts = (people[0]?.starts ?? []).filter((start) =>
    people.every((person) => person.starts.includes(start)),
  );
  if (starts.length === 0) wrong.push("they can never meet");
  const levels = people.map(({ level }) => level);
  if (levels.includes("entry") && levels.includes("senior")) wrong.push("their levels are two steps apart");
  for (const [one, other] of blocks) {
    if (ids.includes(one) && ids.includes(other)) wrong.push(`${one} and ${other} are apart`);
  }
  const employers = people.flatMap(({ employer }) => employer ?? []);
  if (new Set(employers).size < employers.length) wrong.push("two share an employer");
  if (told && !languages.includes(told.language)) wrong.push(`they do not all speak ${told.language}`);
  if (told && !starts.includes(told.start)) wrong.push("not everybody is free when they are to meet");
  if (told && people[0]?.pace !== told.pace) wrong.push("the pace is another");
  if (told) wrong.push(...whatIsWrongTwice(starts, told));
  return wrong;
}

/** The same of the second moment: it is for who meets twice, all are free then, and it is there where it can be. */
function whatIsWrongTwice(
  starts: readonly number[],
  { start, second, pace }: { start: number; second: number | null; pace: string },
): string[] {
  // Days between two moments of a week that goes round: the way from the one, and from the other.
  const apart = (one: number, other: number) =>
    Math.min((one - other + 336) % 336, (other - one + 336) % 336) / 48;
  if (pace === "weekly") return second === null ? [] : ["who meets once is told two moments"];
  if (second === null) {
    const could = starts.some((one) => starts.some((other) => apart(one, other) >= 2));
    return could ? ["they could meet twice and are told once"] : [];
  }
  const wrong: string[] = [];
  if (!starts.includes(second)) wrong.push("not everybody is free when they are to meet again");
  if (apart(start, second) < 2) wrong.push("the two moments are too near each other");
  return wrong;
}

/** Whether there is any circle of four with somebody in it: each language and each start, every three who fit. */
export function hasCircle(
  person: Person,
  people: readonly Person[],
  apart: (one: string, other: string) => boolean,
): boolean {
  const fits = (one: Person, other: Person) =>
    one.id !== other.id &&
    !(one.employer !== null && one.employer === other.employer) &&
    !apart(one.id, other.id) &&
    ![one.level, other.level].every((level) =>
      level === "entry" || level === "senior" ? one.level !== other.level : false,
    );
  for (const language of person.languages) {
    const speakers = people.filter(
      (other) => other.pace === person.pace && other.languages.includes(language) && fits(person, other),
    );
    if (speakers.length < 3) continue;
    for (const start of person.starts) {
      const there = speakers.filter(({ starts }) => starts.includes(start));
      if (there.length < 3) continue;
      for (const [at, one] of there.entries()) {
        for (const [next, other] of there.slice(at + 1).entries()) {
          if (!fits(one, other)) continue;
          if (there.slice(at + next + 2).some((last) => fits(one, last) && fits(other, last))) return true;
        }
      }
    }
  }
  return false;
}

export function apartIn(
  blocks: readonly (readonly [string, string])[],
): (one: string, other: string) => boolean {
  const pairs = new Set(blocks.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
  return (one, other) => pairs.has(`${one} ${other}`);
}
