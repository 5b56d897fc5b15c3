import { beforeEach, describe, expect, test } from "vitest";
import { listCircles } from "@/lib/circles/queries";
import { findDraft } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { land, lookAtThanks, returnToCircle, sayWhoSees } from "@/lib/landings/actions";
import { findLookBack, listLanded, listMyLandings } from "@/lib/landings/queries";
import { sayLookBack } from "@/lib/landings/rules";
import { thanksPreviewKey } from "@/lib/landings/schema";
import { askToLeave } from "@/lib/memberships/actions";
import { listPosts } from "@/lib/posts/queries";
import { connected } from "../database/connect";
import { aCircle, aMember, anInvitation, type CircleOfTest, join, leave, type Member } from "../factories";
import { aCommitment, aLanding } from "../factories-of-circles";
import { anEncouragement, aPost, aReply } from "../factories-of-posts";
import { as, submit } from "../people";

let juniper: Member, heron: Member, wren: Member, circle: CircleOfTest;
beforeEach(async () => {
  [juniper, heron, wren] = [
    await aMember(),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Wren" }),
  ];
  circle = await aCircle(juniper, [heron, wren]);
});

const goes = (to: string) => ({ status: "went", to });
const landing = (more: Record<string, unknown> = {}) => ({
  id: freshId(),
  circleId: circle.id,
  words: "Thank you for the Thursdays.",
  afterwards: "leave",
  ...more,
});
const posts = async (member = juniper) => (await as(member, (viewer) => listPosts(viewer, circle.id))).posts;
const sits = async (member: Member) => (await as(member, listCircles)).some(({ id }) => id === circle.id);
const landed = (member: Member) => as(member, (viewer) => listLanded(viewer, circle.id));
const mine = (member: Member) => as(member, listMyLandings);

test("looking back counts what somebody did and leaves out what did not happen", () => {
  expect(sayLookBack({ days: 0, posts: 0, replies: 0, encouragements: 0, commitments: 0 })).toEqual([
    "You were here for a day.",
  ]);
  expect(sayLookBack({ days: 83, posts: 1, replies: 12, encouragements: 2, commitments: 3 })).toEqual([
    "You were here for 83 days.",
    "You told the others how it was 1 time.",
    "You answered somebody 12 times.",
    "Others gave you 2 warm signals.",
    "You kept 3 commitments.",
  ]);
});

test("looking back is about one's own doing in this circle", async () => {
  const post = await aPost(heron, circle);
  await aPost(heron, circle, { takenBackAt: new Date(), body: "" });
  await aPost(heron, await aCircle(heron));
  const theirs = await aPost(juniper, circle);
  await aReply(heron, theirs);
  await anEncouragement(juniper, post);
  await anEncouragement(wren, post, "brave");
  await anEncouragement(heron, theirs);
  for (const outcome of ["kept", "kept", "kept", "partly"] as const)
    await aCommitment(heron, circle, { outcome });
  expect(await as(heron, (viewer) => findLookBack(viewer, circle.id))).toMatchObject({
    alias: "Heron",
    lines: [
      "You were here for a day.",
      "You told the others how it was 1 time.",
      "You answered somebody 1 time.",
      "Others gave you 2 warm signals.",
      "You kept 3 commitments.",
    ],
  });
  expect(await as(await aMember(), (viewer) => findLookBack(viewer, circle.id))).toBeNull();
});

