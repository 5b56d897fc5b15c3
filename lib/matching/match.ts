/*
 * Who could sit in a circle together, out of everybody who waits. Pure: what is there goes in, what is proposed comes
 * out, and the same goes in and out each time.
 *
 * A circle of four to six speaks one language that all of them speak, has one pace, and can meet: there is a moment of
 * the coming week, reckoned in UTC, at which everybody is free for as long as a meeting takes. People at the beginning
 * and people with long experience are not put together; whoever is between them, or is changing direction, fits with
 * either. Two who blocked each other never meet, and neither do two who named the same employer. Mixed fields are
 * preferred, and one or two who would hold the circle at first.
 *
 * The line is kept: seats that circles offer go to whoever waits longest among those whom they fit, then each in turn,
 * the longest waiting first, is given a circle if there is any among those who are left. Whoever is left over then is
 * taken in where there is room, or gets a circle together with people whom larger ones can spare. So nobody stays
 * while four who fit are left, and nobody who came later goes first where only one of the two can.
 */

/** Half hours in a week, from Monday midnight UTC on. */
export const SLOTS = 336;
export const SMALLEST = 4;
export const AIM = 5;
export const LARGEST = 6;

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

/** A circle with seats to give, or one that is proposed and has room yet. */
export type OpenCircle = {
  id: string;
  language: string;
  pace: Pace;
  /** The half hour at which it meets. */
  start: number;
  /** How many more it takes. */
  free: number;
  /** Everybody who sits there, or is to. */
  people: readonly { id: string; level: Level | null; employer: string | null }[];
};

export type Match = {
  circles: { people: string[]; language: string; pace: Pace; start: number }[];
  seats: { circleId: string; person: string }[];
};

const WORDS = Math.ceil(SLOTS / 32);
const RANKS: Record<Level, number | null> = { entry: 0, mid: 1, senior: 2, changing: null };
/** Levels that fit together: the two at the beginning, the two at the end; changing direction fits with both. */
const BANDS: Record<Level, readonly number[]> = { entry: [0], mid: [0, 1], senior: [1], changing: [0, 1] };

/** How many of a moment's people are looked at for the best company, the longest waiting first. */
const LOOKED_AT = 64;
/** How many pairs are tried before a moment is given up on. */
const PATIENCE = 20_000;

type One = Person & {
  at: number;
  free: Uint32Array;
  mark: number;
  apart: Set<number> | null;
  group: Group | null;
  seated: boolean;
};
type Group = { people: One[]; language: string; pace: Pace; common: Uint32Array };

/**
 * @param people everybody who waits.
 * @param circles those with seats to give, the first to be filled first.
 * @param blocks pairs who are kept apart, whichever of the two said so.
 * @param now in milliseconds: a circle's first meeting is the first that suits all from a day after it on.
 */
export function match(
  people: readonly Person[],
  circles: readonly OpenCircle[],
  blocks: readonly (readonly [string, string])[],
  now: number,
): Match {
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

  const seats = giveSeats(line, circles, blocks);
  const groups: Group[] = [];
  const moments = new Moments(line);
  for (const one of line) {
    if (one.group || one.seated) continue;
    const group = moments.findGroup(one, (other) => !other.group && !other.seated);
    if (group) open(group, groups, moments);
  }
  const left = line.filter((one) => !one.group && !one.seated);
  takeIn(left, groups);
  for (const one of left) {
    if (one.group) continue;
    const group = moments.findGroup(one, (other) => !other.seated && canSpare(other), takesTurns());
    if (group) open(group, groups, moments);
  }
  return {
    circles: groups.map(({ people, language, pace, common }) => ({
      people: people.map(({ id }) => id),
      language,
      pace,
      start: soonest(common, now),
    })),
    seats,
  };
}

/** Everybody who waits, by the moments at which they could meet: one language, one pace, one band of levels, one half hour. */
class Moments {
  private readonly buckets = new Map<string, number>();
  private readonly of: Uint32Array[] = [];
  private readonly people: Int32Array;
  private readonly begins: Int32Array;
  /** How many of a moment's people have no circle yet. */
  private readonly waiting: Int32Array;
  private readonly line: One[];

  constructor(line: One[]) {
    this.line = line;
    for (const one of line) this.of.push(this.momentsOf(one));
    const moments = this.buckets.size * 2 * SLOTS;
    this.begins = new Int32Array(moments + 1);
    for (const list of this.of)
      for (const moment of list) this.begins[moment + 1] = (this.begins[moment + 1] ?? 0) + 1;
    for (let moment = 0; moment < moments; moment++) {
      this.begins[moment + 1] = (this.begins[moment + 1] ?? 0) + (this.begins[moment] ?? 0);
    }
    const next = this.begins.slice();
    this.people = new Int32Array(this.begins[moments] ?? 0);
    this.waiting = new Int32Array(moments);
    // In the order of the line, so that each moment has its longest waiting first.
    line.forEach((one, at) => {
      for (const moment of this.of[at] ?? []) {
        const place = next[moment] ?? 0;
        this.people[place] = at;
        next[moment] = place + 1;
        if (!one.seated) this.waiting[moment] = (this.waiting[moment] ?? 0) + 1;
      }
    });
  }

