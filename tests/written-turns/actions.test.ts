import { expect, test } from "vitest";
import { findDraft } from "@/lib/drafts/queries";
import { takeTurnBack, writeTurn } from "@/lib/written-turns/actions";
import { turnDraftKey } from "@/lib/written-turns/schema";
import { aMember, leave, type Member } from "../factories";
import { keepApart } from "../keep-apart";
import { fiveMeeting, hoursPass, screenOf } from "../meetings/steps";
import { as, submit } from "../people";

type Open = { circleId: string; id: string };

const write = (member: Member, { circleId, id: meetingId }: Open, body: string, step = "check_in") =>
  submit(member, writeTurn, { circleId, meetingId, step, body });

const checkIn = async (member: Member, meeting: Open) => {
  const step = (await screenOf(member, meeting)).written?.steps[0];
  return { mine: step?.mine ?? null, words: step?.words.map(({ alias, body }) => `${alias}: ${body}`) };
};

test("each writes once in a step, the circle reads it in the order of turns, and sees who has written", async () => {
  const { juniper, heron, wren, meeting } = await fiveMeeting({ kind: "writing" });
  for (const _ of [1, 2])
    expect(await write(wren, meeting, "Slow, and a walk.")).toMatchObject({ status: "done" });
  await write(heron, meeting, "Two letters sent.");
  expect(await checkIn(juniper, meeting)).toEqual({
    mine: null,
    words: ["Heron: Two letters sent.", "Wren: Slow, and a walk."],
  });
  expect((await checkIn(heron, meeting)).mine).toBe("Two letters sent.");
  expect((await screenOf(juniper, meeting)).written?.wrote.map(({ alias }) => alias)).toEqual([
    "Heron",
    "Wren",
  ]);
});

test("words can be changed until the meeting closes, and that is seen", async () => {
  const { juniper, heron, meeting } = await fiveMeeting({ kind: "writing" });
  await write(heron, meeting, "Two letters sent.");
  await write(heron, meeting, "Three letters sent.");
  expect((await screenOf(juniper, meeting)).written?.steps[0]?.words).toMatchObject([
    { alias: "Heron", body: "Three letters sent.", isEdited: true },
  ]);
  await hoursPass(meeting, 48);
  expect(await write(heron, meeting, "Four letters sent.")).toMatchObject({
    status: "refused",
    message: expect.stringContaining("closed while you wrote"),
    values: { body: ["Four letters sent."] },
  });
  expect((await checkIn(juniper, meeting)).words).toEqual(["Heron: Three letters sent."]);
  // The database says so, too.
  const changed = await as(heron, (viewer) => viewer.db.writtenTurn.updateMany({ data: { body: "Five." } }));
  expect(changed.count).toBe(0);
});

test("what is written is done with the nudge that asked for it", async () => {
  const { heron, meeting } = await fiveMeeting({ kind: "writing" });
  await write(heron, meeting, "Two letters sent.");
  const nudges = await as(heron, (viewer) => viewer.db.nudge.findMany({ select: { doneAt: true } }));
  expect(nudges).toEqual([{ doneAt: expect.any(Date) }]);
});

test("words are taken back at any time, by their author alone, who has them again", async () => {
  const { juniper, heron, meeting } = await fiveMeeting({ kind: "writing" });
  await write(heron, meeting, "Two letters sent.");
  const turn = { circleId: meeting.circleId, meetingId: meeting.id, step: "check_in" };
  expect(await submit(juniper, takeTurnBack, turn)).toMatchObject({ status: "done" });
  expect((await checkIn(juniper, meeting)).words).toEqual(["Heron: Two letters sent."]);
  await hoursPass(meeting, 50);
  for (const _ of [1, 2]) expect(await submit(heron, takeTurnBack, turn)).toMatchObject({ status: "done" });
  expect((await checkIn(juniper, meeting)).words).toEqual([]);
  const draft = await as(heron, (viewer) => findDraft(viewer, turnDraftKey("check_in", meeting.id)));
  expect(draft?.values.body).toEqual(["Two letters sent."]);
});

test("those who share nothing with each other do not read each other, and others read both", async () => {
  const { juniper, heron, wren, meeting } = await fiveMeeting({ kind: "writing" });
  await write(juniper, meeting, "A heavy week.");
  await write(heron, meeting, "Two letters sent.");
  await keepApart(heron, juniper);
  expect((await checkIn(heron, meeting)).words).toEqual(["Heron: Two letters sent."]);
  expect((await checkIn(juniper, meeting)).words).toEqual(["Juniper: A heavy week."]);
  expect((await checkIn(wren, meeting)).words).toHaveLength(2);
  for (const [member, other] of [
    [heron, juniper],
    [juniper, heron],
  ] as const)
    expect(JSON.stringify((await screenOf(member, meeting)).written)).not.toContain(other.name);
});

test("whoever is not in the circle writes nothing there and keeps their words", async () => {
  const { tern, circle, meeting } = await fiveMeeting({ kind: "writing" });
  await leave(tern, circle);
  for (const member of [tern, await aMember()])
    expect(await write(member, meeting, "Half a page.")).toMatchObject({
      status: "refused",
      message: expect.stringContaining("Your words are still here"),
      values: { body: ["Half a page."] },
    });
});

test("nothing is written in a live meeting, or in a step that a meeting does not have", async () => {
  const { heron, meeting: written } = await fiveMeeting({ kind: "writing" });
  expect(await write(heron, written, "Half a page.", "stories")).toEqual({ status: "not found" });
  const { wren, meeting: live } = await fiveMeeting();
  expect(await write(wren, live, "Half a page.")).toEqual({ status: "not found" });
  expect(await write(heron, written, "")).toMatchObject({ status: "invalid" });
});
