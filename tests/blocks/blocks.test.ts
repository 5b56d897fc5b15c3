import { beforeEach, describe, expect, test } from "vitest";
import { eraseMember } from "@/lib/accounts/erase-member";
import { block, unblock } from "@/lib/blocks/actions";
import { listBlocks } from "@/lib/blocks/queries";
import { findCircle, listCircles } from "@/lib/circles/queries";
import { asSystem } from "@/lib/db";
import { encourage } from "@/lib/encouragements/actions";
import { codeOf } from "@/lib/invitations/code";
import { listInvitations } from "@/lib/invitations/queries";
import { askToLeave, handOver, joinCircle, makeCofacilitator } from "@/lib/memberships/actions";
import { findPerson } from "@/lib/memberships/queries";
import { takeBackPost } from "@/lib/posts/actions";
import { findPost, listPosts } from "@/lib/posts/queries";
import { reply, takeBackReply } from "@/lib/replies/actions";
import { listNews } from "@/lib/today/queries";
import { connected, rows } from "../database/connect";
import { aCircle, aMember, anInvitation, type CircleOfTest, join, leave, type Member } from "../factories";
import { anEncouragement, aPost, aReply } from "../factories-of-posts";
import { aBlock } from "../factories-of-safety";
import { as, submit } from "../people";

let [juniper, heron, wren]: Member[] = [];
let circle: CircleOfTest;

// Juniper holds the circle, and Heron with her; Wren sits in it.
beforeEach(async () => {
  [juniper, heron, wren] = await Promise.all(["Juniper", "Heron", "Wren"].map((name) => aMember({ name })));
  circle = await aCircle(someone(juniper), [someone(heron), someone(wren)]);
});
const someone = (member: Member | undefined): Member => {
  if (!member) throw new Error("Nobody is there.");
  return member;
};
const ids = () => ({ juniper: someone(juniper), heron: someone(heron), wren: someone(wren) });

/** Everything that somebody sees of a circle and of what is said there. */
const sees = (member: Member) =>
  as(member, async (viewer) => ({
    circle: await findCircle(viewer, circle.id),
    circles: await listCircles(viewer),
    feed: await listPosts(viewer, circle.id),
    news: await listNews(viewer),
  }));

