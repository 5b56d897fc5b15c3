import "server-only";
import type { JobResult } from "pg-boss";
import { sameLanguage } from "@/lib/circles/known-language";
import { type Meeting, momentsOf, nextOf } from "@/lib/circles/rules";
import { asSystem, type Db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/client";
import { freshId } from "@/lib/ids";
import { slotAt } from "@/lib/matching/half-hours";
import { meetingAt, startsOf } from "@/lib/matching/hours";
import type { Person } from "@/lib/matching/line";
import { LARGEST, type Match, match, type OpenCircle } from "@/lib/matching/match";
import { expiresAt, nameOf } from "@/lib/matching/rules";

/*
 * Whoever waits for a circle is looked at together with everybody else who does: at once when somebody arrives, and
 * each hour. What comes of it are proposals, and a nudge for each. Nothing is held meanwhile, so that nobody who
 * presses something waits for it: what has changed by the time it is written is left out, and looked at again in the
 * next run or when somebody answers. It can be done any number of times, and by two workers at once.
 */

/** So many circles are written in one transaction. */
const AT_ONCE = 100;

/** Another run is done sooner or later, and the next hour looks again anyway. */
const MOST_TIMES = 3;

/** However many arrived, they are looked at together. */
export async function findCirclesFor(jobs: { id: string }[]): Promise<JobResult[]> {
  await findCircles();
  return jobs.map(({ id }) => ({ id, status: "completed" }));
}

/** Looks once more where another run had put some of the same people together. */
export async function findCircles(): Promise<void> {
  for (let times = 0; times < MOST_TIMES; times++) if (await findSome()) return;
}

/** @returns whether all of what was found could be proposed. */
async function findSome(): Promise<boolean> {
  const now = new Date();
  await asSystem((db) => db.$executeRaw`select app.end_old_proposals()`);
  const people = await asSystem((db) => listWaiting(db, now));
  if (people.length === 0) return true;
  const open = await asSystem((db) => listOpen(db, now));
  const circles = open.map(({ circle }) => circle);
  const blocks = await asSystem((db) => listBlocks(db, people, circles));
  const found = match(people, circles, blocks, now.getTime());
  const joins = offered(found, open, now);
  let isWhole = await propose(joins, [
    ...new Set(joins.flatMap(({ id, circleId }) => (circleId ? [] : [id]))),
  ]);
  const byId = new Map(people.map((person) => [person.id, person]));
  for (let from = 0; from < found.circles.length; from += AT_ONCE) {
    const some = found.circles.slice(from, from + AT_ONCE);
    const isMade = await propose(some.flatMap((circle) => proposed(circle, now, byId)));
    isWhole &&= isMade;
  }
  return isWhole;
}

type Row = Told & { userId: string; expiresAt: Date };

/**
 * Whoever waits no longer, or has got another proposal meanwhile, is left out, and so is whoever would come to one that
 * is over by now. Where fewer than four are left of a new one it is over at once, and nobody hears of it.
 *
 * @param joined what was proposed to others before: what is said of their fields has to be true of whoever comes, too.
 * @returns whether everybody was proposed what was found for them.
 */
async function propose(proposals: Row[], joined: string[] = []): Promise<boolean> {
  if (proposals.length === 0) return true;
  const fresh = new Set(
    proposals.flatMap(({ id, circleId }) => (circleId || joined.includes(id) ? [] : [id])),
  );
  const told = await asSystem(async (db) => {
    // All of it in one order, so that two workers never wait for each other.
    await db.$queryRaw`
      select 1 from proposals where id = any (${joined}::uuid[]) order by id, user_id for update`;
    await db.$executeRaw`
      insert into proposals (user_id, id, circle_id, name, purpose, language, pace, meeting_day, meeting_time,
                             second_meeting_day, second_meeting_time, time_zone, fields, expires_at)
      select t."userId", t.id, t."circleId", t.name, t.purpose, t.language, t.pace, t."meetingDay",
             t."meetingTime", t."secondMeetingDay", t."secondMeetingTime", t."timeZone", t.fields, t."expiresAt"
      from jsonb_to_recordset(${JSON.stringify(proposals)}::jsonb) as t
        ("userId" uuid, id uuid, "circleId" uuid, name text, purpose text, language text, pace pace,
         "meetingDay" smallint, "meetingTime" text, "secondMeetingDay" smallint, "secondMeetingTime" text,
         "timeZone" text, fields smallint, "expiresAt" timestamptz)
      join waits w on w.user_id = t."userId" and w.since is not null
      where (t.id <> all (${joined}::uuid[])
             or exists (select from proposals o where o.id = t.id and o.ended_at is null and o.circle_id is null))
        and (t."circleId" is null
             or exists (select from circles c where c.id = t."circleId" and c.matched_at is not null))
      order by t."userId"
      on conflict do nothing`;
    await db.$executeRaw`select app.end_small_proposal(id) from unnest(${[...fresh].toSorted()}::uuid[]) id`;
    await db.$executeRaw`select app.count_fields(id) from unnest(${joined.toSorted()}::uuid[]) id`;
    return db.$executeRaw`
      insert into nudges (user_id, kind, about_id)
      select p.user_id, 'proposal', p.id
      from jsonb_to_recordset(${JSON.stringify(proposals)}::jsonb) as t ("userId" uuid, id uuid)
      join proposals p on p.user_id = t."userId" and p.id = t.id and p.ended_at is null
      on conflict do nothing`;
  });
  return told === proposals.length;
}

type Waiting = Person & { timeZone: string };

/** Who may be proposed a circle now: they wait, nothing is proposed to them, and they have room for one. */
async function listWaiting(db: Db, now: Date): Promise<Waiting[]> {
  const rows = await db.$queryRaw<(Omit<Waiting, "starts" | "since"> & { hours: string[]; since: Date })[]>`
    select w.user_id as id, w.time_zone as "timeZone", w.languages, w.hours, w.level::text as level, w.field,
           w.pace::text as pace, w.need::text as need, encode(w.employer_mark, 'hex') as employer,
           w.can_hold as "canHold", w.since,
           array(select m.circle_id::text from memberships m where m.user_id = w.user_id
                 union select unnest(array[p.id, p.circle_id])::text from proposals p where p.user_id = w.user_id)
             as "notIn"
    from waits w join users u on u.id = w.user_id
    where w.since is not null and w.silent_at is null and (w.rests_until is null or w.rests_until <= ${now})
      and u.verified_at is not null and u.leaves_at is null
      and (u.suspended_until is null or u.suspended_until <= ${now})
      and not exists (select from proposals p where p.user_id = w.user_id and p.ended_at is null)
      and (select count(*) from memberships m where m.user_id = w.user_id and m.left_at is null) < 3`;
  const kept = new Map<string, number[]>();
  return rows.map(({ hours, since, ...row }) => ({
    ...row,
    since: since.getTime(),
    starts: startsOf(hours, row.timeZone, now, kept),
  }));
}

type Told = Omit<Prisma.ProposalCreateManyInput, "userId" | "expiresAt" | keyof Meeting> & Meeting;
type Open = { circle: OpenCircle; told: Told };

/** Circles that offer seats, and those that are proposed and have room yet: the longest offered first. */
async function listOpen(db: Db, now: Date): Promise<Open[]> {
  const rows = await db.$queryRaw<
    (Omit<Told, "id" | "circleId"> & {
      id: string;
      circleId: string | null;
      takes: number;
      people: OpenCircle["people"];
    })[]
  >`
    select p.id, null as "circleId", p.name, p.purpose, p.language, p.pace::text as pace,
           p.meeting_day as "meetingDay", p.meeting_time as "meetingTime",
           p.second_meeting_day as "secondMeetingDay", p.second_meeting_time as "secondMeetingTime",
           p.time_zone as "timeZone", p.fields,
           ${LARGEST}::integer as takes, min(p.created_at) as since,
           jsonb_agg(jsonb_build_object('id', p.user_id, 'level', w.level, 'employer', encode(w.employer_mark, 'hex')))
             as people
    from proposals p left join waits w on w.user_id = p.user_id
    where p.ended_at is null and p.circle_id is null
    group by p.id, p.name, p.purpose, p.language, p.pace, p.meeting_day, p.meeting_time, p.second_meeting_day,
             p.second_meeting_time, p.time_zone, p.fields
    union all
    select c.id, c.id, c.name, c.purpose, c.language, c.pace::text, c.meeting_day, c.meeting_time,
           c.second_meeting_day, c.second_meeting_time, c.time_zone, 0, c.takes_up_to, c.matched_at, s.people
    from circles c cross join lateral (
      select jsonb_agg(jsonb_build_object('id', one.user_id, 'level', w.level, 'employer', encode(w.employer_mark, 'hex')))
               as people
      from (select m.user_id from memberships m where m.circle_id = c.id and m.left_at is null
            union select p.user_id from proposals p where p.circle_id = c.id and p.ended_at is null) one
      left join waits w on w.user_id = one.user_id) s
    where c.matched_at is not null and c.takes_up_to is not null and s.people is not null
      -- Where everybody has left, nobody is there who could welcome somebody.
      and exists (select from memberships m where m.circle_id = c.id and m.left_at is null)
    order by since, id`;
  return rows
    .filter(({ takes, people }) => people.length < takes)
    .map(({ takes, people, ...row }) => ({ ...row, takes, people, language: sameLanguage(row.language) }))
    .map(({ takes, people, ...told }) => ({
      told: pick(told),
      circle: {
        id: told.id,
        language: told.language,
        pace: told.pace,
        ...slotsOf(told, now),
        free: takes - people.length,
        people,
      },
    }));
}

/** The half hours of the week at which a circle meets. */
function slotsOf(circle: Meeting, now: Date): { start: number; second: number | null } {
  const [start = 0, second = null] = momentsOf(circle).map((moment) => slotAt(nextOf(moment, now).getTime()));
  return { start, second };
}

/** What a proposal says of its circle. */
const pick = (row: Told): Told => ({
  id: row.id,
  circleId: row.circleId ?? null,
  name: row.name,
  purpose: row.purpose,
  language: row.language,
  pace: row.pace,
  meetingDay: row.meetingDay,
  meetingTime: row.meetingTime,
  secondMeetingDay: row.secondMeetingDay,
  secondMeetingTime: row.secondMeetingTime,
  timeZone: row.timeZone,
  fields: row.fields ?? 0,
});

/** Blocks between anybody who waits and anybody else who may come together with them. */
async function listBlocks(db: Db, people: Person[], circles: OpenCircle[]): Promise<[string, string][]> {
  const ids = [
    ...people.map(({ id }) => id),
    ...circles.flatMap((circle) => circle.people.map(({ id }) => id)),
  ];
  const rows = await db.$queryRaw<{ one: string; other: string }[]>`
    select b.user_id as one, b.blocked_id as other from blocks b
    where b.user_id = any (${ids}::uuid[]) and b.blocked_id = any (${ids}::uuid[])`;
  return rows.map(({ one, other }) => [one, other]);
}

/** One row for each who is to be in a new circle. */
function proposed(
  { people, language, pace, start, second }: Match["circles"][number],
  now: Date,
  byId: Map<string, Waiting>,
): Row[] {
  const id = freshId();
  const timeZone = mostCommon(people.flatMap((person) => byId.get(person)?.timeZone ?? []));
  const meeting = meetingAt(start, timeZone, now);
  const other = second === null ? null : meetingAt(second, timeZone, now);
  const known = people.flatMap((person) => byId.get(person)?.field || []);
  const circle = {
    id,
    name: nameOf(meeting.meetingDay, Number.parseInt(id.slice(-4), 16)),
    purpose: "People who look for work and keep each other company.",
    language,
    pace,
    timeZone,
    ...meeting,
    secondMeetingDay: other?.meetingDay ?? null,
    secondMeetingTime: other?.meetingTime ?? null,
    // Whoever would rather not say may look in any field.
    fields: known.length === people.length ? new Set(known).size : 0,
    expiresAt: expiresAt(now),
  };
  return people.map((userId) => ({ userId, ...circle }));
}

/** One row for each who gets a seat that is free. */
function offered({ seats }: Match, open: Open[], now: Date): Row[] {
  const byId = new Map(open.map((one) => [one.circle.id, one]));
  return seats.flatMap(({ circleId, person }) => {
    const found = byId.get(circleId);
    if (!found) return [];
    // A circle that is there may be proposed to somebody more than once: each time it is another proposal.
    const id = found.told.circleId ? freshId() : found.told.id;
    return [{ ...found.told, id, userId: person, expiresAt: expiresAt(now) }];
  });
}

function mostCommon(zones: string[]): string {
  const counted = Map.groupBy(zones, (zone) => zone);
  return [...counted].sort(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? "UTC";
}
