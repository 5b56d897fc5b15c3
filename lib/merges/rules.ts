import { tzOffset } from "@date-fns/tz";
import { subDays } from "date-fns/subDays";
import { sameLanguage } from "@/lib/circles/known-language";
import { SEATS } from "@/lib/circles/rules";

/*
 * A circle is small while fewer than three are active in it. After three days of that it is offered to join with
 * another small one: one that speaks the same language, lives within three hours of it, and fits: together they have
 * eight seats at most, nobody sits in both, nobody was asked to leave the other, and nobody in one does not want to
 * meet somebody in the other. Who has waited longest comes first. The larger one stays, or else the older one.
 *
 * It happens when everybody active in both says yes. One no, or seven days, end the offer; then a circle is left in
 * peace for a week, and the same two are not offered each other again for three months.
 */

export const ENOUGH_ACTIVE = 3;
export const SMALL_FOR_DAYS = 3;
export const OFFERED_FOR_DAYS = 7;
export const PEACE_DAYS = 7;
export const SAME_TWO_AFTER_DAYS = 90;
export const READABLE_FOR_DAYS = 30;

const NEAR_MINUTES = 180;

/**
 * Whether somebody may have come to where they sit by a merge whose circle can still be read: their seat there is as old
 * as the merge. Of whoever sat there before, nothing needs to be asked.
 */
export const cameLately = ({ joinedAt }: { joinedAt: Date }, now: Date): boolean =>
  joinedAt > subDays(now, READABLE_FOR_DAYS);

export const isSmall = (active: number): boolean => active < ENOUGH_ACTIVE;

export type SmallCircle = {
  id: string;
  language: string;
  timeZone: string;
  createdAt: Date;
  /** Since when it is small. */
  fewSince: Date;
  /** Everybody who sits there, whoever takes a break included. */
  people: string[];
  /** Whoever was once asked to leave. */
  removed: string[];
};

export type Apart = {
  /** Pairs of people who do not want to meet, in any order. */
  people: [string, string][];
  /** Pairs of circles to which each other was offered not long ago, in any order. */
  circles: [string, string][];
};

/** Which circles are offered each other: `circleId` stays, and `joiningId` comes to it. Each is in one pair at most. */
export function pairUp(
  circles: SmallCircle[],
  apart: Apart,
  now: Date,
): { circleId: string; joiningId: string }[] {
  const strangers = new Set(apart.people.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
  const tried = new Set(apart.circles.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
  const waiting = [...circles].sort(
    (one, other) => Number(one.fewSince) - Number(other.fewSince) || one.id.localeCompare(other.id),
  );
  const byLanguage = Map.groupBy(waiting, ({ language }) => sameLanguage(language));
  const zones = new Map(waiting.map(({ timeZone }) => [timeZone, tzOffset(timeZone, now)]));
  const far = (one: SmallCircle, other: SmallCircle) =>
    distance(zones.get(one.timeZone) ?? 0, zones.get(other.timeZone) ?? 0);
  const taken = new Set<string>();
  const pairs: { circleId: string; joiningId: string }[] = [];
  for (const one of waiting) {
    if (taken.has(one.id)) continue;
    let best: SmallCircle | null = null;
    for (const other of byLanguage.get(sameLanguage(one.language)) ?? []) {
      if (other === one || taken.has(other.id) || tried.has(`${one.id} ${other.id}`)) continue;
      if (far(one, other) > NEAR_MINUTES || !canBeOne(one, other, strangers)) continue;
      // The nearest; of those, whoever has waited longest.
      if (!best || far(one, other) < far(one, best)) best = other;
    }
    if (!best) continue;
    taken.add(one.id).add(best.id);
    const [stays, joins] = staysOf(one, best);
    pairs.push({ circleId: stays.id, joiningId: joins.id });
  }
  return pairs;
}

function canBeOne(one: SmallCircle, other: SmallCircle, strangers: Set<string>): boolean {
  if (one.people.length + other.people.length > SEATS) return false;
  const [stays, joins] = staysOf(one, other);
  return (
    joins.people.every(
      (person) =>
        !stays.people.includes(person) &&
        !stays.removed.includes(person) &&
        stays.people.every((neighbour) => !strangers.has(`${person} ${neighbour}`)),
    ) && stays.people.every((person) => !joins.removed.includes(person))
  );
}

function staysOf(one: SmallCircle, other: SmallCircle): [stays: SmallCircle, joins: SmallCircle] {
  const more = one.people.length - other.people.length || Number(other.createdAt) - Number(one.createdAt);
  return more >= 0 ? [one, other] : [other, one];
}

/** Minutes between two clocks, the short way round the day. */
function distance(one: number, other: number): number {
  const apart = Math.abs(one - other);
  return Math.min(apart, 24 * 60 - apart);
}
