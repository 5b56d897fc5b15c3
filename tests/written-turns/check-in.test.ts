import { expect, test } from "vitest";
import { checkIn } from "@/lib/check-ins/actions";
import { findCircleWeek, findOwnWeek } from "@/lib/check-ins/queries";
import { freshId } from "@/lib/ids";
import { sayCommitment, stepMeeting } from "@/lib/meetings/actions";
import { takeTurnBack, writeTurn } from "@/lib/written-turns/actions";
import type { Member } from "../factories";
import { fiveMeeting, pressOn, screenOf } from "../meetings/steps";
import { as, submit } from "../people";

type Open = { circleId: string; id: string };

const write = (member: Member, { circleId, id: meetingId }: Open, fields: Record<string, string>) =>
  submit(member, writeTurn, { circleId, meetingId, step: "check_in", ...fields });
const weekSeenBy = (member: Member, { circleId }: Open) =>
  as(member, (viewer) => findCircleWeek(viewer, circleId));
const mine = async (member: Member, { circleId }: Open) =>
  (await as(member, (viewer) => findOwnWeek(viewer, circleId)))?.checkIn ?? null;

test("what is written in a meeting's check-in is the check-in of the week", async () => {
  const { juniper, heron, meeting } = await fiveMeeting({ kind: "writing" });
  expect((await screenOf(heron, meeting)).written?.hasCheckedIn).toBe(false);
  const said = { body: "Slow,\nand a walk.", word: "slow", need: "ideas" };
  for (const _ of [1, 2]) expect(await write(heron, meeting, said)).toMatchObject({ status: "done" });
  const week = await weekSeenBy(juniper, meeting);
  expect(week?.notYet).not.toContain("Heron");
  expect(week?.notes).toMatchObject([
    { alias: "Heron", checkIn: { word: "slow", need: "ideas", line: "Slow, and a walk." } },
  ]);
  expect((await screenOf(heron, meeting)).written?.hasCheckedIn).toBe(true);
});

test("the line of the week follows the words in the meeting, and goes with them when they are taken back", async () => {
  const { heron, meeting } = await fiveMeeting({ kind: "writing" });
  await write(heron, meeting, { body: "Slow.", word: "slow", need: "listen" });
  await write(heron, meeting, { body: `Two letters sent. ${"And more of it. ".repeat(40)}` });
  const { line = null } = (await mine(heron, meeting)) ?? {};
  expect(line).toMatch(/^Two letters sent\..* …$/);
  expect(line?.length).toBeLessThanOrEqual(300);
  await submit(heron, takeTurnBack, { circleId: meeting.circleId, meetingId: meeting.id, step: "check_in" });
  expect(await mine(heron, meeting)).toEqual({ word: "slow", need: "listen", line: null });
});

test("a check-in that says something already goes on saying it", async () => {
  const { heron, meeting } = await fiveMeeting({ kind: "writing" });
  const ids = { id1: freshId(), id2: freshId(), id3: freshId() };
  const said = { word: "light", line: "An offer of a talk.", need: "both" };
  await submit(heron, checkIn, { circleId: meeting.circleId, ...said, ...ids });
  await write(heron, meeting, { body: "Tired today.", word: "heavy", need: "listen" });
  expect(await mine(heron, meeting)).toEqual(said);
  // It was not from the meeting, so it stays there when the words of the meeting go.
  await submit(heron, takeTurnBack, { circleId: meeting.circleId, meetingId: meeting.id, step: "check_in" });
  expect(await mine(heron, meeting)).toEqual(said);
});

test("without a word for the week the words are in the meeting alone, and a check-in can still be made", async () => {
  const { juniper, heron, meeting } = await fiveMeeting({ kind: "writing" });
  expect(await write(heron, meeting, { body: "Slow." })).toMatchObject({ status: "done" });
  expect((await weekSeenBy(juniper, meeting))?.notYet).toContain("Heron");
  expect(await write(heron, meeting, { body: "Slow.", word: "slow" })).toMatchObject({ status: "done" });
  expect(await mine(heron, meeting)).toEqual({ word: "slow", need: "listen", line: "Slow." });
});

test("the one specific thing of a meeting in writing is a commitment of the week", async () => {
  const { juniper, heron, meeting } = await fiveMeeting({ kind: "writing" });
  const words = "Ask Ruth for a coffee on Tuesday";
  const named = { circleId: meeting.circleId, meetingId: meeting.id };
  await submit(heron, sayCommitment, { ...named, id: freshId(), words });
  const own = await as(heron, (viewer) => findOwnWeek(viewer, meeting.circleId));
  expect(own?.commitments.map((one) => one.words)).toEqual([words]);
  const screen = await screenOf(juniper, meeting);
  expect(screen.commitments).toMatchObject([{ alias: "Heron", words }]);
  expect(screen.written?.wrote).toEqual([{ alias: "Heron", isMe: false }]);
  // Heron was asked to write, and did.
  const open = await as(heron, (viewer) => viewer.db.nudge.count({ where: { doneAt: null } }));
  expect(open).toBe(0);
});

test("what somebody was about to say as a meeting ended is said for the week, where they then find it", async () => {
  const { juniper, heron, meeting } = await fiveMeeting();
  const named = { circleId: meeting.circleId, meetingId: meeting.id };
  await submit(juniper, stepMeeting, { ...(await pressOn(juniper, meeting)), to: "end" });
  const words = "Ask Ruth for a coffee on Tuesday";
  expect(await submit(heron, sayCommitment, { ...named, id: freshId(), words })).toEqual({
    status: "went",
    to: `/circles/${meeting.circleId}/week`,
  });
  const own = await as(heron, (viewer) => findOwnWeek(viewer, meeting.circleId));
  expect(own?.commitments.map((one) => one.words)).toEqual([words]);
});
