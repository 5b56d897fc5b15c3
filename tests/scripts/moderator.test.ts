import { afterAll, beforeAll, expect, test } from "vitest";
import { asMember, asSystem, prisma } from "@/lib/db";
import { listCases } from "@/lib/moderation/queries";
import { sealForModerators } from "@/lib/reports/sealed";
import { root } from "../../scripts/project.ts";
import { connected, rows } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { aCircle, aMember, type Member } from "../factories";
import { aPost } from "../factories-of-posts";
import { aBlock, aDecision, aModerator, aReport } from "../factories-of-safety";
import { as } from "../people";
import { outcomeOf } from "./process";

// In a database of its own, where nobody else is a moderator.
let end: () => Promise<void>;
beforeAll(async () => {
  end = await moveToScratchDatabase();
});
afterAll(async () => {
  await prisma().$disconnect();
  await end();
});

const moderator = (...args: string[]) =>
  outcomeOf(["scripts/moderator.ts", ...args], root, { DATABASE_URL: process.env.DATABASE_URL ?? "" });

test("the operator names moderators by address, and each naming leaves a line", async () => {
  const curlew = await aMember({ name: "Curlew" });
  const isOne = () => asSystem((db) => db.moderator.count({ where: { userId: curlew.id } }));
  for (let times = 0; times < 2; times++)
    expect(await moderator("add", curlew.email.toUpperCase())).toMatchObject({ code: 0 });
  expect(await isOne()).toBe(1);
  expect((await moderator("list")).said).toContain(curlew.email);
  expect(await moderator("remove", curlew.email)).toMatchObject({ code: 0 });
  expect(await isOne()).toBe(0);
  const lines = await connected("admin", (admin) =>
    rows<{ act: string }>(
      admin,
      "select act from moderation_lines where moderator = sha256(convert_to($1, 'UTF8')) order by at",
      [curlew.id],
    ),
  );
  expect(lines.map(({ act }) => act)).toEqual(["named by the operator", "ended by the operator"]);
  const unconfirmed = await aMember({ verified: false });
  for (const args of [["add", "nobody@example.org"], ["add", unconfirmed.email], ["add"], ["name", "x"]])
    expect((await moderator(...args)).code).not.toBe(0);
});

test("the list says what waits for a moderator whom nobody has named", async () => {
  const [juniper, heron, wren] = [
    await aMember({ name: "Juniper" }),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Wren" }),
  ];
  const circle = await aCircle(juniper, [heron, wren]);
  const curlew = await aModerator();
  const report = await aReport(wren, await aPost(heron, circle), { reportedId: heron.id });
  const decision = await aDecision(curlew, report);
  await asMember(heron.id, (db) =>
    db.appeal.createMany({
      data: { decisionId: decision.id, userId: heron.id, words: sealForModerators("Please.") },
    }),
  );
  expect((await moderator("list")).said).toMatch(/appeals wait\.\n +\d+ of them nobody named may handle/);
});

test("the list goes by the rule of the pages: who knows a side, is blocked or rests handles nothing", async () => {
  await asSystem((db) => db.moderator.deleteMany());
  const [juniper, heron, wren] = [
    await aMember({ name: "Juniper" }),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Wren" }),
  ];
  const circle = await aCircle(juniper, [heron, wren]);
  const knows = await aModerator();
  await aCircle(knows, [heron], { name: "Another circle" });
  const report = await aReport(heron, await aPost(wren, circle), { reportedId: wren.id, reason: "danger" });
  const forNobody = /1 reports wait\.\n +1 of them nobody named may handle/;
  const all = async () => (await moderator("list")).said;
  const handledBy = async (member: Member) => (await as(member, listCases)).cases.map(({ id }) => id);
  expect(await all()).toMatch(forNobody);

  const blocked = await aModerator({ name: "Dunlin" });
  const shared = await aCircle(wren, [blocked], { name: "A third circle" });
  await aBlock(wren, shared, "Dunlin");
  await asSystem((db) => db.$executeRaw`delete from circles where id = ${shared.id}::uuid`);
  expect(await all()).toMatch(forNobody);

  const rests = await aModerator({ name: "Plover" });
  expect(await handledBy(rests)).toEqual([report.id]);
  expect(await all()).not.toMatch(forNobody);
  await connected("admin", (admin) =>
    admin.query("update users set suspended_until = now() + interval '1 day' where id = $1", [rests.id]),
  );
  expect(await all()).toMatch(forNobody);
  for (const one of [knows, blocked, rests]) expect(await handledBy(one)).toEqual([]);
});
