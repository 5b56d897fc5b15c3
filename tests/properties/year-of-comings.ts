import type { Client } from "pg";
import { asMember, asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { findCircles } from "@/lib/jobs/find-circles";
import { listCircle, unlistCircle } from "@/lib/listings/actions";
import { acceptProposal, lookForCircle, waitLonger } from "@/lib/matching/actions";
import { rows } from "../database/connect";
import type { Member } from "../factories";
import { aLanding, aMeeting } from "../factories-of-circles";
import { aDecision, aModerator, aReport } from "../factories-of-safety";
import { submit } from "../people";

/* How people come to circles and are heard in them, beside posts and invitations; and how moderators let some rest. */

export type Person = Member & {
  number: number;
  /** They say nothing but in meetings. */
  onlyMeets: boolean;
  /** So many days more in which they do nothing at all. */
  away: number;
};

export type Seat = {
  circleId: string;
  /** As circles are numbered: the older first. */
  circle: number;
  person: Person;
  alias: string;
  role: string;
  paused: boolean;
  asked: boolean;
};

export type World = {
  admin: Client;
  people: Person[];
  circles: { id: string }[];
  likely: (share: number) => boolean;
  one: <T>(of: T[]) => T | undefined;
  note: (what: string) => void;
};

const here = ({ away }: Person) => away === 0;

/** Some look for a circle, some circles offer seats, and whoever is proposed one says yes or no. */
export async function lookForCircles({ admin, people, circles, likely, one, note }: World, seats: Seat[]) {
  const held = seats.filter(({ role, person }) => role === "facilitator" && here(person));
  const holder = one(held);
  if (holder && likely(0.3)) {
    const { circleId, person } = holder;
    const form = { circleId, words: "Between jobs.", takesUpTo: 6, isShown: true };
    if (likely(0.7)) await submit(person, listCircle, { ...form, isMatched: true });
    else await submit(person, unlistCircle, { circleId });
    note("offered seats, or no more");
  }
  const seeker = one(people.filter(here));
  if (seeker && likely(0.6)) {
    const wait = { languages: ["English"], hours: ["4-evening"], level: "mid", pace: "weekly", need: "both" };
    await submit(seeker, lookForCircle, { ...wait, timeZone: seeker.timeZone, alias: seeker.name });
  }
  await findCircles();
  const asked = await rows<{ id: string; userId: string }>(
    admin,
    `select id, user_id as "userId" from proposals where ended_at is null and accepted_at is null`,
  );
  for (const person of people.filter(here)) {
    const proposal = asked.find(({ userId }) => userId === person.id);
    if (!proposal || !likely(0.6)) continue;
    const proposalId = proposal.id;
    if (likely(0.1)) await submit(person, waitLonger, { proposalId });
    else {
      const said = await submit(person, acceptProposal, { proposalId, alias: person.name, agreed: true });
      note(`proposal ${said.status === "went" ? said.to.replace(/[\da-f-]{36}/, "seated") : said.status}`);
    }
  }
  const known = new Set(circles.map(({ id }) => id));
  const opened = await rows<{ id: string }>(admin, `select id from circles where id = any ($1)`, [
    [...new Set(asked.map(({ id }) => id))],
  ]);
  for (const { id } of opened) if (!known.has(id)) circles.push({ id });
}

/** A circle meets, and whoever is there has their turn. */
export async function meet({ circles, likely, note }: World, seats: Seat[]): Promise<void> {
  for (const { id } of circles) {
    const there = seats.filter(({ circleId, person, paused }) => circleId === id && here(person) && !paused);
    const [opener] = there;
    if (!opener || !likely(1 / 7)) continue;
    const meeting = await aMeeting(opener.person, { id });
    await asMember(opener.person.id, (db) =>
      db.attendance.updateMany({
        where: {
          circleId: id,
          meetingId: meeting.id,
          memberId: { in: there.map(({ person }) => person.id) },
        },
        data: { hadTurnAt: new Date() },
      }),
    );
    note("met");
  }
}

/** Somebody found something; somebody who had comes back. */
export async function land({ admin, people, likely, one, note }: World, seats: Seat[]): Promise<void> {
  const lander = one(seats.filter(({ person }) => here(person)));
  if (lander && likely(1 / 20)) {
    await aLanding(lander.person, { id: lander.circleId });
    note("landed");
  }
  if (!likely(1 / 20)) return;
  const landed = await rows<{ circleId: string; userId: string }>(
    admin,
    `select circle_id as "circleId", user_id as "userId" from landings order by landed_at`,
  );
  const back = landed.find(({ userId }) => people.some((person) => person.id === userId && here(person)));
  if (!back) return;
  const [answer] = await asMember(
    back.userId,
    (db) => db.$queryRaw<{ said: string }[]>`select app.return_to_circle(${back.circleId}::uuid) as said`,
  );
  note(`returned ${answer?.said}`);
}

/** Moderators let somebody rest for a week, most of all who holds a circle. */
export async function letRest({ likely, one, note }: World, seats: Seat[], moderator: Member): Promise<void> {
  if (!likely(1 / 15)) return;
  const reported = one(seats.filter(({ role }) => role !== "member")) ?? one(seats);
  const reporter = one(
    seats.filter(({ circleId, person }) => circleId === reported?.circleId && person !== reported?.person),
  );
  if (!reported || !reporter) return;
  // Another thing each time: the same one is reported once.
  const thing = { circleId: reported.circleId, id: freshId() };
  const about = { about: "alias", reportedId: reported.person.id } as const;
  const report = await aReport(reporter.person, thing, about);
  await aDecision(moderator, report, "suspend", new Date(Date.now() + 7 * 86_400_000));
  const person = await asSystem((db) => db.user.findUnique({ where: { id: reported.person.id } }));
  if (!person?.suspendedUntil) return;
  reported.person.away = Math.max(reported.person.away, 8);
  note("was let rest");
}

export const theModerator = () => aModerator({ name: "Curlew" });
