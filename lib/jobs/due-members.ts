import "server-only";
import type { Day } from "@/lib/dates";
import { asSystem, type Db } from "@/lib/db";
import {
  type Choices,
  type Clock,
  clocksFor,
  hourOf,
  isQuiet,
  type PlannedKind,
  type Quiet,
} from "@/lib/reminders/rules";

/*
 * For whom a mail of a kind is due just now: by the clocks first, where mostly it is nobody, and then by members, a
 * stretch of them at a time, since it may be everybody.
 */

/** So many are looked at, and those of them for whom there is a mail planned, in one transaction each. */
const AT_ONCE = 500;

/** A member for whom a mail is due, on which of their days, when that day began, and where. */
export type Due = { userId: string; day: Day; morning: Date; timeZone: string };

type Wish = Choices & { timeZone: string };

/**
 * What anybody chose, and where: most of the time nothing is due by these, and nobody has to be looked at. Postgres is
 * not asked what time it is anywhere: it may know other zones.
 */
export const listWishes = (db: Db) =>
  db.$queryRaw<Wish[]>`
    select distinct u.time_zone as "timeZone", s.evening_hour as "eveningHour", s.digest_hour as "digestHour",
           s.follow_up_hour as "followUpHour"
    from reminder_settings s join users u on u.id = s.user_id
    where s.paused_at is null and s.refused_at is null`;

/** The clocks on which some wish has its hour for a kind of mail. */
export function clocksDue(kind: PlannedKind, wishes: Wish[], now: Date): Clock[] {
  const chosen = wishes.flatMap(({ timeZone, [hourOf[kind]]: hour }) =>
    hour === null ? [] : { timeZone, hour },
  );
  const zones = new Set(chosen.map(({ timeZone }) => timeZone));
  return clocksFor(kind, [...zones], now).filter(({ timeZone, from, hour }) =>
    chosen.some((wish) => wish.timeZone === timeZone && wish.hour >= from && wish.hour <= hour),
  );
}

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

/** Everybody who chose anything, one stretch after another. */
export async function* stretches(): AsyncGenerator<Stretch> {
  let after = FIRST;
  do {
    const stretch: Stretch = await asSystem((db) => nextStretch(db, after));
    yield stretch;
    after = stretch.upTo;
  } while (after !== LAST);
}

/** Those of a stretch for whom a kind of mail is due by their clocks. */
export async function listDue(
  db: Db,
  kind: PlannedKind,
  clocks: Clock[],
  { after, upTo }: Stretch,
): Promise<Due[]> {
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
