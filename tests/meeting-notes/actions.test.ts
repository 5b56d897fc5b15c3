import { expect, test } from "vitest";
import { findDraft } from "@/lib/drafts/queries";
import { lookAtNotes, shareNotes } from "@/lib/meeting-notes/actions";
import { canShareNotes } from "@/lib/meeting-notes/rules";
import { notesPreviewDraftKey } from "@/lib/meeting-notes/schema";
import { comeToMeeting } from "@/lib/meetings/actions";
import { takeBackPost } from "@/lib/posts/actions";
import { listPosts } from "@/lib/posts/queries";
import { leave, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { fiveMeeting, screenOf } from "../meetings/steps";
import { as, submit } from "../people";

const BODY = "We spoke about pauses. Alder found a course.";

async function withScribe() {
  const them = await fiveMeeting();
  const { wren, meeting } = them;
  const named = { circleId: meeting.circleId, meetingId: meeting.id };
  await submit(wren, comeToMeeting, { ...named, as: "scribe" });
  return { ...them, named };
}
const postsFor = async (member: Member, { circleId }: { circleId: string }) =>
  (await as(member, (viewer) => listPosts(viewer, circleId))).posts;

test.each([
  ["who took the notes", { scribedAt: new Date() }, "member", true],
  ["who did not", { scribedAt: null }, "member", false],
  ["who was not there", undefined, "member", false],
  ["who looks after the circle", undefined, "cofacilitator", true],
] as const)("sharing notes: %s", (_who, me, role, may) => {
  expect(canShareNotes(me, { role })).toBe(may);
});

test("notes are their writer's alone until they have seen and shared them, as one post", async () => {
  const { juniper, wren, meeting, named } = await withScribe();
  const page = `/circles/${meeting.circleId}/meetings/${meeting.id}`;
  expect(await submit(wren, lookAtNotes, { ...named, body: BODY })).toEqual({
    status: "went",
    to: `${page}/notes`,
  });
  const seen = await as(wren, (viewer) => findDraft(viewer, notesPreviewDraftKey(meeting.id)));
  expect(seen?.values.body).toEqual([BODY]);
  expect(await postsFor(juniper, meeting)).toEqual([]);

  for (const _ of [1, 2])
    expect(await submit(wren, shareNotes, { ...named, body: BODY })).toEqual({ status: "went", to: page });
  expect(await postsFor(juniper, meeting)).toMatchObject([
    {
      alias: "Wren",
      body: BODY,
      details: [expect.stringMatching(/^Notes of our meeting on \w+day, \d+ \w+$/)],
    },
  ]);
  expect((await screenOf(juniper, meeting)).notes).toMatchObject({ body: BODY, alias: "Wren" });
  expect(await as(wren, (viewer) => findDraft(viewer, notesPreviewDraftKey(meeting.id)))).toBeNull();
});

test("there is one post of notes, and who comes second keeps their words", async () => {
  const { juniper, wren, meeting, named } = await withScribe();
  await submit(wren, shareNotes, { ...named, body: BODY });
  for (const [member, body] of [
    [juniper, "We met."],
    [wren, `${BODY} And more.`],
  ] as const)
    expect(await submit(member, shareNotes, { ...named, body })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("shared with the circle already"),
      values: { body: [body] },
    });
  const [post] = await postsFor(juniper, meeting);
  await submit(wren, takeBackPost, { circleId: meeting.circleId, postId: post?.id });
  expect(await submit(juniper, shareNotes, { ...named, body: "We met." })).toMatchObject({ status: "went" });
  expect(await postsFor(wren, meeting)).toMatchObject([{ alias: "Juniper", body: "We met." }]);
});

test("who wrote no notes is told what to press; who left keeps their words", async () => {
  const { tern, wren, circle, named } = await withScribe();
  expect(await submit(tern, shareNotes, { ...named, body: BODY })).toMatchObject({
    status: "refused",
    message: expect.stringContaining("I'll write the notes"),
  });
  await leave(wren, circle);
  for (const action of [lookAtNotes, shareNotes])
    expect(await submit(wren, action, { ...named, body: BODY })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("Your words are still here"),
      values: { body: [BODY] },
    });
  expect(await submit(tern, lookAtNotes, { ...named, body: " " })).toMatchObject({ status: "invalid" });
});

test("looking at notes lets go of the draft they came from, and of nothing else", async () => {
  const { wren, meeting, named } = await withScribe();
  const draftKey = `meeting-notes:${meeting.id}`;
  await aDraft(wren, draftKey, { body: [BODY] });
  await submit(wren, lookAtNotes, { ...named, draftKey, body: BODY });
  expect(await as(wren, (viewer) => findDraft(viewer, draftKey))).toBeNull();
  expect(await as(wren, (viewer) => findDraft(viewer, notesPreviewDraftKey(meeting.id)))).not.toBeNull();
});
