import { afterAll, beforeAll, expect, test } from "vitest";
import { asMember, asSystem, prisma } from "@/lib/db";
import { sealForModerators } from "@/lib/reports/sealed";
import { root } from "../../scripts/project.ts";
import { connected, rows } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { aCircle, aMember } from "../factories";
import { aPost } from "../factories-of-posts";
import { aDecision, aModerator, aReport } from "../factories-of-safety";
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