  private momentsOf(one: One): Uint32Array {
    const found: number[] = [];
    for (const language of new Set(one.languages)) {
      const key = `${one.pace} ${language}`;
      const bucket = this.buckets.get(key) ?? this.buckets.size;
      this.buckets.set(key, bucket);
      for (const band of BANDS[one.level]) {
        for (const start of new Set(one.starts)) found.push((bucket * 2 + band) * SLOTS + start);
      }
    }
    return Uint32Array.from(found);
  }

  private languageOf(moment: number): string {
    const bucket = Math.floor(moment / (2 * SLOTS));
    for (const [key, at] of this.buckets) if (at === bucket) return key.slice(key.indexOf(" ") + 1);
    throw new Error("There is no such moment.");
  }

  /** They have a circle: fewer wait at each of their moments. */
  leave(one: One): void {
    for (const moment of this.of[one.at] ?? []) this.waiting[moment] = (this.waiting[moment] ?? 0) - 1;
  }

  /**
   * A circle for somebody, out of those who may be asked; null where there is none. The moments at which most people
   * wait are looked at first, and all of them before it is given up.
   *
   * @param spare where people may be taken out of larger circles, what keeps those large enough.
   */
  findGroup(seed: One, mayAsk: (one: One) => boolean, spare?: Spare): Group | null {
    const own = [...(this.of[seed.at] ?? [])];
    own.sort((one, other) => (this.waiting[other] ?? 0) - (this.waiting[one] ?? 0));
    for (const moment of own) {
      if (!spare && (this.waiting[moment] ?? 0) < SMALLEST) break;
      const begin = this.begins[moment] ?? 0;
      const end = this.begins[moment + 1] ?? 0;
      if (end - begin < SMALLEST) continue;
      const others: One[] = [];
      for (let place = begin; place < end && others.length < LOOKED_AT * 8; place++) {
        const other = this.line[this.people[place] ?? 0];
        if (other && other !== seed && mayAsk(other) && fits(seed, other)) others.push(other);
      }
      if (others.length < SMALLEST - 1) continue;
      const company = bestCompany(seed, others.slice(0, LOOKED_AT), spare) ?? anyCompany(seed, others, spare);
      if (!company) continue;
      const common = company.reduce((bits, { free }) => both(bits, free), seed.free);
      return { people: company, language: this.languageOf(moment), pace: seed.pace, common };
    }
    return null;
  }
}

const fits = (one: One, other: One): boolean =>
  !(one.mark !== 0 && one.mark === other.mark) && !one.apart?.has(other.at);

/** Company that fits in the best way there is, one after the other; null when that ends below four. */
function bestCompany(seed: One, others: One[], spare: Spare = freely): One[] | null {
  const company = [seed];
  const taken = spare();
  // People of other circles are asked for no more than it takes.
  const aim = spare === freely ? AIM : SMALLEST;
  while (company.length < aim) {
    let best: One | null = null;
    let bestWorth = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < others.length; at++) {
      const other = others[at];
      if (!other || company.includes(other)) continue;
      if (!taken.may(other) || !company.every((one) => fits(one, other))) continue;
      const worth = worthOf(other, company) - at * 0.05;
      if (worth > bestWorth) [best, bestWorth] = [other, worth];
    }
    if (!best) break;
    taken.take(best);
    company.push(best);
  }
  return company.length < SMALLEST ? null : company;
}

/** Any three who fit with somebody and with each other, where the best way led nowhere. */
function anyCompany(seed: One, others: One[], spare: Spare = freely): One[] | null {
  let tried = 0;
  for (const [at, first] of others.entries()) {
    for (let next = at + 1; next < others.length; next++) {
      const second = others[next];
      if (++tried > PATIENCE) return null;
      if (!second || !fits(first, second)) continue;
      for (let last = next + 1; last < others.length; last++) {
        const third = others[last];
        if (++tried > PATIENCE) return null;
        if (!third || !fits(first, third) || !fits(second, third)) continue;
        const company = [first, second, third];
        if (canAllCome(company, spare)) return [seed, ...company];
      }
    }
  }
  return null;
}

function canAllCome(company: One[], spare: Spare): boolean {
  const taken = spare();
  for (const one of company) {
    if (!taken.may(one)) return false;
    taken.take(one);
  }
  return true;
}

