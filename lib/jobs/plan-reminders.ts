import "server-only";
import { addDays, type Day, dayOf, startsOfDays } from "@/lib/dates";
import { asSystem, type Db } from "@/lib/db";
import type { Planned } from "@/lib/jobs/deliver-reminders";
import { enqueueAll } from "@/lib/queue";
import { QUIET_SUBJECT } from "@/lib/reminders/letters";
import {
  type Choices,
  type Clock,
  clocksFor,
  hourOf,
  isQuiet,
  type PlannedKind,
  plannedKinds,
  type Quiet,
} from "@/lib/reminders/rules";

/*
 * The mails that members asked for (lib/reminders/rules.ts), every few minutes. Each is a row of a member, a kind and a
 * day, written in the transaction that queues it: one mail, wherever this stops, however often it runs, and however many
 * workers do it at once. It goes by sets of people, since on a Sunday evening it may be everybody.
 */

/** So many are looked at, and those of them for whom there is a mail planned, in one transaction each. */
const AT_ONCE = 500;

/** Further back than that no digest goes: it is about what came since the last one. */
const DAYS_OF_DIGEST = 9;

export type Due = { userId: string; day: Day; morning: Date; timeZone: string };

/** @throws in the end, where some could not be planned just now. That keeps no others. */
export async function planReminders(now = new Date()): Promise<void> {
  const troubles: unknown[] = [];
  const wishes = await asSystem(listWishes);
  for (const kind of plannedKinds) {
    const zones = new Set(wishes.flatMap((wish) => (wish[hourOf[kind]] === null ? [] : wish.timeZone)));
    const clocks = clocksFor(kind, [...zones], now).filter(({ timeZone, from, hour }) =>
      wishes.some((wish) => {
        const chosen = wish[hourOf[kind]];
        return wish.timeZone === timeZone && chosen !== null && chosen >= from && chosen <= hour;
      }),
    );
    if (clocks.length === 0) continue;
    let after = FIRST;
    do {
      const stretch: Stretch = await asSystem((db) => nextStretch(db, after));
      await asSystem(async (db) => plan(db, kind, await listDue(db, kind, clocks, stretch), now)).catch(
        (trouble) => troubles.push(trouble),
      );
      after = stretch.upTo;
    } while (after !== LAST);
  }
  if (troubles.length > 0) throw troubles[0];
}

/**
 * What anybody chose, and where: most of the time nothing is due by these, and nobody has to be looked at. Postgres is
 * not asked what time it is anywhere: it may know other zones.
 */
const listWishes = (db: Db) =>
  db.$queryRaw<(Choices & { timeZone: string })[]>`
    select distinct u.time_zone as "timeZone", s.evening_hour as "eveningHour", s.digest_hour as "digestHour",
           s.follow_up_hour as "followUpHour"
    from reminder_settings s join users u on u.id = s.user_id
    where s.paused_at is null and s.refused_at is null`;

/** Before and after every id there is. */
const FIRST = "00000000-0000-0000-0000-000000000000";
const LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** A stretch of members by their ids: after one, up to another. */
type Stretch = { after: string; upTo: string };

/** The next of those who chose anything, so many that one look at them stays a short one however many there are. */
async function nextStretch(db: Db, after: string): Promise<Stretch> {
  const [last] = await db.$queryRaw<{ userId: string }[]>`
    select user_id as "userId" from reminder_settings
    where user_id > ${after}::uuid order by user_id offset ${AT_ONCE - 1}::int limit 1`;
  return { after, upTo: last?.userId ?? LAST };
}

/** Those of a stretch for whom a kind of mail is due by their clocks. */
async function listDue(db: Db, kind: PlannedKind, clocks: Clock[], { after, upTo }: Stretch): Promise<Due[]> {
  const rows = await db.$queryRaw<(Quiet & { userId: string; clock: number })[]>`
    with clocks as (
      select * from jsonb_to_recordset(${JSON.stringify(clocks.map((clock, at) => ({ at, ...clock })))}::jsonb) as c
        (at int, "timeZone" text, day date, hour int, "from" int)
    ), had as materialized (
      -- Once for all of them: before Postgres knows how many there are, it would look through the table for each.
      select r.user_id, r.day from reminders r
      where r.user_id > ${after}::uuid and r.user_id <= ${upTo}::uuid and r.kind = ${kind}::reminder_kind
        and r.day >= (select min(day) from clocks)
    )
    select s.user_id as "userId", s.quiet_from as "quietFrom", s.quiet_until as "quietUntil", c.at as clock
    from reminder_settings s join users u on u.id = s.user_id join clocks c on c."timeZone" = u.time_zone
    where s.user_id > ${after}::uuid and s.user_id <= ${upTo}::uuid
      and case ${kind} when 'evening' then s.evening_hour when 'digest' then s.digest_hour
            else s.follow_up_hour end between c."from" and c.hour
      and not app.takes_no_reminders(u, s)
      and (s.user_id, c.day) not in (select user_id, day from had)`;
  return rows.flatMap(({ userId, clock, ...quiet }) => {
    const { day, hour, morning, timeZone } = clocks[clock] as Clock;
    return isQuiet(hour, quiet) ? [] : [{ userId, day, morning, timeZone }];
  });
}

