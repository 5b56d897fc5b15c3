import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeLink } from "@/lib/accounts/mailed-links";
import { isResetOpen } from "@/lib/accounts/queries";
import { asSystem, prisma } from "@/lib/db";
import { saveDraft } from "@/lib/drafts/actions";
import { findDraft } from "@/lib/drafts/queries";
import { listGoals } from "@/lib/goals/queries";
import { freshId } from "@/lib/ids";
import { findSignedIn } from "@/lib/session";
import { saveSetback } from "@/lib/setbacks/actions";
import { hasFreshSetback } from "@/lib/setbacks/queries";
import { aMember } from "../factories";
import { aGoal, anEffort } from "../factories-of-goals";
import { as, browserOf, submit } from "../people";
import { requests } from "../request";
import { connected, rows } from "./connect";
import { moveToScratchDatabase } from "./scratch";

/* A Postgres that was given may keep any time zone of its own: a moment is the same moment in it. */

afterAll(await moveToScratchDatabase());

const hour = 3_600_000;
const isNow = (moment: Date | number | undefined) => Math.abs(Number(moment) - Date.now()) < hour / 4;

describe.each(["America/Los_Angeles", "Asia/Tokyo"])("in a Postgres of %s", (zone) => {
  beforeAll(async () => {
    const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
    await connected("admin", (admin) => admin.query(`alter database ${database} set timezone = '${zone}'`));
    // A connection keeps the zone that it began with: these begin anew.
    await prisma().$disconnect();
    delete (globalThis as { onwardPrisma?: unknown }).onwardPrisma;
    const [found] = await prisma().$queryRaw<{ zone: string }[]>`select current_setting('TimeZone') as zone`;
    expect(found).toEqual({ zone });
  });

  test("what is written down now was written now, and is read so", async () => {
    const juniper = await aMember({ timeZone: "UTC" });
    const id = freshId();
    await submit(juniper, saveSetback, {
      id,
      happened: "They said no.",
      day: new Date().toISOString().slice(0, 10),
    });
    const [lies] = await connected("admin", (admin) =>
      rows<{ at: number }>(
        admin,
        "select extract(epoch from updated_at)::float8 * 1000 as at from setbacks where id = $1",
        [id],
      ),
    );
    expect(isNow(lies?.at)).toBe(true);
    await as(juniper, async (viewer) => {
      const row = await viewer.db.setback.findFirst({
        where: { id },
        select: { createdAt: true, updatedAt: true },
      });
      expect([row?.createdAt, row?.updatedAt].map(isNow)).toEqual([true, true]);
      expect(await hasFreshSetback(viewer)).toBe(true);
    });
  });

  test("effort can be undone for a few minutes, and not for hours", async () => {
    const juniper = await aMember();
    const [fresh, old] = [await aGoal(juniper), await aGoal(juniper)];
    await anEffort(juniper, fresh);
    await anEffort(juniper, old, undefined, new Date(Date.now() - 5 * hour));
    const goals = await as(juniper, (viewer) => listGoals(viewer));
    const undoable = goals.filter(({ undo }) => undo !== null).map(({ id }) => id);
    expect(undoable).toEqual([fresh.id]);
  });

  test("words typed later replace those typed before, and never the other way round", async () => {
    const juniper = await aMember();
    const save = (body: string, typedAt: number) =>
      submit(juniper, saveDraft, { draftKey: "win", typedAt, body });
    const began = Date.now() - 60_000;
    await save("A walk", began);
    await save("A walk and a call", began + 1000);
    await save("A", began - 1000);
    const draft = await as(juniper, (viewer) => findDraft(viewer, "win"));
    expect(draft?.values.body).toEqual(["A walk and a call"]);
    expect([draft?.typedAt, draft?.savedAt].map(isNow)).toEqual([true, true]);
  });

  test("a session and a mailed link know how long they last, also to who is not signed in", async () => {
    const juniper = await aMember();
    const signedIn = await requests.run(await browserOf(juniper), findSignedIn);
    expect([signedIn?.verifiedAt, signedIn?.sealedAt].map((at) => isNow(at ?? 0))).toEqual([true, true]);
    const made = await asSystem((db) => makeLink(db, juniper.id, "reset"));
    const token = "token" in made ? made.token : "";
    const openAt = (now: number) => isResetOpen({ viewer: null, db: prisma(), now: new Date(now) }, token);
    expect(await openAt(Date.now())).toBe(true);
    const [link] = await asSystem((db) => db.mailedLink.findMany({ where: { userId: juniper.id } }));
    const end = link?.expiresAt.getTime() ?? 0;
    expect(await Promise.all([openAt(end - 1000), openAt(end + 1000)])).toEqual([true, false]);
  });
});
