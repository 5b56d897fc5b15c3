import "server-only";
import { addDays, columnOf, dayIn, dayOf } from "@/lib/dates";
import { asSystem, type Db } from "@/lib/db";
import { derivedId } from "@/lib/derived-id";
import { eachInTurn } from "@/lib/jobs/each-in-turn";
import { rhythms, turnIn, weekNow, weekOf } from "@/lib/roles/rules";

/*
 * When a week of a circle's schedule begins, its roles go to whose turn it is. Each circle is turned in a transaction
 * of its own, which notes the week: whoever does it twice, or at once, finds it done. A worker that stood still for
 * weeks catches up with the week that it is now.
 */

const CIRCLES_AT_ONCE = 200;

/**
 * Turns every circle's roles that is due, and sees to it that every circle is held.
 *
 * @throws in the end, where a circle could not be turned just now. That keeps no other.
 */
export async function turnRoles(now = new Date()): Promise<void> {
  const troubles: unknown[] = [];
  for (const list of [listDue, listUnheld]) {
    await eachInTurn(
      (db, after) => list(db, now, after),
      (db, id) => turnCircle(db, id, now),
    ).catch((trouble) => troubles.push(trouble));
  }
  if (troubles.length > 0) throw troubles[0];
}

/** Circles whose week is over anywhere on earth, or nearly. */
async function listDue(db: Db, now: Date, after?: string): Promise<string[]> {
  const rows = await db.rotation.findMany({
    where: {
      every: { gt: 0 },
      turnedOn: { lte: columnOf(addDays(dayIn("UTC", now), -6)) },
      ...(after && { circleId: { gt: after } }),
    },
    select: { circleId: true },
    orderBy: { circleId: "asc" },
    take: CIRCLES_AT_ONCE,
  });
  return rows.map(({ circleId }) => circleId);
}

/** Circles of two or more where nobody holds it or nobody stands beside who does, as the version before left them. */
async function listUnheld(db: Db, _now: Date, after?: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select circle_id as id from memberships
    where left_at is null and paused_at is null and (${after ?? null}::uuid is null or circle_id > ${after ?? null}::uuid)
    group by circle_id
    having count(*) >= 2
      and (count(*) filter (where role = 'facilitator') <> 1 or count(*) filter (where role = 'cofacilitator') = 0)
    order by circle_id limit ${CIRCLES_AT_ONCE}`;
  return rows.map(({ id }) => id);
}

async function turnCircle(db: Db, circleId: string, now: Date): Promise<void> {
  await db.$queryRaw`select from circles where id = ${circleId}::uuid for no key update`;
  await giveTurns(db, circleId, now);
  await db.$queryRaw`select app.keep_held(${circleId}::uuid)::text`;
}

async function giveTurns(db: Db, circleId: string, now: Date): Promise<void> {
  const [circle, stored, members] = [
    await db.circle.findUnique({ where: { id: circleId }, select: { timeZone: true } }),
    await db.rotation.findUnique({ where: { circleId } }),
    await db.membership.findMany({
      where: { circleId, leftAt: null, pausedAt: null },
      select: { userId: true, seat: true, role: true, keepsTimeSince: true },
    }),
  ];
  const every = rhythms.find((weeks) => weeks === stored?.every);
  if (!circle || !stored || !every) return;
  const rotation = { every, startsOn: dayOf(stored.startsOn), seat: stored.seat };
  const week = weekNow(rotation, dayIn(circle.timeZone, now));
  if (week <= dayOf(stored.turnedOn)) return;

  const people = members.map((member) => ({ ...member, seat: member.seat ?? 0 }));
  const swaps = await db.turnSwap.findMany({
    where: { circleId, weekOn: columnOf(week) },
    select: { role: true, takenById: true },
  });
  const given = weekOf(
    people,
    rotation,
    swaps.map((swap) => ({ ...swap, weekOn: week })),
    week,
  );
  const turn = turnIn(people, rotation, week);
  const weeks = Math.round((columnOf(week).getTime() - columnOf(rotation.startsOn).getTime()) / 604_800_000);
  await db.rotation.updateMany({
    where: { circleId },
    data: {
      turnedOn: columnOf(week),
      // Those after it follow from whose turn it is by order, whoever stands in for them.
      ...(turn && { seat: turn.seat, startsOn: columnOf(addDays(week, -7 * (weeks % every))) }),
    },
  });
  await db.turnSwap.deleteMany({ where: { circleId, weekOn: { lt: columnOf(week) } } });
  await settle(db, circleId);
  if (!given) return;

  const { facilitator, timekeeper } = given;
  const before = people.find(({ role }) => role === "facilitator");
  const isBeside = people.some(
    ({ role, userId }) => role === "cofacilitator" && userId !== facilitator.userId,
  );
  if (before?.userId !== facilitator.userId) {
    // Whoever held it stays beside the next one where nobody else does: they know how it goes.
    await setRole(db, circleId, before?.userId, isBeside ? "member" : "cofacilitator");
    await setRole(db, circleId, facilitator.userId, "facilitator");
    await nudge(db, circleId, facilitator.userId, "turn-to-hold", week);
  }
  if (timekeeper && !timekeeper.keepsTimeSince) {
    await db.membership.updateMany({
      where: { circleId, keepsTimeSince: { not: null } },
      data: { keepsTimeSince: null },
    });
    await db.membership.updateMany({
      where: { circleId, userId: timekeeper.userId },
      data: { keepsTimeSince: now },
    });
    await nudge(db, circleId, timekeeper.userId, "turn-to-keep-time", week);
  }
}

async function setRole(
  db: Db,
  circleId: string,
  userId: string | undefined,
  role: "facilitator" | "cofacilitator" | "member",
): Promise<void> {
  if (userId) await db.membership.updateMany({ where: { circleId, userId }, data: { role } });
}

/** What was said about the turns before has had its time. */
async function settle(db: Db, circleId: string): Promise<void> {
  await db.nudge.updateMany({
    where: { circleId, kind: { in: ["turn-to-hold", "turn-to-keep-time"] }, doneAt: null },
    data: { doneAt: new Date() },
  });
}

async function nudge(
  db: Db,
  circleId: string,
  userId: string,
  kind: "turn-to-hold" | "turn-to-keep-time",
  week: string,
): Promise<void> {
  const about = derivedId(circleId, `${kind} ${week}`);
  await db.$queryRaw`select app.nudge(${userId}::uuid, ${kind}, ${circleId}::uuid, ${about}::uuid)`;
}

/** Asks those whose twelve weeks come to their end, once a term. */
export async function askAboutTerms(): Promise<void> {
  await asSystem((db) => db.$queryRaw`select app.ask_about_terms()`);
}
