import { beforeAll, expect, test } from "vitest";
import { asMember } from "@/lib/db";
import { encourage } from "@/lib/encouragements/actions";
import { freshId } from "@/lib/ids";
import { aCircle, aMember, leave, type Member } from "../factories";
import { anEncouragement, aPost } from "../factories-of-posts";
import { submit } from "../people";

let juniper: Member;
let heron: Member;
let wren: Member;
let outsider: Member;
let circle: { id: string };

beforeAll(async () => {
  [juniper, heron, wren, outsider] = await Promise.all([
    aMember({ name: "Juniper" }),
    aMember({ name: "Heron" }),
    aMember({ name: "Wren" }),
    aMember({ name: "Alder" }),
  ]);
  circle = await aCircle(juniper, [heron, wren]);
});

const press = (member: Member, post: { id: string; circleId?: string }, kind: string, on: "yes" | "no") =>
  submit(member, encourage, {
    circleId: circle.id,
    ...post,
    postId: post.id,
    [on === "yes" ? "give" : "takeBack"]: kind,
  });
const given = (post: { id: string }) =>
  asMember(juniper.id, (db) =>
    db.encouragement.findMany({ where: { postId: post.id }, select: { memberId: true, kind: true } }),
  );

test("a warm signal is given, and taken back by pressing again", async () => {
  const post = await aPost(heron, circle);
  expect(await press(juniper, post, "with_you", "yes")).toEqual({ status: "done" });
  expect(await given(post)).toEqual([{ memberId: juniper.id, kind: "with_you" }]);
  expect(await press(juniper, post, "with_you", "no")).toEqual({ status: "done" });
  expect(await given(post)).toEqual([]);
});

test("twenty presses at once make one row, and twenty to take it back leave none", async () => {
  const post = await aPost(heron, circle);
  const twenty = (on: "yes" | "no") =>
    Promise.all(Array.from({ length: 20 }, () => press(juniper, post, "with_you", on)));
  expect(new Set((await twenty("yes")).map((sent) => sent.status))).toEqual(new Set(["done"]));
  expect(await given(post)).toEqual([{ memberId: juniper.id, kind: "with_you" }]);
  expect(new Set((await twenty("no")).map((sent) => sent.status))).toEqual(new Set(["done"]));
  expect(await given(post)).toEqual([]);
});

test("a member may give one of each kind, beside what others give", async () => {
  const post = await aPost(heron, circle);
  await Promise.all([
    press(juniper, post, "with_you", "yes"),
    press(juniper, post, "brave", "yes"),
    press(wren, post, "with_you", "yes"),
  ]);
  expect(await given(post)).toHaveLength(3);
});

test("taking one's own back leaves the others'", async () => {
  const post = await aPost(heron, circle);
  await anEncouragement(wren, post, "with_you");
  await press(juniper, post, "with_you", "no");
  expect(await given(post)).toEqual([{ memberId: wren.id, kind: "with_you" }]);
});

test("an address that was not confirmed encourages all the same", async () => {
  const [host, unverified] = [await aMember({ name: "Rowan" }), await aMember({ verified: false })];
  const here = await aCircle(host, [unverified]);
  const post = await aPost(host, here);
  expect(await press(unverified, post, "with_you", "yes")).toEqual({ status: "done" });
});

test("members encourage each other, not themselves, and only with what fits", async () => {
  const [ask, win] = [await aPost(heron, circle), await aPost(heron, circle, { kind: "win" })];
  expect(await press(heron, ask, "with_you", "yes")).toEqual({ status: "not found" });
  expect(await press(juniper, win, "been_there", "yes")).toEqual({ status: "not found" });
  expect(await press(juniper, ask, "glad", "yes")).toEqual({ status: "not found" });
  expect(await press(juniper, ask, "applause", "yes")).toMatchObject({ status: "invalid" });
});

test("nobody encourages from outside, or after leaving", async () => {
  const [host, left] = [await aMember({ name: "Rowan" }), await aMember({ name: "Marten" })];
  const here = await aCircle(host, [left]);
  const post = await aPost(host, here);
  await leave(left, here);
  for (const member of [outsider, left]) {
    expect(await press(member, post, "with_you", "yes")).toEqual({ status: "not found" });
  }
  const byForce = asMember(outsider.id, (db) =>
    db.encouragement.createMany({
      data: { circleId: here.id, postId: post.id, memberId: outsider.id, kind: "with_you" },
    }),
  );
  await expect(byForce).rejects.toThrow(/row-level security/);
});

test("a signal cannot point at another circle's post", async () => {
  const host = await aMember({ name: "Rowan" });
  const [here, there] = [await aCircle(host), await aCircle(host, [await aMember({ name: "Marten" })])];
  const post = await aPost(host, here);
  expect(await press(host, { id: post.id, circleId: there.id }, "with_you", "yes")).not.toMatchObject({
    status: "refused",
  });
  const byForce = asMember(host.id, (db) =>
    db.encouragement.createMany({
      data: { circleId: there.id, postId: post.id, memberId: host.id, kind: "with_you" },
    }),
  );
  await expect(byForce).rejects.toThrow(/[Ff]oreign key/);
});

test("a post that was taken back a moment ago takes no signal, and nobody is sent astray", async () => {
  const taken = await aPost(heron, circle, { body: "", takenBackAt: new Date() });
  for (const post of [taken, { circleId: circle.id, id: freshId() }]) {
    expect(await press(juniper, post, "with_you", "yes")).toEqual({ status: "done" });
    expect(await given(post)).toEqual([]);
  }
});