/** Writes down for whom there is a mail, and queues it; whoever has one of that day already is left out. */
async function plan(db: Db, kind: PlannedKind, due: Due[], now: Date): Promise<void> {
  if (due.length === 0) return;
  const planned = await planOf[kind](db, due, now);
  const people = planned.map(({ userId }) => userId);
  const days = planned.map(({ day }) => day);
  const made = await db.$queryRaw<{ userId: string; day: Date }[]>`
    insert into reminders (user_id, kind, day, queued_at)
    select p.id, ${kind}::reminder_kind, p.day, ${now} from unnest(${people}::uuid[], ${days}::date[]) p (id, day)
    on conflict do nothing returning user_id as "userId", day`;
  const fresh = new Set(made.map(({ userId, day }) => `${userId} ${dayOf(day)}`));
  const queued = planned.filter(({ userId, day }) => fresh.has(`${userId} ${day}`));
  if (queued.length === 0) return;
  await note(db, queued, new Date());
  await enqueueAll(
    db,
    "remind",
    queued.map(({ about: _, ...mail }) => mail),
    QUIET_SUBJECT,
  );
}

/** With what a line under "Waiting for you" is about, which the mail does not say. */
export type Plan = Planned & { about?: { kind: string; id: string }[] };

export const planOf: Record<PlannedKind, (db: Db, due: Due[], now: Date) => Promise<Plan[]>> = {
  evening: async (_db, due) => due.map(({ userId, day }) => ({ userId, day, kind: "evening" })),

  digest: async (db, due, now) => {
    const rows = await db.$queryRaw<{ person: string; efforts: number; days: number; wins: number }[]>`
      select person, efforts, days, wins from app.weeks_in_numbers(
        ${due.map(({ userId }) => userId)}::uuid[], ${due.map(({ timeZone }) => timeZone)}::text[],
        ${JSON.stringify(morningsOf(due))}::jsonb, ${now})`;
    const numbers = new Map(rows.map(({ person, ...week }) => [person, week]));
    return due.map(({ userId, day }) => ({
      ...{ userId, day, kind: "digest" },
      week: numbers.get(userId) ?? { efforts: 0, days: 0, wins: 0 },
    }));
  },

  // Whoever has nothing due has no mail, and is looked at again while the hour lasts.
  follow_ups: async (db, due) => {
    const rows = await db.$queryRaw<{ person: string; about: string; isLetter: boolean }[]>`
      select person, about, is_letter as "isLetter" from app.follow_ups_due(
        ${due.map(({ userId }) => userId)}::uuid[], ${due.map(({ day }) => day)}::date[],
        ${due.map(({ morning }) => morning)}::timestamptz[])`;
    const things = Map.groupBy(rows, ({ person }) => person);
    return due.flatMap(({ userId, day }): Plan[] => {
      const theirs = things.get(userId) ?? [];
      const about = theirs.map((one) => ({
        kind: one.isLetter ? "letter-due" : "experiment-due",
        id: one.about,
      }));
      return theirs.length > 0 ? [{ userId, day, kind: "follow_ups", due: theirs.length, about }] : [];
    });
  },
};

/** Where the days begin that a digest can be about, zone by zone. */
const morningsOf = (due: Due[]) =>
  Object.fromEntries(
    due.map(({ timeZone, day }) => {
      const from = addDays(day, -DAYS_OF_DIGEST);
      return [timeZone, { from, mornings: startsOfDays(from, DAYS_OF_DIGEST + 2, timeZone) }];
    }),
  );

/** What has come due stands under "Waiting for you", too. */
export async function note(db: Db, plans: Plan[], mailedAt: Date | null): Promise<void> {
  const lines = plans.flatMap(({ userId, about = [] }) =>
    about.map(({ kind, id }) => ({ userId, kind, aboutId: id, mailedAt })),
  );
  if (lines.length > 0) await db.nudge.createMany({ data: lines, skipDuplicates: true });
}
