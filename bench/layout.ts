import { v7 } from "uuid";
import { chanceFrom } from "../e2e/faults/chance.ts";

/** Who and how much there is. The rest comes in proportion. */
export type Counts = { members: number; circles: number; posts: number; encouragements: number };

export const DAY = 86_400_000;
const YEARS = 3 * 365 * DAY;

/** A member, and since how many days they log something here. Whoever is devoted does so many times a day. */
export type Member = {
  isDevoted: boolean;
  index: number;
  id: string;
  sessionId: string;
  email: string;
  name: string;
  joinedAt: number;
  days: number;
  goals: { id: string; createdAt: number; finishedAt: number | null }[];
};

export type Seat = {
  member: Member;
  alias: string;
  role: "facilitator" | "cofacilitator" | "member";
  /** Null for who has left. */
  seat: number | null;
  joinedAt: number;
};

export type Circle = { id: string; openedAt: number; posts: number; seats: Seat[] };

/** Everybody and every circle. What they wrote is made while it is loaded. */
export type Layout = { counts: Counts; began: number; now: number; members: Member[]; circles: Circle[] };

const names =
  `Juniper Heron Wren Alder Marten Sorrel Tern Bracken Linnet Rowan Fern Plover Hazel Otter Siskin Yarrow
  Dunlin Aspen Teal Clover`.split(/\s+/);

/** Seven people in most, and between four and eight in all. */
const people = [7, 8, 6, 7, 8, 4];
const SEATS = 8;
/** For so long somebody ordinary has been logging things. */
export const ORDINARY_DAYS = 70;

// The circles stand in the order of how much was said in them. The one in the middle is where the veteran
// and the newcomer sit beside somebody ordinary, and whoever is devoted; the first one is the largest.
export function layOut(counts: Counts, now: number): Layout {
  const began = now - YEARS;
  const posts = shareOut(counts.posts, counts.circles);
  const members: Member[] = [];
  const circles = posts.map((posts, index): Circle => {
    const openedAt = began + (index / counts.circles) * 7 * DAY;
    const size = Math.min(people[index % people.length] as number, counts.members - members.length);
    const middle = index === middleOf(counts);
    const seats = Array.from({ length: size }, (_, place): Seat => {
      const isNew = place === NEWCOMER && (middle || index % 10 === 4);
      const isDevoted = middle && place === DEVOTED;
      const isVeteran = middle ? place === VETERAN || isDevoted : place === 2 && index % 15 === 0;
      const years = place < 4 || isVeteran ? 0 : ((place - 3) / SEATS) * YEARS;
      const joinedAt = isNew ? now - DAY : openedAt + years + place * 60_000;
      const days = isNew ? 1 : isVeteran ? YEARS / DAY : ORDINARY_DAYS;
      const name = names[(index * 3 + place) % names.length] as string;
      const member = { ...aMember(members.length, name, joinedAt, days, now), isDevoted };
      members.push(member);
      const role = place === 0 ? "facilitator" : place === 1 && index % 2 === 0 ? "cofacilitator" : "member";
      return { member, alias: name, role, seat: place + 1, joinedAt };
    });
    return { id: idAt(openedAt, "circle", index), openedAt, posts, seats };
  });
  while (members.length < counts.members) {
    const name = names[members.length % names.length] as string;
    members.push(aMember(members.length, name, now - 30 * DAY, 0, now));
  }
  // Some sit in two circles, and each circle remembers somebody who left.
  const alone = circles.map((circle) => [...circle.seats]);
  circles.forEach((circle, index) => {
    const alias = (place: number) => names[(index * 3 + place) % names.length] as string;
    const guest = alone.at(index - 1)?.[2];
    const former = alone.at(index - 3)?.[0];
    const joinedAt = circle.openedAt + 30 * DAY;
    const both = { role: "member", joinedAt } as const;
    if (guest && circle.seats.length < SEATS) {
      circle.seats.push({ ...both, member: guest.member, alias: alias(8), seat: circle.seats.length + 1 });
    }
    if (former) circle.seats.push({ ...both, member: former.member, alias: alias(9), seat: null });
  });
  return { counts, began, now, members, circles };
}

/** Their places in the circle in the middle. */
export const [VETERAN, DEVOTED, NEWCOMER] = [4, 5, 6];
export const middleOf = ({ circles }: Counts) => Math.floor(circles / 2);

/** How much is said in each circle: the same in the middle whatever the size, and 20 times as much in the first. */
function shareOut(posts: number, circles: number): number[] {
  const weights = Array.from({ length: circles }, (_, index) => {
    const off = 1 - index / Math.floor(circles / 2);
    return off > 0 ? 1 + 19 * off ** 8 : 1 + 0.8 * off;
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let [weight, given] = [0, 0];
  return weights.map((one) => {
    weight += one;
    const share = Math.round((posts * weight) / all) - given;
    given += share;
    return share;
  });
}

function aMember(index: number, name: string, joinedAt: number, days: number, now: number): Member {
  const since = now - days * DAY;
  const finished = days < ORDINARY_DAYS ? 0 : Math.round(days / 60);
  const going = days === 0 ? 0 : days === 1 ? 1 : 3;
  return {
    isDevoted: false,
    index,
    id: idAt(joinedAt, "member", index),
    sessionId: idAt(now - DAY, "session", index),
    email: `member-${index}@bench.example`,
    name,
    joinedAt,
    days,
    goals: Array.from({ length: going + finished }, (_, goal) => ({
      id: idAt(since, "goal", index * 64 + goal),
      createdAt: since,
      finishedAt: goal < going ? null : since + ((goal - going + 0.5) / finished) * days * DAY,
    })),
  };
}

const kinds = [
  "circle",
  "member",
  "session",
  "goal",
  "post",
  "reply",
  "setback",
  "effort",
  "pause",
  "win",
  "event",
  "experiment",
] as const;

const random = new Uint32Array(4);

/** The id of the so-manieth thing of a kind: a UUIDv7 of its moment, and the same in every world. */
export function idAt(moment: number, kind: (typeof kinds)[number], index: number): string {
  const chance = chanceFrom(index * kinds.length + kinds.indexOf(kind));
  for (let word = 0; word < random.length; word++) random[word] = chance.next() * 2 ** 32;
  return v7({ msecs: Math.floor(moment), random: new Uint8Array(random.buffer) });
}
