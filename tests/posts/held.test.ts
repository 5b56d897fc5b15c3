import { beforeEach, expect, test } from "vitest";
import { asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { showHeldWords } from "@/lib/jobs/upkeep";
import { isNewHere, limitOf } from "@/lib/limits";
import { decide } from "@/lib/moderation/actions";
import { sharePost } from "@/lib/posts/actions";
import { putInCircle } from "@/lib/posts/put-in-circle";
import { findPost, listPosts } from "@/lib/posts/queries";
import { editReply, reply } from "@/lib/replies/actions";
import { listNews } from "@/lib/today/queries";
import { connected } from "../database/connect";
import { aCircle, aMember, type CircleOfTest, type Member } from "../factories";
import { aPost, aReply } from "../factories-of-posts";
import { aModerator } from "../factories-of-safety";
import { as, submit } from "../people";

let juniper: Member;
let tern: Member;
let circle: CircleOfTest;

// Juniper has been here for long; Tern came today.
beforeEach(async () => {
  juniper = await aMember({ name: "Juniper" });
  tern = await aMember({ name: "Tern", createdAt: new Date() });
  circle = await aCircle(juniper, [tern]);
});

const share = (who: Member, body: string, where = circle) =>
  submit(who, sharePost, { circleId: where.id, kind: "progress", body });
const feed = async (who: Member, where = circle) =>
  (await as(who, (viewer) => listPosts(viewer, where.id))).posts;

test("a link of somebody new waits, seen by them alone with why, until somebody answers them once", async () => {
  expect(await share(tern, "See https://example.org")).toMatchObject({
    message: expect.stringMatching(/^Kept\. You alone see it until .*its link waits/),
  });
  expect(await feed(tern)).toMatchObject([{ unseenBecause: "a link of somebody new" }]);
  expect(await feed(juniper)).toEqual([]);
  expect((await as(juniper, listNews)).news).toEqual([]);
  await share(tern, "No link in this.");
  expect(await feed(juniper)).toHaveLength(1);

  const [post] = await feed(juniper);
  // Their own answer is none.
  await submit(tern, reply, { circleId: circle.id, postId: post?.id, body: "One more thing." });
  expect(await feed(juniper)).toHaveLength(1);
  await submit(juniper, reply, { circleId: circle.id, postId: post?.id, body: "Welcome." });
  expect(await feed(juniper)).toHaveLength(2);
  expect((await feed(tern)).map(({ unseenBecause }) => unseenBecause)).toEqual([undefined, undefined]);

  // From then on nothing waits.
  await share(tern, "And www.example.org");
  expect(await feed(juniper)).toHaveLength(3);
});

test("a reply waits as well, also where the link came into it later, and an answer after it shows it", async () => {
  const post = await aPost(juniper, circle);
  await submit(tern, reply, { circleId: circle.id, postId: post.id, body: "I know this." });
  const replies = async (who: Member) =>
    (await as(who, (viewer) => findPost(viewer, circle.id, post.id)))?.replies ?? [];
  const [mine] = await replies(tern);
  await submit(tern, editReply, { circleId: circle.id, replyId: mine?.id, body: "I know www.example.org" });
  expect(await replies(tern)).toMatchObject([{ unseenBecause: "a link of somebody new" }]);
  expect(await replies(juniper)).toEqual([]);
  // Nobody answers what nobody sees: an ordinary answer under her own post shows nothing.
  await aReply(juniper, post);
  expect(await replies(juniper)).toHaveLength(1);
  await submit(tern, reply, { circleId: circle.id, postId: post.id, body: "And without a link." });
  await aReply(juniper, post);
  expect(await replies(juniper)).toHaveLength(4);
});

test("of those who are new here as well, one alone lets no link appear, and a second one does", async () => {
  const marten = await aMember({ name: "Marten", createdAt: new Date() });
  const plover = await aMember({ name: "Plover", createdAt: new Date() });
  circle = await aCircle(juniper, [tern, marten, plover]);
  const said = await aPost(tern, circle, { body: "Hello." });
  await share(tern, "See https://example.org");
  await aReply(marten, said);
  await aReply(marten, said);
  expect(await feed(juniper)).toHaveLength(1);
  await share(tern, "And https://example.net");
  expect(await feed(juniper)).toHaveLength(1);
  await aReply(plover, said);
  expect(await feed(juniper)).toHaveLength(3);
  await share(tern, "And https://example.com");
  expect(await feed(juniper)).toHaveLength(4);
});

test("one old-timer's answer is enough, and what is held of one says nothing of another", async () => {
  const marten = await aMember({ name: "Marten", createdAt: new Date() });
  circle = await aCircle(juniper, [tern, marten]);
  const said = await aPost(tern, circle, { body: "Hello." });
  await share(tern, "See https://example.org");
  await share(marten, "See https://example.org");
  await aReply(juniper, said);
  expect((await feed(juniper)).map(({ alias }) => alias)).toEqual(["Tern", "Tern"]);
});

test("what waited is seen once its author's first week is over, and waits for an answer from then on", async () => {
  await share(tern, "See https://example.org");
  const [held] = await feed(tern);
  const age = (days: number) =>
    asSystem(
      (db) => db.$executeRaw`
      update users set created_at = now() - make_interval(days => ${days}::int) where id = ${tern.id}::uuid`,
    );
  await age(6);
  await showHeldWords();
  expect(await feed(juniper)).toEqual([]);
  await age(8);
  await connected("admin", (admin) =>
    admin.query("update posts set created_at = now() - interval '5 days' where id = $1", [held?.id]),
  );
  await showHeldWords();
  expect(await feed(juniper)).toMatchObject([{ body: "See https://example.org", waiting: null }]);
});

test("a link in the facts beside a post's words waits as one in its words does", async () => {
  const post = {
    id: freshId(),
    circleId: circle.id,
    kind: "setback" as const,
    need: null,
    body: "",
    details: ["As see https://example.org/apply"],
  };
  await as(tern, (viewer) => putInCircle(viewer, post));
  expect(await feed(juniper)).toEqual([]);
  expect(await feed(tern)).toMatchObject([{ unseenBecause: "a link of somebody new" }]);
});

test("somebody new answers no two circles with the same long words, and everything typed is still there", async () => {
  const other = await aCircle(juniper, [tern]);
  const body = "I earn well from home with this method. Ask me, and I will tell you how it is done.";
  const [one, two] = [await aPost(juniper, circle), await aPost(juniper, other)];
  const answer = (post: { id: string; circleId: string }, words = body) =>
    submit(tern, reply, { circleId: post.circleId, postId: post.id, body: words });
  expect(await answer(one)).toMatchObject({ status: "done" });
  expect(await answer(two, `${body}!`)).toMatchObject({
    status: "refused",
    message: expect.stringContaining("the same in another circle"),
    values: { body: [`${body}!`] },
  });
  expect(await answer(two, "Thank you.")).toMatchObject({ status: "done" });
  expect(await answer(one, "Thank you.")).toMatchObject({ status: "done" });
});

test("whoever has been here for a week, or writes no link, is not held back", async () => {
  await share(juniper, "See https://example.org");
  await share(tern, "I said no offer.");
  expect(await feed(juniper)).toHaveLength(2);
  expect(await feed(tern)).toHaveLength(2);
});

test("the same words in several circles within a day wait for a moderator, who lets them be or hides them", async () => {
  const wren = await aMember({ name: "Wren" });
  const other = await aCircle(wren, [tern], { name: "Second wind" });
  await share(tern, "Earn from home");
  await share(tern, "EARN from home!", other);
  expect(await feed(juniper)).toHaveLength(1);
  expect(await feed(wren, other)).toEqual([]);
  expect(await feed(tern, other)).toMatchObject([{ unseenBecause: "sent to several circles" }]);
  // An answer does not let it appear: a moderator does.
  const calm = await aPost(wren, other);
  await submit(tern, reply, { circleId: other.id, postId: calm.id, body: "I know this." });
  await aReply(wren, calm);
  expect((await feed(wren, other)).map(({ id }) => id)).toEqual([calm.id]);

  const [held] = await asSystem((db) => db.report.findMany({ where: { circleId: other.id } }));
  expect(held).toMatchObject({ reason: "held", reporterId: null, reportedId: tern.id });
  const words = { toReported: "It may stand.", toReporter: "It may stand." };
  await submit(await aModerator(), decide, { reportId: held?.id, kind: "none", ...words });
  expect(await feed(wren, other)).toHaveLength(2);
});

test("whoever joined less than a week ago may say less at a time", () => {
  const day = 86_400_000;
  const joined = (days: number) => ({ createdAt: new Date(Date.now() - days * day) });
  expect(isNewHere(joined(6.9))).toBe(true);
  expect(isNewHere(joined(7.1))).toBe(false);
  expect(limitOf("post", joined(1))).toBe("post, new here");
  expect(limitOf("post", joined(8))).toBe("post");
  expect(limitOf("invite", joined(1))).toBe("invite");
});
