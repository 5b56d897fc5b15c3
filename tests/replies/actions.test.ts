import { beforeAll, describe, expect, test } from "vitest";
import { asMember } from "@/lib/db";
import { findDraft } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { takeBackPost } from "@/lib/posts/actions";
import { findPost } from "@/lib/posts/queries";
import { editReply, reply, takeBackReply } from "@/lib/replies/actions";
import { aCircle, aMember, leave, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aPost, aReply } from "../factories-of-posts";
import { as, submit } from "../people";

let juniper: Member;
let heron: Member;
let wren: Member;
let outsider: Member;
let circle: { id: string };
let post: { id: string; circleId: string };

beforeAll(async () => {
  [juniper, heron, wren, outsider] = await Promise.all([
    aMember({ name: "Juniper" }),
    aMember({ name: "Heron" }),
    aMember({ name: "Wren" }),
    aMember({ name: "Alder" }),
  ]);
  circle = await aCircle(juniper, [heron, wren]);
  post = await aPost(heron, circle);
});

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const postSeenBy = (member: Member, to: { id: string; circleId: string }) =>
  as(member, (viewer) => findPost(viewer, to.circleId, to.id));
const repliesOf = async (member: Member, to: { id: string; circleId: string } = post) =>
  (await postSeenBy(member, to))?.replies ?? [];
/** How many rows of a post and of its replies there are. */
const leftOf = ({ id }: { id: string }) =>
  asMember(juniper.id, async (db) => [
    await db.post.count({ where: { id } }),
    await db.reply.count({ where: { postId: id } }),
  ]);

