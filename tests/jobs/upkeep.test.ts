import { subDays } from "date-fns";
import { afterAll, describe, expect, test } from "vitest";
import { eraseUnused } from "@/lib/accounts/erase-member";
import { asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { clearAway, clearUnused, eraseLeavers, forgetExpired, UPKEEP } from "@/lib/jobs/upkeep";
import { connected, rows } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { aCircle, aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aGoal, anEffort, aWin } from "../factories-of-goals";
import { aSetback } from "../factories-of-setbacks";
import { aPlannedStep, aWish } from "../factories-of-weeks";
import { as } from "../people";

// Every row there is has its time here, and other tests have old rows of their own.
afterAll(await moveToScratchDatabase());

/** Lets time pass for one row. */
const age = (table: string, column: string, id: string, days: number) =>
  connected("admin", (admin) =>
    admin.query(`update ${table} set ${column} = now() - $2 * interval '1 day' where id = $1`, [id, days]),
  );

const exists = async (table: string, column: string, value: unknown): Promise<boolean> =>
  connected(
    "admin",
    async (admin) => (await rows(admin, `select from ${table} where ${column} = $1`, [value])).length > 0,
  );

test("what was deleted goes for good after 30 days, with all that hangs on it, and nothing else does", async () => {
  const juniper = await aMember();
  const [old, young, kept] = [await aGoal(juniper), await aGoal(juniper), await aGoal(juniper)];
  await anEffort(juniper, old);
  const [setback, win] = [await aSetback(juniper, { feelings: { sad: 3 } }), await aWin(juniper)];
  await age("goals", "deleted_at", old.id, 31);
  await age("goals", "deleted_at", young.id, 29);
  await age("setbacks", "deleted_at", setback.id, 31);
  await age("wins", "deleted_at", win.id, 31);
  const [step, wish] = [await aPlannedStep(juniper), await aWish(juniper)];
  await age("planned_steps", "deleted_at", step.id, 31);
  await age("wishes", "deleted_at", wish.id, 31);

  await clearAway();

  expect(await exists("goals", "id", old.id)).toBe(false);
  expect(await exists("efforts", "goal_id", old.id)).toBe(false);
  expect(await exists("setbacks", "id", setback.id)).toBe(false);
  expect(await exists("feelings", "setback_id", setback.id)).toBe(false);
  expect(await exists("wins", "id", win.id)).toBe(false);
  expect(await exists("planned_steps", "id", step.id)).toBe(false);
  expect(await exists("wishes", "id", wish.id)).toBe(false);
  expect(await exists("goals", "id", young.id)).toBe(true);
  expect(await exists("goals", "id", kept.id)).toBe(true);
});

test("a draft rests for half a year and no longer", async () => {
  const juniper = await aMember();
  const draft = (key: string, days: number) => ({
    userId: juniper.id,
    key,
    values: {},
    typedAt: new Date(),
    savedAt: subDays(new Date(), days),
  });
  await as(juniper, ({ db }) => db.draft.createMany({ data: [draft("setback", 179), draft("win", 181)] }));
  await clearAway();
  expect(await as(juniper, ({ db }) => db.draft.findMany({ select: { key: true } }))).toEqual([
    { key: "setback" },
  ]);
});

test("who asked to be deleted goes when their week is over, and nobody else does", async () => {
  const [gone, going, staying] = [await aMember(), await aMember(), await aMember()];
  await age("users", "leaves_at", gone.id, 0.001);
  await age("users", "leaves_at", going.id, -1);
  await eraseLeavers();
  expect(await exists("users", "id", gone.id)).toBe(false);
  expect(await exists("users", "id", going.id)).toBe(true);
  expect(await exists("users", "id", staying.id)).toBe(true);
});

test("those who cannot be erased just now keep nobody else, however many they are", async () => {
  const stuck = await Promise.all(Array.from({ length: 101 }, () => aMember()));
  const last = await aMember();
  await connected("admin", async (admin) => {
    await admin.query("update users set leaves_at = now() - interval '1 day' where id = any ($1)", [
      stuck.map(({ id }) => id),
    ]);
    await age("users", "leaves_at", last.id, 0);
    await admin.query(`
      create function stuck() returns trigger language plpgsql as $$ begin raise 'stuck'; end $$;
      create trigger stuck before delete on users for each row when (old.id <> '${last.id}') execute function stuck()`);
    await expect(eraseLeavers()).rejects.toThrow("stuck");
    await admin.query("drop trigger stuck on users; drop function stuck()");
  });
  expect(await exists("users", "id", last.id)).toBe(false);
  expect(await exists("users", "id", stuck[0]?.id)).toBe(true);
});

describe("an account that nobody confirmed", () => {
  /** Opened so many days ago, and not seen since. */
  async function anAccount(days: number, { verified = false } = {}) {
    const member = await aMember({ verified });
    await age("users", "created_at", member.id, days);
    await age("sessions", "seen_at", member.sessionId, days);
    return member;
  }
  const stays = async (member: Member) => {
    await clearUnused();
    return exists("users", "id", member.id);
  };

  test("nor used for thirty days, nor wrote anything in, is cleared away", async () => {
    expect(await stays(await anAccount(31))).toBe(false);
  });

  test("stays for thirty days, and as long as somebody comes", async () => {
    expect(await stays(await anAccount(29))).toBe(true);
    const visited = await anAccount(31);
    await age("sessions", "seen_at", visited.sessionId, 29);
    expect(await stays(visited)).toBe(true);
    expect(await stays(await anAccount(31, { verified: true }))).toBe(true);
  });

  test("stays where its member wrote anything, even if they deleted it, or sat in a circle", async () => {
    const holder = await aMember({ name: "Heron" });
    for (const live of [
      (member: Member) => aSetback(member),
      (member: Member) => aGoal(member),
      (member: Member) => aWin(member),
      (member: Member) => aPlannedStep(member),
      (member: Member) => aWish(member),
      (member: Member) => aDraft(member, "win", { body: ["I asked them."] }),
      async (member: Member) => age("goals", "deleted_at", (await aGoal(member)).id, 1),
      (member: Member) => aCircle(holder, [member]),
    ]) {
      const member = await anAccount(31);
      await live(member);
      expect(await stays(member)).toBe(true);
      expect(await asSystem((db) => eraseUnused(db, member.id))).toBe(false);
    }
  });
});

test("what opens nothing any more is forgotten", async () => {
  const juniper = await aMember();
  const ago = (days: number) => subDays(new Date(), days);
  const session = { userId: juniper.id, device: "Firefox on Linux", expiresAt: ago(-60) };
  const [live, ended, endedLately, resting] = [freshId(), freshId(), freshId(), freshId()];
  const [step, nextStep, parked] = [freshId(), freshId(), freshId()];
  await asSystem(async (db) => {
    await db.session.createMany({
      data: [
        { ...session, id: live },
        { ...session, id: ended, revokedAt: ago(31) },
        { ...session, id: endedLately, revokedAt: ago(29) },
        { ...session, id: resting, seenAt: ago(45) },
      ],
    });
    await db.signInStep.createMany({
      data: [
        { id: step, purpose: "second step", details: {}, expiresAt: ago(1) },
        { id: nextStep, purpose: "second step", details: {}, expiresAt: ago(-1) },
      ],
    });
    await db.parkedWords.createMany({ data: { id: parked, sealed: new Uint8Array(29), expiresAt: ago(1) } });
    await db.limit.createMany({
      data: [
        { key: step, expire: ago(1).getTime() },
        { key: nextStep, expire: ago(-1).getTime() },
      ],
    });
  });
  await forgetExpired();

  expect(await exists("sessions", "id", ended)).toBe(false);
  expect(await exists("sessions", "id", resting)).toBe(false);
  expect(await exists("sessions", "id", endedLately)).toBe(true);
  expect(await exists("sessions", "id", live)).toBe(true);
  expect(await exists("sign_in_steps", "id", step)).toBe(false);
  expect(await exists("sign_in_steps", "id", nextStep)).toBe(true);
  expect(await exists("parked_words", "id", parked)).toBe(false);
  expect(await exists("limits", "key", step)).toBe(false);
  expect(await exists("limits", "key", nextStep)).toBe(true);
});

test("everything that is done by the clock can be done twice", async () => {
  for (const { work } of Object.values(UPKEEP)) await work();
  for (const { work } of Object.values(UPKEEP)) await work();
});
