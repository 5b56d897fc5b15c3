import { expect, test } from "vitest";
import { shareNotes } from "@/lib/meeting-notes/actions";
import { comeToMeeting, stepMeeting } from "@/lib/meetings/actions";
import { listPosts } from "@/lib/posts/queries";
import type { Member } from "../factories";
import { keepApart } from "../keep-apart";
import { as, submit } from "../people";
import { fiveMeeting, liveFor, pressOn, screenOf } from "./steps";

/* A meeting that is held, or whose notes are shared, by somebody whom one does not see. Juniper opened it. */

const holderFor = async (member: Member, meeting: { circleId: string; id: string }) =>
  (await liveFor(member, meeting)).holder;
const next = async (member: Member, meeting: { circleId: string; id: string }) =>
  submit(member, stepMeeting, { ...(await pressOn(member, meeting)), to: "next" });

test("a meeting that moves on has somebody who holds it, on every screen", async () => {
  const { juniper, heron, wren, meeting } = await fiveMeeting();
  await keepApart(juniper, heron);
  expect(await holderFor(heron, meeting)).toEqual({ alias: "Wren", isMe: false });
  expect(await holderFor(wren, meeting)).toEqual({ alias: "Juniper", isMe: false });
  expect(await next(heron, meeting)).toMatchObject({
    status: "refused",
    message: expect.stringContaining("Wren holds this meeting just now"),
  });
});

test("once somebody takes it, whoever held it and does not see them holds it no longer", async () => {
  const { juniper, heron, wren, meeting } = await fiveMeeting();
  await keepApart(juniper, heron);
  const named = { circleId: meeting.circleId, meetingId: meeting.id };
  await submit(heron, comeToMeeting, { ...named, as: "holder" });
  expect(await holderFor(heron, meeting)).toEqual({ alias: "Heron", isMe: true });
  expect(await holderFor(wren, meeting)).toEqual({ alias: "Heron", isMe: false });
  expect(await holderFor(juniper, meeting)).toEqual({ alias: "Wren", isMe: false });
  expect(await next(juniper, meeting)).toMatchObject({ status: "refused" });
  expect(await next(heron, meeting)).toMatchObject({ status: "done" });
  // And back again, by the one press that anybody has.
  await submit(juniper, comeToMeeting, { ...named, as: "holder" });
  expect(await holderFor(juniper, meeting)).toEqual({ alias: "Juniper", isMe: true });
  expect(await holderFor(heron, meeting)).toEqual({ alias: "Wren", isMe: false });
});

test("whoever sees no notes shares theirs, and finds them at the meeting", async () => {
  const { juniper, heron, wren, meeting } = await fiveMeeting();
  const named = { circleId: meeting.circleId, meetingId: meeting.id };
  await submit(juniper, shareNotes, { ...named, body: "Juniper's notes." });
  await keepApart(juniper, heron);
  await submit(heron, comeToMeeting, { ...named, as: "scribe" });
  for (const _ of [1, 2])
    expect(await submit(heron, shareNotes, { ...named, body: "Heron's notes." })).toMatchObject({
      status: "went",
    });
  expect((await screenOf(heron, meeting)).notes).toMatchObject({ body: "Heron's notes.", alias: "Heron" });
  expect((await screenOf(juniper, meeting)).notes?.body).toBe("Juniper's notes.");
  // The others see both among the posts, and the first at the meeting.
  expect((await screenOf(wren, meeting)).notes?.body).toBe("Juniper's notes.");
  const { posts } = await as(wren, (viewer) => listPosts(viewer, meeting.circleId));
  expect(posts.map(({ body }) => body).sort()).toEqual(["Heron's notes.", "Juniper's notes."]);
});
