/*
 * Who could sit in a circle together, out of everybody who waits. Pure: what is there goes in, what is proposed comes
 * out, and the same goes in and out each time.
 *
 * A circle of four to six speaks one language that all of them speak, has one pace, and can meet: there is a moment of
 * the coming week, reckoned in UTC, at which everybody is free for as long as a meeting takes. People at the beginning
 * and people with long experience are not put together; whoever is between them, or is changing direction, fits with
 * either. Two who blocked each other never meet, and neither do two who named the same employer. Mixed fields are
 * preferred, and one or two who would hold the circle at first. Those who would like to meet twice a week are told two
 * moments where there are two at which all of them are free, at least two days apart; nobody waits for want of a second.
 *
 * The line is kept: seats that circles offer go to whoever waits longest among those whom they fit, then each in turn,
 * the longest waiting first, is given a circle if there is any among those who are left. Whoever is left over then is
 * taken in where there is room, or gets a circle together with people whom larger ones can spare. So nobody stays
 * while four who fit are left, and nobody who came later goes first where only one of the two can.
 */

import { canSpare, takesTurns } from "@/lib/matching/company";
import { both, everAt, has, meet, soonest, soonestTwo } from "@/lib/matching/half-hours";
import {
  fits,
  type Group,
  type Level,
  levelsFit,
  lineUp,
  type One,
  type Pace,
  type Person,
} from "@/lib/matching/line";
import { Moments } from "@/lib/matching/moments";

export const LARGEST = 6;

/** A circle with seats to give, or one that is proposed and has room yet. */
export type OpenCircle = {
  id: string;
  language: string;
  pace: Pace;
  /** The half hours at which it meets. */
  start: number;
  second: number | null;
  /** How many more it takes. */
  free: number;
  /** Everybody who sits there, or is to. */
  people: readonly { id: string; level: Level | null; employer: string | null }[];
};

export type Match = {
  circles: { people: string[]; language: string; pace: Pace; start: number; second: number | null }[];
  seats: { circleId: string; person: string }[];
};

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
  const line = lineUp(people, blocks);
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
      ...(pace === "twice" ? soonestTwo(common, now) : { start: soonest(common, now), second: null }),
    })),
    seats,
  };
}

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
  const apart = new Map<string, Set<string>>();
  for (const [one, other] of blocks) {
    apart.set(one, (apart.get(one) ?? new Set()).add(other));
    apart.set(other, (apart.get(other) ?? new Set()).add(one));
  }
  const open = circles.map((circle) => ({ ...circle, people: [...circle.people] }));
  const byBucket = Map.groupBy(open, ({ pace, language }) => `${pace} ${language}`);
  for (const one of line) {
    const places = one.languages.flatMap((language) => byBucket.get(`${one.pace} ${language}`) ?? []);
    const place = places.find(
      ({ id, free, start, second, people }) =>
        free > 0 &&
        has(one.free, start) &&
        (second === null || has(one.free, second)) &&
        !one.notIn.includes(id) &&
        levelsFit(one.level, people) &&
        people.every(
          (other) =>
            other.id !== one.id &&
            (one.employer === null || one.employer !== other.employer) &&
            !apart.get(one.id)?.has(other.id),
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
