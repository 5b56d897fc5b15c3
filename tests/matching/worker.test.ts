import { afterAll, beforeAll, expect, test } from "vitest";
import { prisma } from "@/lib/db";
import { startWork } from "@/lib/jobs/start-work";
import { acceptProposal, lookForCircle, lookOn } from "@/lib/matching/actions";
import { findStage } from "@/lib/matching/queries";
import { connected, rows } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { aMember } from "../factories";
import { aWait } from "../factories-of-finding";
import { as, submit } from "../people";

/* The worker itself, on a database of its own: from the form to the first page of the circle. */

let end: () => Promise<void>;
beforeAll(async () => {
  end = await moveToScratchDatabase();
});
afterAll(async () => {
  await prisma().$disconnect();
  await end();
});

const asked = {
  timeZone: "Europe/Berlin",
  languages: ["English"],
  hours: ["2-evening"],
  level: "mid",
  pace: "weekly",
  need: "both",
};
const jobs = () =>
  connected("admin", (admin) =>
    rows(admin, "select from pgboss.job where name = 'match' and state < 'active'"),
  );

test("whoever arrives where five wait is proposed a circle at once, and six yeses later all of them sit in it", async () => {
  const five = await Promise.all(
    ["Heron", "Wren", "Alder", "Sorrel", "Linnet"].map((name) => aMember({ name })),
  );
  for (const member of five) await aWait(member);
  const juniper = await aMember({ name: "Juniper" });
  // A form that is refused sets nobody to work.
  expect(await submit(juniper, lookForCircle, { ...asked, alias: " " })).toMatchObject({ status: "invalid" });
  expect(await jobs()).toHaveLength(0);

  const work = await startWork();
  try {
    const began = performance.now();
    await submit(juniper, lookForCircle, { ...asked, alias: "Juniper" });
    await expect.poll(() => as(juniper, findStage), { timeout: 20_000 }).toMatchObject({ name: "proposed" });
    const stage = await as(juniper, findStage);
    const proposalId = stage.name === "proposed" ? stage.proposalId : "";
    for (const member of [juniper, ...five]) {
      await submit(member, acceptProposal, { proposalId, alias: member.name, agreed: true });
    }
    expect((performance.now() - began) / 1000).toBeLessThan(60);
  } finally {
    await work.stop();
  }
  for (const member of [juniper, ...five])
    expect(await as(member, findStage)).toMatchObject({ name: "seated" });
});

test("however many press, one job waits that looks at all of them", async () => {
  for (const name of ["Tern", "Marten"]) {
    const member = await aMember({ name });
    await submit(member, lookForCircle, { ...asked, alias: name });
    await submit(member, lookOn, {});
  }
  expect(await jobs()).toHaveLength(1);
});
