import { expect, test } from "vitest";
import { findWhatToSumUp } from "@/lib/meeting-notes/queries";
import { comeToMeeting } from "@/lib/meetings/actions";
import { aCircle, aMember, leave, type Member } from "../factories";
import { aMeeting } from "../factories-of-circles";
import { fiveMeeting } from "../meetings/steps";
import { as, submit } from "../people";

const see = (member: Member, circle: { id: string }, { id }: { id: string }) =>
  as(member, (viewer) => findWhatToSumUp(viewer, circle.id, id));

test("notes are looked at by whoever took them or looks after the circle, and by nobody else", async () => {
  const { juniper, heron, wren, circle, meeting } = await fiveMeeting();
  await submit(heron, comeToMeeting, { circleId: circle.id, meetingId: meeting.id, as: "scribe" });
  expect(await see(heron, circle, meeting)).toEqual({
    circle: { id: circle.id, name: "Thursday lanterns", alias: "Heron" },
    meeting: { id: meeting.id, kind: "live", isOpen: true },
  });
  expect(await see(juniper, circle, meeting)).toMatchObject({ circle: { alias: "Juniper" } });
  expect(await see(wren, circle, meeting)).toBeNull();
  expect(await see(await aMember({ name: "Dunlin" }), circle, meeting)).toBeNull();
  await leave(heron, circle);
  expect(await see(heron, circle, meeting)).toBeNull();
});

test("a meeting of another circle is none of this one", async () => {
  const { juniper, circle, meeting } = await fiveMeeting();
  const other = await aCircle(juniper, [await aMember({ name: "Dunlin" })]);
  expect(await see(juniper, other, meeting)).toBeNull();
  const theirs = await aMeeting(juniper, other);
  expect(await see(juniper, circle, theirs)).toBeNull();
  expect(await see(juniper, other, { id: "no id" })).toBeNull();
});
