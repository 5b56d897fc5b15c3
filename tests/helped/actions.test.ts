import { expect, test } from "vitest";
import { asMember } from "@/lib/db";
import { findGoal } from "@/lib/goals/queries";
import { putWhatHelpedInJar, sayWhatHelped } from "@/lib/helped/actions";
import { isHelpInJar } from "@/lib/helped/queries";
import { listJar } from "@/lib/jar/queries";
import { isSealed } from "@/lib/private-words";
import { aMember, type Member } from "../factories";
import { aGoal, anEffort } from "../factories-of-goals";
import { as, submit } from "../people";

const goalOf = (member: Member, { id }: { id: string }) => as(member, (viewer) => findGoal(viewer, id));

const isInJar = (member: Member, { id }: { id: string }) =>
  as(member, async (viewer) => isHelpInJar(viewer, (await findGoal(viewer, id)) ?? { id, helped: null }));

async function aFinishedGoal(member: Member) {
  const goal = await aGoal(member, { title: "Letters", finishedAt: new Date() });
  await anEffort(member, goal);
  return goal;
}

test("a finished goal asks once what helped, and keeps the answer sealed", async () => {
  const juniper = await aMember();
  const goal = await aFinishedGoal(juniper);
  expect(await goalOf(juniper, goal)).toMatchObject({ asksWhatHelped: true, helped: null });
  const form = { goalId: goal.id, helped: "Early mornings,\nand Wren." };
  for (let time = 0; time < 2; time++)
    expect(await submit(juniper, sayWhatHelped, form)).toMatchObject({
      message: "Kept. It stands with the goal.",
    });
  expect(await goalOf(juniper, goal)).toMatchObject({
    asksWhatHelped: false,
    helped: "Early mornings,\nand Wren.",
  });
  const lies = await asMember(juniper.id, (db) => db.goal.findFirstOrThrow({ where: { id: goal.id } }));
  expect(isSealed(lies.helped ?? "")).toBe(true);
});

test("whoever does not want to say is not asked again, and what was said before stays", async () => {
  const juniper = await aMember();
  const goal = await aFinishedGoal(juniper);
  expect(await submit(juniper, sayWhatHelped, { goalId: goal.id })).toMatchObject({
    message: "That is fine.",
  });
  expect(await goalOf(juniper, goal)).toMatchObject({ asksWhatHelped: false, helped: null });
  await submit(juniper, sayWhatHelped, { goalId: goal.id, helped: "Walks." });
  await submit(juniper, sayWhatHelped, { goalId: goal.id, helped: "  " });
  expect(await goalOf(juniper, goal)).toMatchObject({ helped: "Walks." });
});

test("a goal that has grown asks, too", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper, { strength: 0.8, strengthOn: new Date() });
  expect(await goalOf(juniper, goal)).toMatchObject({ asksWhatHelped: true });
});

test("what helped goes into the evidence jar, once, as it is said now", async () => {
  const juniper = await aMember();
  const goal = await aFinishedGoal(juniper);
  expect(await submit(juniper, putWhatHelpedInJar, { goalId: goal.id })).toMatchObject({ status: "refused" });
  await submit(juniper, sayWhatHelped, { goalId: goal.id, helped: "Walks." });
  expect(await isInJar(juniper, goal)).toBe(false);
  await submit(juniper, putWhatHelpedInJar, { goalId: goal.id });
  expect(await isInJar(juniper, goal)).toBe(true);
  await submit(juniper, sayWhatHelped, { goalId: goal.id, helped: "Walks with Wren." });
  // Said otherwise it can go in anew.
  expect(await isInJar(juniper, goal)).toBe(false);
  await submit(juniper, putWhatHelpedInJar, { goalId: goal.id });
  expect(await as(juniper, listJar)).toMatchObject([
    { words: "Walks with Wren.", origin: "What helped: Letters" },
  ]);
});
