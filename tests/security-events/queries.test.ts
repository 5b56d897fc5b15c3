import { describe, expect, test } from "vitest";
import { asMember, asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { listEvents } from "@/lib/security-events/queries";
import { EVENTS } from "@/lib/security-events/rules";
import { aMember, type Member } from "../factories";
import { as } from "../people";

const noteMany = (member: Member, count: number) =>
  asSystem((db) =>
    db.securityEvent.createMany({
      data: Array.from({ length: count }, () => ({ userId: member.id, id: freshId(), kind: "signed in" })),
    }),
  );

describe("what happened to an account", () => {
  test("is read by its member, newest first, a page at a time, and by nobody else", async () => {
    const [heron, wren] = [await aMember(), await aMember()];
    await noteMany(heron, 120);
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const page = await as(heron, (viewer) => listEvents(viewer, before));
      expect(page.isNewest).toBe(before === undefined);
      seen.push(...page.events.map(({ id }) => id));
      before = page.older ?? undefined;
    } while (before);
    expect(seen).toHaveLength(120);
    expect(seen).toEqual([...seen].sort().reverse());
    expect((await as(wren, (viewer) => listEvents(viewer))).events).toEqual([]);
  });

  test("is said in the member's own time", async () => {
    const heron = await aMember({ timeZone: "Pacific/Auckland" });
    const at = new Date(Date.UTC(2026, 0, 31, 12));
    await asSystem((db) =>
      db.securityEvent.createMany({ data: [{ userId: heron.id, id: freshId(at), kind: "joined", at }] }),
    );
    const { events } = await as(heron, (viewer) => listEvents(viewer));
    expect(events).toMatchObject([
      {
        words: EVENTS.joined,
        device: null,
        moment: { said: "1 Feb 2026, 01:00", exact: expect.stringContaining("1 February 2026") },
      },
    ]);
  });

  test("begins at the newest where the address holds nothing that makes sense", async () => {
    const heron = await aMember();
    await noteMany(heron, 1);
    for (const before of ["", "x", "é%00'--"]) {
      expect((await as(heron, (viewer) => listEvents(viewer, before))).events).toHaveLength(1);
    }
  });

  test("is added to, and never changed or taken out, by its member or by the system", async () => {
    const heron = await aMember();
    await noteMany(heron, 1);
    const where = { userId: heron.id };
    for (const work of [
      () => asMember(heron.id, (db) => db.securityEvent.updateMany({ where, data: { kind: "x" } })),
      () => asMember(heron.id, (db) => db.securityEvent.deleteMany({ where })),
      () => asSystem((db) => db.securityEvent.updateMany({ where, data: { kind: "x" } })),
      () => asSystem((db) => db.securityEvent.deleteMany({ where })),
      () => asSystem((db) => db.$executeRaw`truncate security_events`),
    ]) {
      await expect(work()).rejects.toThrow(/permission denied|42501/);
    }
  });

  test("is not noted in another member's name", async () => {
    const [heron, wren] = [await aMember(), await aMember()];
    const foreign = { userId: wren.id, id: freshId(), kind: "signed in" };
    await expect(
      asMember(heron.id, (db) => db.securityEvent.createMany({ data: [foreign] })),
    ).rejects.toThrow();
  });
});