describe("landing", () => {
  test("is looked at before anything is sent", async () => {
    const form = { circleId: circle.id, words: "Thank you for the Thursdays." };
    for (const _ of [1, 2])
      expect(await submit(heron, lookAtThanks, form)).toEqual(goes(`/circles/${circle.id}/land?step=look`));
    expect(await posts()).toEqual([]);
    expect(await as(heron, (viewer) => findDraft(viewer, thanksPreviewKey(circle.id)))).toMatchObject({
      values: { words: [form.words] },
    });
    expect(await submit(await aMember(), lookAtThanks, form)).toEqual({ status: "not found" });
    expect(await submit(heron, lookAtThanks, { ...form, words: " " })).toMatchObject({ status: "invalid" });
  });

  test("thanks the circle, frees the seat and keeps the way back, once however often it is sent", async () => {
    await submit(heron, lookAtThanks, { circleId: circle.id, words: "Thank you for the Thursdays." });
    const form = landing();
    for (const _ of [1, 2]) expect(await submit(heron, land, form)).toEqual(goes("/circles?landed=1"));
    expect(await posts()).toMatchObject([{ alias: "Heron", kind: "win", body: form.words }]);
    expect(await sits(heron)).toBe(false);
    expect(await mine(heron)).toMatchObject([
      { circleId: circle.id, name: "Thursday lanterns", alias: "Heron", hasSeat: true, shown: false },
    ]);
    expect(await as(heron, (viewer) => findDraft(viewer, thanksPreviewKey(circle.id)))).toBeNull();
  });

  test("goes without words, and stays for those who would rather", async () => {
    expect(await submit(wren, land, landing({ words: "" }))).toEqual(goes("/circles?landed=1"));
    expect(await posts()).toEqual([]);
    expect(await submit(heron, land, landing({ afterwards: "stay" }))).toEqual(goes(`/circles/${circle.id}`));
    expect(await posts()).toHaveLength(1);
    expect(await sits(heron)).toBe(true);
    expect(await mine(heron)).toEqual([]);
  });

  test("asks for a choice, and for a confirmed address before words go to a circle; the words stay", async () => {
    const linnet = await aMember({ name: "Linnet", verified: false });
    await join(linnet, circle, await anInvitation(juniper, circle));
    expect(await submit(linnet, land, landing())).toMatchObject({
      status: "refused",
      values: { words: ["Thank you for the Thursdays."] },
    });
    expect(await submit(heron, land, landing({ afterwards: "" }))).toMatchObject({ status: "invalid" });
    expect(await submit(await aMember(), land, landing())).toEqual({ status: "not found" });
    expect(await sits(linnet)).toBe(true);
  });

  test("of the facilitator leaves the circle held", async () => {
    await submit(juniper, land, landing());
    const people = (await as(wren, listCircles))[0];
    expect(people).toMatchObject({ role: "cofacilitator" });
  });

  test("is seen by the circle of who said so, and by nobody else", async () => {
    await submit(heron, land, landing());
    expect(await landed(juniper)).toEqual([]);
    expect(
      await submit(heron, sayWhoSees, { circleId: circle.id, shown: true, supports: true }),
    ).toMatchObject({
      status: "done",
    });
    expect(await landed(juniper)).toMatchObject([{ alias: "Heron", supports: true }]);
    const outsider = await aMember();
    for (const nobody of [heron, outsider])
      expect((await landed(nobody)).filter(() => nobody === outsider)).toEqual([]);
    await submit(heron, sayWhoSees, { circleId: circle.id });
    expect(await landed(juniper)).toEqual([]);
    expect(await submit(wren, sayWhoSees, { circleId: circle.id, shown: true })).toEqual({
      status: "not found",
    });
  });

  test("is not seen by somebody with whom its member shares nothing", async () => {
    await aLanding(heron, circle, { shown: true });
    await connected("admin", (admin) =>
      admin.query("insert into blocks (user_id, blocked_id) values ($1, $2)", [wren.id, heron.id]),
    );
    expect(await landed(juniper)).toHaveLength(1);
    expect(await landed(wren)).toEqual([]);
  });
});

describe("coming back", () => {
  const comeBack = (member: Member) => submit(member, returnToCircle, { circleId: circle.id });

  test("takes one press and no invitation, under the alias that one had", async () => {
    await aLanding(heron, circle, { shown: true });
    for (const _ of [1, 2]) expect(await comeBack(heron)).toEqual(goes(`/circles/${circle.id}`));
    expect(await as(heron, listCircles)).toMatchObject([{ alias: "Heron" }]);
    expect(await mine(heron)).toEqual([]);
    expect(await landed(juniper)).toEqual([]);
  });

  test("is for those who landed: who left without it, was asked to leave or never sat there needs more", async () => {
    await leave(wren, circle);
    await submit(juniper, askToLeave, { circleId: circle.id, alias: "Heron" });
    for (const someone of [wren, heron, await aMember()])
      expect(await comeBack(someone)).toEqual({ status: "not found" });
  });

  test("waits for a free seat, and says so", async () => {
    await aLanding(heron, circle);
    const others = await Promise.all(
      ["Alder", "Marten", "Sorrel", "Teal", "Tern", "Swift"].map((name) => aMember({ name })),
    );
    const invitation = await anInvitation(juniper, circle, { uses: 8 });
    for (const other of others) await join(other, circle, invitation);
    expect(await mine(heron)).toMatchObject([{ hasSeat: false }]);
    expect(await comeBack(heron)).toMatchObject({
      status: "refused",
      message: expect.stringContaining("eight seats"),
    });
    await leave(wren, circle);
    expect(await comeBack(heron)).toMatchObject({ status: "went" });
  });

  test("to a fourth circle waits until one is left", async () => {
    await aLanding(heron, circle);
    for (const _ of [1, 2, 3]) await aCircle(heron);
    expect(await comeBack(heron)).toMatchObject({
      status: "refused",
      message: expect.stringContaining("three circles"),
    });
  });
});
