import { expect, test } from "vitest";
import { findCircleWeek } from "@/lib/check-ins/queries";
import { weekBegunOn } from "@/lib/check-ins/week";
import { markCommitment, unmarkCommitment } from "@/lib/commitments/actions";
import { keepCommitment } from "@/lib/commitments/keep-commitment";
import { dayIn, weekdayOf } from "@/lib/dates";
import { freshId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import { daysPassIn } from "../days-pass";
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

test.each([
  [4, "2026-11-26", "on its day", "2026-11-26"],
  [4, "2026-11-27", "a day late", "2026-11-26"],
  [4, "2026-11-29", "three days late", "2026-11-26"],
  [4, "2026-11-30", "three days early", "2026-12-03"],
  [4, "2026-12-02", "a day early", "2026-12-03"],
  [1, "2026-11-29", "a day early", "2026-11-30"],
])(
  "a circle that meets on weekday %i and meets on %s, %s, begins the week of %s",
  (meetingDay, day, _when, first) => {
    expect(weekBegunOn(day, { meetingDay }).first).toBe(first);
  },
);

test("what is said in a meeting before its day is for the week that it begins, and stands there already", async () => {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const timeZone = "Europe/Berlin";
  const tomorrow = (weekdayOf(dayIn(timeZone, new Date())) % 7) + 1;
  const circle = await aCircle(juniper, [heron], { timeZone, meetingDay: tomorrow });
  const metAt = new Date();
  const keep = (words: string, met: Date | null = metAt) =>
    as(juniper, (viewer) =>
      keepCommitment(viewer, { id: freshId(), circleId: circle.id, words, metAt: met }),
    );
  for (const words of ["One", "Two", "Three"]) await keep(words);
  await expect(keep("Four")).rejects.toThrow(/Three commitments are enough/);
  // The week that ends has its own three.
  await keep("Today", null);
  await keep("And today", new Date(metAt.getTime() - 21 * 86_400_000));
  const note = await as(heron, async (viewer) => (await findCircleWeek(viewer, circle.id))?.notes[0]);
  const wordsOf = (lines: { words: string }[] = []) => lines.map(({ words }) => words);
  expect(wordsOf(note?.commitments)).toEqual(["Today", "And today"]);
  expect(wordsOf(note?.ahead)).toEqual(["One", "Two", "Three"]);
  await daysPassIn([circle], 1);
  const next = await as(heron, async (viewer) => (await findCircleWeek(viewer, circle.id))?.notes[0]);
  expect(wordsOf(next?.commitments)).toEqual(["One", "Two", "Three"]);
  expect(wordsOf(next?.ahead)).toEqual([]);
});