describe("a block", () => {
  test("hides each from the other and nothing from a third, whichever of the two made it", async () => {
    const { juniper, heron, wren } = ids();
    const byHeron = await aPost(heron, circle, { body: "Heron's words" });
    const byWren = await aPost(wren, circle, { body: "Wren's words" });
    await aReply(heron, byWren, { body: "Heron's answer" });
    await anEncouragement(heron, byWren);
    const sent = { circleId: circle.id, alias: "Wren" };
    expect(await submit(heron, block, sent)).toEqual({ status: "went", to: "/settings/blocked" });
    expect(await submit(heron, block, sent)).toEqual({ status: "went", to: "/settings/blocked" });

    for (const [one, other] of [
      [heron, "Wren"],
      [wren, "Heron"],
    ] as const) {
      expect(JSON.stringify(await sees(one))).not.toContain(other);
    }
    expect(await as(wren, (viewer) => findPost(viewer, circle.id, byHeron.id))).toBeNull();
    // Heron answered there: what is left is Heron's answer, and a place without a name.
    expect(await as(heron, (viewer) => findPost(viewer, circle.id, byWren.id))).toMatchObject({
      alias: "Somebody who left",
      body: "",
      replies: [{ alias: "Heron" }],
    });
    expect(await as(wren, (viewer) => findPost(viewer, circle.id, byWren.id))).toMatchObject({
      replies: [],
      encouragedBy: [],
    });
    const seen = JSON.stringify(await sees(juniper));
    for (const words of ["Heron's words", "Wren's words", "Heron's answer", "Heron is with Wren"])
      expect(seen).toContain(words);
    expect(await as(heron, (viewer) => listBlocks(viewer))).toMatchObject([
      { alias: "Wren", circleName: "Thursday lanterns" },
    ]);
    expect(await as(wren, (viewer) => listBlocks(viewer))).toEqual([]);
  });

  test("looks to the other exactly as if the account were erased", async () => {
    const { juniper, heron, wren } = ids();
    // Somebody without a role: another would take that over from who is erased.
    await leave(wren, circle);
    circle = await aCircle(juniper, [wren, heron]);
    const [answered, alone, byWren] = [
      await aPost(heron, circle, { body: "Answered" }),
      await aPost(heron, circle, { body: "Unanswered" }),
      await aPost(wren, circle, { body: "Wren's words" }),
    ];
    await aReply(juniper, answered, { body: "Juniper's answer" });
    await aReply(wren, answered, { body: "Wren's answer" });
    await aReply(heron, byWren, { body: "Heron's answer" });
    await aReply(juniper, byWren, { body: "Juniper's answer, too" });
    await anEncouragement(heron, byWren);
    await aBlock(heron, circle, "Wren");
    const all = async () => ({
      ...(await sees(wren)),
      answered: await as(wren, (viewer) => findPost(viewer, circle.id, answered.id)),
      alone: await as(wren, (viewer) => findPost(viewer, circle.id, alone.id)),
    });
    const hidden = await all();
    expect(hidden.answered).toMatchObject({ alias: "Somebody who left", isTakenBack: true });
    await asSystem(async (db) => {
      await db.user.updateMany({ where: { id: heron.id }, data: { leavesAt: new Date(0) } });
      expect(await eraseMember(db, heron.id)).toBe(true);
    });
    expect(await all()).toEqual(hidden);
  });

  test("frees a seat for whoever looks, and gives it to nobody", async () => {
    const { juniper, heron } = ids();
    const others = await Promise.all(
      ["Alder", "Tern", "Linnet", "Marten", "Sorrel"].map((name) => aMember({ name })),
    );
    const link = await anInvitation(juniper, circle);
    for (const other of others) await join(other, circle, link);
    await aBlock(heron, circle, "Juniper");
    expect(await as(juniper, (viewer) => findCircle(viewer, circle.id))).toMatchObject({ free: 1 });
    expect(await join(await aMember({ name: "Plover" }), circle, link)).toBe("full");
  });

  test("leaves nobody to be seen without a facilitator, and gives nobody a role by it", async () => {
    const { juniper, heron, wren } = ids();
    await aBlock(wren, circle, "Juniper");
    expect(await as(wren, (viewer) => findCircle(viewer, circle.id))).toMatchObject({
      role: "member",
      canLookAfter: false,
      people: [
        { alias: "Heron", role: "facilitator" },
        { alias: "Wren", role: "member", isMe: true },
      ],
    });
    expect(await as(wren, (viewer) => findPerson(viewer, circle.id, 2))).toMatchObject({
      role: "facilitator",
    });
    expect(await as(wren, (viewer) => findPerson(viewer, circle.id, 1))).toBeNull();
    expect(await submit(wren, makeCofacilitator, { circleId: circle.id, alias: "Heron" })).toEqual({
      status: "not found",
    });
    expect(await as(heron, (viewer) => findCircle(viewer, circle.id))).toMatchObject({
      role: "cofacilitator",
    });
    // The circle goes on for the one who holds it, who is one of the two that they see.
    const handed = { circleId: circle.id, alias: "Heron", afterwards: "cofacilitator" };
    expect(await submit(juniper, handOver, handed)).toMatchObject({ status: "went" });
    expect(await as(wren, (viewer) => findCircle(viewer, circle.id))).toMatchObject({
      people: [{ alias: "Heron", role: "facilitator" }, { alias: "Wren" }],
    });
  });

  test("takes no seat where the other sits, by whatever invitation, in words that nobody can check", async () => {
    const { heron, wren } = ids();
    const tern = await aMember({ name: "Tern" });
    const other = await aCircle(tern, [wren], { name: "Second wind" });
    await aBlock(heron, circle, "Wren");
    const form = async () => ({
      code: codeOf(await anInvitation(tern, other)),
      alias: "Heron",
      agreed: true,
    });
    const answer = await submit(heron, joinCircle, await form());
    expect(answer).toMatchObject({ status: "refused" });
    for (let more = 0; more < 6; more++) {
      await join(await aMember({ name: `Finch ${more}` }), other, await anInvitation(tern, other));
    }
    const full = await submit(await aMember({ name: "Plover" }), joinCircle, await form());
    expect("message" in answer && answer.message).toBe("message" in full && full.message);
    await leave(wren, other);
    expect(await submit(heron, joinCircle, await form())).toMatchObject({ status: "went" });
  });

  test("is not to be found out by answering, encouraging or naming: it is as with what is not there", async () => {
    const { heron, wren } = ids();
    const post = await aPost(heron, circle);
    await aBlock(heron, circle, "Wren");
    const at = { circleId: circle.id, postId: post.id };
    expect(await submit(wren, reply, { ...at, body: "Hello" })).toMatchObject({ status: "refused" });
    expect(await submit(wren, encourage, { ...at, give: "with_you" })).toEqual({ status: "done" });
    expect(await submit(wren, block, { circleId: circle.id, alias: "Heron" })).toEqual({
      status: "not found",
    });
    expect(await submit(wren, block, { circleId: circle.id, alias: "Nobody" })).toEqual({
      status: "not found",
    });
  });

  test("lets a facilitator's invitations be, and ends them all when somebody is asked to leave", async () => {
    const { juniper, heron, wren } = ids();
    await submit(juniper, makeCofacilitator, { circleId: circle.id, alias: "Heron" });
    await anInvitation(heron, circle, { uses: 2 });
    await aBlock(heron, circle, "Juniper");
    const shown = await as(juniper, (viewer) => listInvitations(viewer, circle.id));
    expect(shown.map(({ madeBy }) => madeBy)).toEqual(["Juniper"]);
    expect(shown[0]?.cameBy).toEqual(["Wren"]);
    expect(shown[0]?.placesLeft).toBe(6);
    await submit(juniper, askToLeave, { circleId: circle.id, alias: "Wren" });
    const open = await connected("admin", (admin) =>
      rows(admin, "select from invitations where circle_id = $1 and revoked_at is null", [circle.id]),
    );
    expect(open).toEqual([]);
    expect(wren.id).toBeDefined();
  });

  test("sweeps nobody's words away with an empty place that one of them does not see held", async () => {
    const { juniper, heron, wren } = ids();
    const post = await aPost(juniper, circle);
    await aReply(heron, post, { body: "Heron stays" });
    const mine = await aReply(wren, post);
    await submit(juniper, takeBackPost, { circleId: circle.id, postId: post.id });
    await aBlock(wren, circle, "Heron");
    await submit(wren, takeBackReply, { circleId: circle.id, replyId: mine.id });
    expect(JSON.stringify(await sees(heron))).toContain("Heron stays");
    // For Wren nothing holds the place any more, so there is none.
    expect((await sees(wren)).feed.posts).toEqual([]);
    expect(await as(wren, (viewer) => findPost(viewer, circle.id, post.id))).toBeNull();
  });

  test("is taken back in one press, by the one who made it alone, and everything is there again", async () => {
    const { heron, wren } = ids();
    await aPost(heron, circle, { body: "Heron's words" });
    const before = await sees(wren);
    await aBlock(heron, circle, "Wren");
    const [made] = await as(heron, (viewer) => listBlocks(viewer));
    const form = { blockId: made?.id };
    await submit(wren, unblock, form);
    expect(await as(heron, (viewer) => listBlocks(viewer))).toHaveLength(1);
    expect(await submit(heron, unblock, form)).toMatchObject({ status: "done" });
    expect(await submit(heron, unblock, form)).toMatchObject({ status: "done" });
    expect(await sees(wren)).toEqual(before);
  });

  test("can be made of somebody who has left, and by nobody who does not sit there", async () => {
    const { juniper, heron, wren } = ids();
    await aPost(heron, circle, { body: "Heron's words" });
    await leave(heron, circle);
    const outsider = await aMember({ name: "Sorrel" });
    const form = { circleId: circle.id, alias: "Heron" };
    expect(await submit(outsider, block, form)).toEqual({ status: "not found" });
    expect(await submit(heron, block, { ...form, alias: "Wren" })).toEqual({ status: "not found" });
    expect(await submit(wren, block, form)).toMatchObject({ status: "went" });
    expect(JSON.stringify(await sees(wren))).not.toContain("Heron");
    expect(JSON.stringify(await sees(juniper))).toContain("Heron's words");
  });
});