/** How much somebody adds to those who are there. */
function worthOf(one: One, company: One[]): number {
  const holders = company.filter(({ canHold }) => canHold).length;
  const wanted = holders === 0 ? 4 : holders === 1 ? -1 : -4;
  const isNew = company.every(({ field }) => field !== one.field);
  const alike = company.filter(
    ({ need }) => need === one.need || need === "both" || one.need === "both",
  ).length;
  return (one.canHold ? wanted : 0) + (isNew ? 3 : 0) + alike / company.length;
}

/** What may be taken out of circles that are there, so that they stay large enough. */
type Spare = () => { may: (one: One) => boolean; take: (one: One) => void };
const freely: Spare = () => ({ may: () => true, take: () => {} });
const canSpare = ({ group }: One): boolean => !group || group.people.length > SMALLEST;
const takesTurns = (): Spare => () => {
  const taken = new Map<Group, number>();
  return {
    may: ({ group }) => !group || group.people.length - (taken.get(group) ?? 0) > SMALLEST,
    take: ({ group }) => {
      if (group) taken.set(group, (taken.get(group) ?? 0) + 1);
    },
  };
};

function open(group: Group, groups: Group[], moments: Moments): void {
  for (const one of group.people) {
    if (one.group) {
      // The rest of a circle can meet whenever all of it could.
      one.group.people = one.group.people.filter((other) => other !== one);
      one.group.common = one.group.people.reduce((bits, { free }) => both(bits, free), everAt());
    } else moments.leave(one);
    one.group = group;
  }
  groups.push(group);
}

/** Whoever is left joins a circle that is to be, where there is room and they fit with everybody. */
function takeIn(left: One[], groups: Group[]): void {
  const byBucket = Map.groupBy(groups, ({ pace, language }) => `${pace} ${language}`);
  for (const one of left) {
    const places = one.languages.flatMap((language) => byBucket.get(`${one.pace} ${language}`) ?? []);
    const place = places.find(
      ({ people, common }) =>
        people.length < LARGEST &&
        meet(common, one.free) &&
        levelsFit(one.level, people) &&
        people.every((other) => fits(one, other)),
    );
    if (!place) continue;
    place.people.push(one);
    place.common = both(place.common, one.free);
    one.group = place;
  }
}

/** Seats that circles offer, to whoever waits longest of those whom they fit. */
function giveSeats(
  line: One[],
  circles: readonly OpenCircle[],
  blocks: readonly (readonly [string, string])[],
) {
  const given: Match["seats"] = [];
  if (circles.length === 0) return given;
  const blocked = new Set(blocks.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
  const open = circles.map((circle) => ({ ...circle, people: [...circle.people] }));
  const byBucket = Map.groupBy(open, ({ pace, language }) => `${pace} ${language}`);
  for (const one of line) {
    const places = one.languages.flatMap((language) => byBucket.get(`${one.pace} ${language}`) ?? []);
    const place = places.find(
      ({ id, free, start, people }) =>
        free > 0 &&
        has(one.free, start) &&
        !one.notIn.includes(id) &&
        levelsFit(one.level, people) &&
        people.every(
          (other) =>
            other.id !== one.id &&
            !blocked.has(`${one.id} ${other.id}`) &&
            (one.employer === null || one.employer !== other.employer),
        ),
    );
    if (!place) continue;
    place.free--;
    place.people.push(one);
    one.seated = true;
    given.push({ circleId: place.id, person: one.id });
  }
  return given;
}

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

function bitsOf(starts: readonly number[]): Uint32Array {
  const bits = new Uint32Array(WORDS);
  for (const start of starts) bits[start >>> 5] = (bits[start >>> 5] ?? 0) | (1 << (start & 31));
  return bits;
}

const everAt = (): Uint32Array => new Uint32Array(WORDS).fill(0xffffffff);
const has = (bits: Uint32Array, start: number): boolean =>
  ((bits[start >>> 5] ?? 0) & (1 << (start & 31))) !== 0;
const meet = (one: Uint32Array, other: Uint32Array): boolean =>
  one.some((word, at) => (word & (other[at] ?? 0)) !== 0);
const both = (one: Uint32Array, other: Uint32Array): Uint32Array =>
  one.map((word, at) => word & (other[at] ?? 0));

const HALF_HOUR = 1_800_000;
/** The first Monday of the epoch, in half hours: 5 January 1970. */
const FIRST_MONDAY = 4 * 48;

/** The half hour of the week in which a moment lies, 0 to 335. */
export const slotAt = (instant: number): number =>
  (((Math.floor(instant / HALF_HOUR) - FIRST_MONDAY) % SLOTS) + SLOTS) % SLOTS;

/** The first that is free from a day after now on, on the full hour where there is one. */
function soonest(common: Uint32Array, now: number): number {
  const from = slotAt(now) + 48;
  const inTurn = Array.from({ length: SLOTS }, (_, step) => (from + step) % SLOTS).filter((slot) =>
    has(common, slot),
  );
  return inTurn.find((slot) => slot % 2 === 0) ?? inTurn[0] ?? 0;
}
