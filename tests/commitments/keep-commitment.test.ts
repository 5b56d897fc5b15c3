import { expect, test } from "vitest";
import { findCircleWeek } from "@/lib/check-ins/queries";
import { markCommitment, unmarkCommitment } from "@/lib/commitments/actions";
import { keepCommitment } from "@/lib/commitments/keep-commitment";
import { freshId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import { aCircle, aMember, anInvitation, join, leave, type Member } from "../factories";
import { aCommitment } from "../factories-of-circles";
import { as, submit } from "../people";

const listed = (member: Member, circle: { id: string }) =>
  as(member, async (viewer) =>
    (await findCircleWeek(viewer, circle.id))?.notes.flatMap(({ alias, commitments }) =>
      commitments.map(({ id, words, outcome }) => ({ alias, id, words, outcome })),
    ),
  );

async function aPair() {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  return { juniper, heron, circle: await aCircle(juniper, [heron]) };
}

test("a commitment is kept for the week that goes on, once, and the circle reads it", async () => {
  const { juniper, heron, circle } = await aPair();
  const said = { id: freshId(), circleId: circle.id, words: "Call two agencies by Friday." };
  const keep = () => as(juniper, (viewer) => keepCommitment(viewer, said));
  expect(await Promise.all([keep(), keep()])).toEqual([said.id, said.id]);
  expect(await keep()).toBe(said.id);
  expect(await listed(heron, circle)).toMatchObject([{ alias: "Juniper", id: said.id, words: said.words }]);
});

test("changed words under the same id are one more, and neither is lost", async () => {
  const { juniper, circle } = await aPair();
  const said = { id: freshId(), circleId: circle.id, words: "Call two agencies." };
  await as(juniper, (viewer) => keepCommitment(viewer, said));
  const other = await as(juniper, (viewer) => keepCommitment(viewer, { ...said, words: "Call one agency." }));
  expect(other).not.toBe(said.id);
  expect(await listed(juniper, circle)).toHaveLength(2);
});

test("a fourth in one week is refused in words, and of six at once three are kept", async () => {
  for (let round = 0; round < 4; round++) {
    const { juniper, circle } = await aPair();
    const keep = (words: string) =>
      as(juniper, (viewer) => keepCommitment(viewer, { id: freshId(), circleId: circle.id, words }));
    const sent = await Promise.allSettled(["One", "Two", "Three", "Four", "Five", "Six"].map(keep));
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    await expect(keep("Seven")).rejects.toThrow(/Three commitments are enough/);
    await expect(keep("Seven")).rejects.toBeInstanceOf(Refusal);
    expect(await listed(juniper, circle)).toHaveLength(3);
  }
});

test("nobody commits to anything in a circle in which they do not sit", async () => {
  const { juniper, heron, circle } = await aPair();
  const wren = await aMember({ name: "Wren" });
  await leave(heron, circle);
  for (const one of [wren, heron]) {
    const keep = as(one, (viewer) =>
      keepCommitment(viewer, { id: freshId(), circleId: circle.id, words: "Call." }),
    );
    await expect(keep).rejects.toThrow(/not in this circle any more/);
  }
  expect(await listed(juniper, circle)).toEqual([]);
});

test("its author marks a commitment in one press, changes their mind, and opens it again", async () => {
  const { juniper, heron, circle } = await aPair();
  const { id: commitmentId } = await aCommitment(juniper, circle);
  const about = { circleId: circle.id, commitmentId };
  for (const outcome of ["kept", "kept", "not_this_week"] as const) {
    expect(await submit(juniper, markCommitment, { ...about, outcome })).toMatchObject({ status: "done" });
    expect(await listed(heron, circle)).toMatchObject([{ outcome }]);
  }
  expect(await submit(juniper, unmarkCommitment, about)).toMatchObject({ status: "done" });
  expect(await listed(heron, circle)).toMatchObject([{ outcome: null }]);
});

test("nobody else marks it: who sits beside them, who left, an outsider", async () => {
  const { juniper, heron, circle } = await aPair();
  const [wren, alder] = [await aMember({ name: "Wren" }), await aMember({ name: "Alder" })];
  await join(alder, circle, await anInvitation(juniper, circle));
  await leave(alder, circle);
  const { id: commitmentId } = await aCommitment(juniper, circle);
  const about = { circleId: circle.id, commitmentId };
  for (const someone of [heron, wren, alder]) {
    expect(await submit(someone, markCommitment, { ...about, outcome: "kept" })).toEqual({
      status: "not found",
    });
    expect(await submit(someone, unmarkCommitment, about)).toEqual({ status: "not found" });
  }
  expect(await submit(null, markCommitment, { ...about, outcome: "kept" })).toMatchObject({
    status: "went",
    to: expect.stringMatching(/^\/sign-in/),
  });
  expect(await listed(juniper, circle)).toMatchObject([{ outcome: null }]);
});

test("an outcome that is none is asked for again", async () => {
  const { juniper, circle } = await aPair();
  const { id: commitmentId } = await aCommitment(juniper, circle);
  expect(
    await submit(juniper, markCommitment, { circleId: circle.id, commitmentId, outcome: "failed" }),
  ).toMatchObject({ status: "invalid", fieldErrors: { outcome: "Please choose one of these." } });
});