describe("replying", () => {
  test("an answer in words reaches the circle", async () => {
    const here = await aPost(heron, circle);
    const words = { circleId: circle.id, postId: here.id, body: "I heard that you sat in the car." };
    expect(await submit(wren, reply, words)).toEqual({ status: "done" });
    expect(await repliesOf(juniper, here)).toMatchObject([
      { alias: "Wren", body: "I heard that you sat in the car.", isMine: false, canEdit: false },
    ]);
    expect(await repliesOf(wren, here)).toMatchObject([{ isMine: true, canEdit: true, canTakeBack: true }]);
  });

  test("the same form sent twice, even at once, makes one reply", async () => {
    const here = await aPost(heron, circle);
    const form = { id: freshId(), circleId: circle.id, postId: here.id, body: "I am with you." };
    await Promise.all(Array.from({ length: 5 }, () => submit(wren, reply, form)));
    expect(await submit(wren, reply, form)).toEqual({ status: "done" });
    expect(await repliesOf(heron, here)).toHaveLength(1);
  });

  test("the same form sent again with other words loses neither, and each is there once", async () => {
    const here = await aPost(heron, circle);
    const form = { id: freshId(), circleId: circle.id, postId: here.id, body: "I am with you." };
    await submit(wren, reply, form);
    const changed = () => submit(wren, reply, { ...form, body: "I am with you, always." });
    const sent = [...(await Promise.all([changed(), changed()])), await changed()];
    for (const one of sent) expect(one).toEqual({ status: "done" });
    expect((await repliesOf(heron, here)).map(({ body }) => body)).toEqual([
      "I am with you.",
      "I am with you, always.",
    ]);
  });

  test("an empty reply is asked for a line or two", async () => {
    const sent = await submit(wren, reply, { circleId: circle.id, postId: post.id, body: " \n " });
    expect(sent).toMatchObject({ status: "invalid", fieldErrors: { body: "Write a line or two." } });
  });

  test("a reply that was sent has no draft any more, and one that was refused keeps it", async () => {
    const [here, gone] = [await aPost(heron, circle), { circleId: circle.id, id: freshId() }];
    for (const to of [here, gone]) {
      const draftKey = `reply:${to.id}`;
      await aDraft(wren, draftKey, { body: ["I am"] });
      await submit(wren, reply, { circleId: circle.id, postId: to.id, body: "I am with you.", draftKey });
      const draft = await as(wren, (viewer) => findDraft(viewer, draftKey));
      expect(draft === null).toBe(to === here);
    }
  });

  test("from outside, after leaving, or to a post that is gone: not sent, and the words stay", async () => {
    const [host, left] = [await aMember({ name: "Rowan" }), await aMember({ name: "Marten" })];
    const here = await aCircle(host, [left]);
    const theirs = await aPost(host, here);
    const taken = await aPost(host, here, { body: "", takenBackAt: new Date() });
    await leave(left, here);
    for (const [member, postId] of [
      [outsider, theirs.id],
      [left, theirs.id],
      [host, taken.id],
      [host, freshId()],
    ] as const) {
      expect(await submit(member, reply, { circleId: here.id, postId, body: "Hello?" })).toMatchObject({
        status: "refused",
        message: "This post is not here any more. Your words are still here.",
        values: { body: ["Hello?"] },
      });
    }
    expect(await repliesOf(host, theirs)).toEqual([]);
  });

  test("an address that was not confirmed does not reply yet", async () => {
    const unverified = await aMember({ name: "Sorrel", verified: false });
    const here = await aCircle(unverified);
    const own = await aPost(unverified, here);
    const sent = await submit(unverified, reply, { circleId: here.id, postId: own.id, body: "Hello." });
    expect(sent).toMatchObject({ status: "refused", values: { body: ["Hello."] } });
  });

  test("a reply cannot point at another circle's post, not even past the action", async () => {
    const host = await aMember({ name: "Rowan" });
    const [here, there] = [await aCircle(host), await aCircle(host)];
    const theirs = await aPost(host, here);
    const words = { circleId: there.id, postId: theirs.id, body: "Hello?" };
    expect(await submit(host, reply, words)).toMatchObject({ status: "refused" });
    const byForce = asMember(host.id, (db) =>
      db.reply.createMany({ data: { ...words, id: freshId(), authorId: host.id } }),
    );
    await expect(byForce).rejects.toThrow(/[Ff]oreign key/);
  });

  test("nobody replies under another member's name", async () => {
    const forged = asMember(wren.id, (db) =>
      db.reply.createMany({
        data: {
          circleId: circle.id,
          postId: post.id,
          id: freshId(),
          authorId: juniper.id,
          body: "I am Juniper.",
        },
      }),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});

describe("changing a reply", () => {
  const change = (member: Member, replyId: string, body: string, circleId = circle.id) =>
    submit(member, editReply, { circleId, replyId, body });

  test("within 15 minutes the words change, and it is said that they did", async () => {
    const here = await aPost(heron, circle);
    const { id } = await aReply(wren, here, { createdAt: minutesAgo(14) });
    const sent = await change(wren, id, "I am with you, Heron.");
    expect(sent).toEqual({ status: "went", to: `/circles/${circle.id}/posts/${here.id}` });
    expect(await repliesOf(heron, here)).toMatchObject([{ body: "I am with you, Heron.", isEdited: true }]);
  });

  test("sent twice it is as good as once; left as it was, it was not edited", async () => {
    const here = await aPost(heron, circle);
    const { id } = await aReply(wren, here, { body: "I am with you." });
    await change(wren, id, "I am with you.");
    expect(await repliesOf(heron, here)).toMatchObject([{ isEdited: false }]);
    await change(wren, id, "With you.");
    expect(await change(wren, id, "With you.")).toMatchObject({ status: "went" });
    expect(await repliesOf(heron, here)).toMatchObject([{ body: "With you.", isEdited: true }]);
  });

  test("after 15 minutes it stays, and so does what was typed", async () => {
    const here = await aPost(heron, circle);
    const { id } = await aReply(wren, here, { body: "I am with you.", createdAt: minutesAgo(15) });
    expect(await change(wren, id, "Something else.")).toMatchObject({
      status: "refused",
      values: { body: ["Something else."] },
    });
    expect(await repliesOf(heron, here)).toMatchObject([{ body: "I am with you.", isEdited: false }]);
  });

  test("nobody changes what somebody else said, or what they took back", async () => {
    const here = await aPost(heron, circle);
    const { id } = await aReply(wren, here);
    const taken = await aReply(wren, here, { body: "", takenBackAt: new Date() });
    for (const member of [juniper, heron, outsider]) {
      expect(await change(member, id, "Changed.")).toEqual({ status: "not found" });
    }
    expect(await change(wren, taken.id, "Changed.")).toMatchObject({
      status: "refused",
      message: expect.stringContaining("taken back meanwhile"),
      values: { body: ["Changed."] },
    });
    const byForce = await asMember(juniper.id, (db) =>
      db.reply.updateMany({ where: { id }, data: { body: "Changed." } }),
    );
    expect(byForce.count).toBe(0);
  });
});

describe("taking a reply back", () => {
  const takeBack = (member: Member, replyId: string) =>
    submit(member, takeBackReply, { circleId: circle.id, replyId });

  test("nobody answered after it: it is gone, and its words are their author's draft again", async () => {
    const here = await aPost(heron, circle);
    await aReply(juniper, here, { createdAt: minutesAgo(60) });
    const { id } = await aReply(wren, here, { body: "Too quick of me.", createdAt: minutesAgo(50) });
    await aReply(wren, here, { body: "One more thing.", createdAt: minutesAgo(40) });
    expect(await takeBack(wren, id)).toEqual({ status: "done", message: "Taken back." });
    expect(await repliesOf(heron, here)).toMatchObject([{ alias: "Juniper" }, { body: "One more thing." }]);
    const draft = await as(wren, (viewer) => findDraft(viewer, `reply:${here.id}`));
    expect(draft?.values).toEqual({ body: ["Too quick of me."] });
  });

  test("others answered after it: its words go, and 'taken back' stays in its place", async () => {
    const here = await aPost(heron, circle);
    const { id } = await aReply(wren, here, { createdAt: minutesAgo(60) });
    await aReply(heron, here, { body: "Thank you, Wren.", createdAt: minutesAgo(50) });
    await takeBack(wren, id);
    expect(await repliesOf(juniper, here)).toMatchObject([
      { isTakenBack: true, body: "", canTakeBack: false, canEdit: false },
      { body: "Thank you, Wren." },
    ]);
  });

  test("twice is as good as once", async () => {
    const here = await aPost(heron, circle);
    const [bare, answered] = [
      await aReply(wren, here),
      await aReply(wren, here, { createdAt: minutesAgo(9) }),
    ];
    await aReply(heron, here, { createdAt: minutesAgo(5) });
    for (const { id } of [bare, answered, bare, answered]) {
      expect(await takeBack(wren, id)).toMatchObject({ status: "done" });
    }
  });

  test("nobody takes back what somebody else said", async () => {
    const here = await aPost(heron, circle);
    const { id } = await aReply(wren, here);
    for (const member of [heron, juniper, outsider]) {
      expect(await takeBack(member, id)).toEqual({ status: "not found" });
    }
    expect(await repliesOf(heron, here)).toHaveLength(1);
  });

  test("a reply under a post that was taken back can still be taken back", async () => {
    const here = await aPost(heron, circle);
    const { id } = await aReply(wren, here);
    await submit(heron, takeBackPost, { circleId: circle.id, postId: here.id });
    expect(await takeBack(wren, id)).toMatchObject({ status: "done" });
  });

  test("the last answer to a post that was taken back takes its empty place along", async () => {
    const here = await aPost(heron, circle);
    const first = await aReply(wren, here, { createdAt: minutesAgo(60) });
    const last = await aReply(juniper, here, { createdAt: minutesAgo(50) });
    await aReply(heron, here, { body: "Thank you both.", createdAt: minutesAgo(40) });
    await submit(heron, takeBackPost, { circleId: circle.id, postId: here.id });

    await takeBack(wren, first.id);
    expect(await postSeenBy(heron, here)).toMatchObject({ isTakenBack: true, replies: [{}, {}, {}] });
    await takeBack(juniper, last.id);
    for (const member of [heron, wren, juniper]) expect(await postSeenBy(member, here)).toBeNull();
    expect(await leftOf(here)).toEqual([0, 0]);
  });

  test("the last answer after a reply that was taken back takes its empty place along", async () => {
    const here = await aPost(heron, circle);
    const { id } = await aReply(wren, here, { createdAt: minutesAgo(60) });
    const thanks = await aReply(heron, here, { createdAt: minutesAgo(50) });
    await takeBack(wren, id);
    await takeBack(heron, thanks.id);
    expect(await repliesOf(juniper, here)).toEqual([]);
    expect(await leftOf(here)).toEqual([1, 0]);
  });

  test("from the post's own page, it leads to the circle when that is gone, and stays when it is not", async () => {
    const here = await aPost(heron, circle);
    const [one, two] = [await aReply(wren, here), await aReply(wren, here)];
    await submit(heron, takeBackPost, { circleId: circle.id, postId: here.id });
    const form = { circleId: circle.id, from: here.id };
    expect(await submit(wren, takeBackReply, { ...form, replyId: one.id })).toMatchObject({ status: "done" });
    for (const _ of [1, 2]) {
      expect(await submit(wren, takeBackReply, { ...form, replyId: two.id })).toEqual({
        status: "went",
        to: `/circles/${circle.id}`,
      });
    }
  });

  test("an empty place that somebody's answer holds is nobody's to clear away", async () => {
    const here = await aPost(heron, circle);
    await aReply(wren, here);
    await submit(heron, takeBackPost, { circleId: circle.id, postId: here.id });
    for (const member of [juniper, wren, outsider]) {
      await asMember(member.id, async (db) => {
        await db.post.deleteMany({ where: { id: here.id } });
        await db.$executeRaw`select app.clear_empty_places(array[${circle.id}::uuid], array[${here.id}::uuid])`;
      });
    }
    expect(await postSeenBy(heron, here)).toMatchObject({ isTakenBack: true, replies: [{ alias: "Wren" }] });
  });
});
