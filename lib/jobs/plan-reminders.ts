import "server-only";
import { addDays, dayOf, startsOfDays } from "@/lib/dates";
import { asSystem, type Db } from "@/lib/db";
import { listCameDue, noteCameDue, type Thing } from "@/lib/jobs/came-due";
import type { Planned } from "@/lib/jobs/deliver-reminders";
import { clocksDue, type Due, listDue, listWishes, stretches } from "@/lib/jobs/due-members";
import { enqueueAll } from "@/lib/queue";
import { QUIET_SUBJECT } from "@/lib/reminders/letters";
import { type PlannedKind, plannedKinds } from "@/lib/reminders/rules";

/*
 * The mails that members asked for (lib/reminders/rules.ts), every few minutes. Each is a row of a member, a kind and a
 * day, written in the transaction that queues it: one mail, wherever this stops, however often it runs, and however
 * many workers do it at once. It goes by sets of people, since on a Sunday evening it may be everybody.
 */

/** Further back than that no digest goes: it is about what came since the last one. */
const DAYS_OF_DIGEST = 9;

/** @throws in the end, where some could not be planned just now. That keeps no others. */
export async function planReminders(now = new Date()): Promise<void> {
  const troubles: unknown[] = [];
  const wishes = await asSystem(listWishes);
  for (const kind of plannedKinds) {
    const clocks = clocksDue(kind, wishes, now);
    if (clocks.length === 0) continue;
    for await (const stretch of stretches())
      await asSystem(async (db) => plan(db, kind, await listDue(db, kind, clocks, stretch), now)).catch(
        (trouble) => troubles.push(trouble),
      );
  }
  if (troubles.length > 0) throw troubles[0];
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
  await noteCameDue(
    db,
    queued.flatMap(({ about = [] }) => about),
    new Date(),
  );
  await enqueueAll(
    db,
    "remind",
    queued.map(({ about: _, ...mail }) => mail),
    QUIET_SUBJECT,
  );
}

/** With what has come due, which the mail does not say. */
type Plan = Planned & { about?: Thing[] };

const planOf: Record<PlannedKind, (db: Db, due: Due[], now: Date) => Promise<Plan[]>> = {
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
    const things = Map.groupBy(await listCameDue(db, due), ({ userId }) => userId);
    return due.flatMap(({ userId, day }): Plan[] => {
      const about = things.get(userId) ?? [];
      return about.length > 0 ? [{ userId, day, kind: "follow_ups", due: about.length, about }] : [];
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
