import { describe, expect, test } from "vitest";
import { findCircle } from "@/lib/circles/queries";
import { asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { chooseNudgeMails, putAway } from "@/lib/nudges/actions";
import { listNudges, wantsNudgeMails } from "@/lib/nudges/queries";
import { takeBackPost } from "@/lib/posts/actions";
import { reply } from "@/lib/replies/actions";
import { listNews } from "@/lib/today/queries";
import { aCircle, aMember, leave, type Member } from "../factories";
import { aNudge, aPost, aReply } from "../factories-of-posts";
import { keepApart } from "../keep-apart";
import { as, submit } from "../people";

const waits = (member: Member) => as(member, listNudges);

async function threeAndAPost() {
  const [juniper, heron, wren] = [
    await aMember({ name: "Juniper" }),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Wren" }),
  ];
  const circle = await aCircle(juniper, [heron, wren]);
  const post = await aPost(juniper, circle);
  return { juniper, heron, wren, circle, post };
}

describe("what waits for somebody", () => {
  test("is theirs alone, a sentence that leads there, on Today and in the circle too", async () => {
    const { heron, wren, circle, post } = await threeAndAPost();
    await aNudge(heron, post, { kind: "post-waits-for-buddy" });
    const line = {
      kind: "post-waits-for-buddy",
      says: expect.stringContaining("A line from you would be welcome"),
      to: `/circles/${circle.id}/posts/${post.id}`,
      circle: "Thursday lanterns",
    };
    expect(await waits(heron)).toMatchObject([line]);
    expect((await as(heron, listNews)).waiting).toMatchObject({ lines: [line], hasMore: false });
    expect((await as(heron, (viewer) => findCircle(viewer, circle.id)))?.waits).toBe(1);
    expect(await waits(wren)).toEqual([]);
    expect((await as(wren, listNews)).waiting.lines).toEqual([]);
    expect((await as(wren, (viewer) => findCircle(viewer, circle.id)))?.waits).toBe(0);
  });

  test("is shown on Today to who sits in no circle, where it belongs to none", async () => {
    const juniper = await aMember();
    const data = { userId: juniper.id, kind: "post-waits", aboutId: freshId() };
    await asSystem((db) => db.nudge.createMany({ data }));
    expect(await as(juniper, listNews)).toMatchObject({
      hasCircle: false,
      news: [],
      waiting: { lines: [{ circle: null }] },
    });
  });

  test("stands on Today as far as three, with a link to the rest", async () => {
    const { juniper, heron, circle } = await threeAndAPost();
    for (let i = 0; i < 4; i++) await aNudge(heron, await aPost(juniper, circle));
    const { waiting } = await as(heron, listNews);
    expect(waiting.lines).toHaveLength(3);
    expect(waiting.hasMore).toBe(true);
    expect(await waits(heron)).toHaveLength(4);
  });

  test("is nothing that a version knows which has no words for it", async () => {
    const { heron, circle } = await threeAndAPost();
    const data = { userId: heron.id, kind: "of-tomorrow", circleId: circle.id, aboutId: freshId() };
    await asSystem((db) => db.nudge.createMany({ data }));
    expect(await waits(heron)).toEqual([]);
    expect((await as(heron, listNews)).waiting.lines).toEqual([]);
    expect((await as(heron, (viewer) => findCircle(viewer, circle.id)))?.waits).toBe(0);
  });

  test("is done for everybody with the first answer of somebody else, and not with a word of its author's", async () => {
    const { juniper, heron, wren, circle, post } = await threeAndAPost();
    for (const one of [heron, wren]) await aNudge(one, post);
    await aReply(juniper, post);
    expect(await waits(wren)).toHaveLength(1);
    await submit(heron, reply, { circleId: circle.id, postId: post.id, body: "I am with you." });
    expect([...(await waits(heron)), ...(await waits(wren))]).toEqual([]);
  });

  test("goes with the post, whether anything of it stays or not", async () => {
    const { juniper, heron, wren, circle, post } = await threeAndAPost();
    const answered = await aPost(juniper, circle);
    await aReply(heron, answered);
    for (const one of [post, answered]) await aNudge(wren, one);
    for (const { id } of [post, answered])
      await submit(juniper, takeBackPost, { circleId: circle.id, postId: id });
    expect(await waits(wren)).toEqual([]);
  });

  test("is not there for who leaves the circle, and for who pauses as far as it is about posts", async () => {
    const { heron, wren, circle, post } = await threeAndAPost();
    for (const one of [heron, wren]) await aNudge(one, post);
    await leave(heron, circle);
    await asSystem((db) =>
      db.membership.updateMany({
        where: { circleId: circle.id, userId: wren.id },
        data: { pausedAt: new Date() },
      }),
    );
    expect([...(await waits(heron)), ...(await waits(wren))]).toEqual([]);
  });

  test("is not there between two of whom one wants to meet the other no more, whoever that is", async () => {
    const { juniper, heron, wren, circle, post } = await threeAndAPost();
    for (const one of [heron, wren]) await aNudge(one, post);
    await keepApart(heron, juniper);
    expect(await waits(heron)).toEqual([]);
    expect(await waits(wren)).toHaveLength(1);
    await keepApart(juniper, wren);
    expect(await waits(wren)).toEqual([]);
    expect((await as(wren, (viewer) => findCircle(viewer, circle.id)))?.waits).toBe(0);
  });
});

describe("putting away", () => {
  test("is one press, and a second one changes nothing", async () => {
    const { heron, post } = await threeAndAPost();
    const nudge = await aNudge(heron, post);
    expect(await submit(heron, putAway, nudge)).toMatchObject({ status: "done" });
    expect(await waits(heron)).toEqual([]);
    const [first] = await as(heron, ({ db }) => db.nudge.findMany({ select: { doneAt: true } }));
    expect(await submit(heron, putAway, nudge)).toMatchObject({ status: "done" });
    expect(await as(heron, ({ db }) => db.nudge.findMany({ select: { doneAt: true } }))).toEqual([first]);
  });

  test("is for one's own: what waits for others, or for nobody, is not there", async () => {
    const { heron, wren, post } = await threeAndAPost();
    const nudge = await aNudge(heron, post);
    expect(await submit(wren, putAway, nudge)).toEqual({ status: "not found" });
    expect(await submit(null, putAway, nudge)).toMatchObject({ status: "went" });
    expect(await submit(heron, putAway, { ...nudge, kind: "constructor" })).toMatchObject({
      status: "invalid",
    });
    expect(await waits(heron)).toHaveLength(1);
  });

  test("is all that a member can do about a nudge", async () => {
    const { heron, wren, post } = await threeAndAPost();
    await aNudge(heron, post);
    const data = { userId: wren.id, kind: "post-waits", aboutId: post.id };
    await expect(as(wren, ({ db }) => db.nudge.createMany({ data }))).rejects.toThrow();
    await expect(
      as(heron, ({ db }) => db.$executeRaw`select app.nudge(${wren.id}::uuid, 'x', null, ${post.id}::uuid)`),
    ).rejects.toThrow();
    await expect(as(heron, ({ db }) => db.nudge.deleteMany())).rejects.toThrow();
  });
});

describe("mails", () => {
  test("are asked for and stopped in Settings, and are not there unless asked for", async () => {
    const juniper = await aMember();
    expect(await as(juniper, wantsNudgeMails)).toBe(false);
    const since = async () =>
      (await as(juniper, ({ db }) => db.user.findFirst({ select: { nudgeMailsAt: true } })))?.nudgeMailsAt;
    expect(await submit(juniper, chooseNudgeMails, { mails: true })).toMatchObject({ status: "done" });
    const first = await since();
    expect(first).toBeInstanceOf(Date);
    await submit(juniper, chooseNudgeMails, { mails: true });
    expect(await since()).toEqual(first);
    await submit(juniper, chooseNudgeMails, {});
    expect(await as(juniper, wantsNudgeMails)).toBe(false);
  });
});
