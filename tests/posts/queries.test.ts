import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { findPost, listPosts } from "@/lib/posts/queries";
import { aCircle, aMember, anInvitation, join, leave, type Member } from "../factories";
import { anEncouragement, aPost, aReply } from "../factories-of-posts";
import { as } from "../people";

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

let juniper: Member;
let heron: Member;
let wren: Member;
let outsider: Member;

beforeAll(async () => {
  [juniper, heron, wren, outsider] = await Promise.all([
    aMember({ name: "Juniper" }),
    aMember({ name: "Heron" }),
    aMember({ name: "Wren" }),
    aMember({ name: "Alder" }),
  ]);
});

const feed = (member: Member, circle: { id: string }, before?: string) =>
  as(member, (viewer) => listPosts(viewer, circle.id, before));

describe("who sees what is shared", () => {
  test("whoever sits in the circle, until they leave; never anybody else", async () => {
    const [host, guest] = [await aMember({ name: "Rowan" }), await aMember({ name: "Marten" })];
    const circle = await aCircle(host, [guest]);
    const post = await aPost(host, circle);
    await aReply(host, post);
    await anEncouragement(guest, post);
    expect((await feed(guest, circle)).posts).toHaveLength(1);

    await leave(guest, circle);
    for (const member of [guest, outsider]) {
      expect(await feed(member, circle)).toMatchObject({ posts: [], older: null });
      expect(await as(member, (viewer) => findPost(viewer, circle.id, post.id))).toBeNull();
      // Not the where clauses: Postgres itself.
      const everything = await asMember(member.id, (db) =>
        Promise.all([db.post.count(), db.reply.count(), db.encouragement.count()]),
      );
      expect(everything).toEqual([0, 0, 0]);
    }
  });

  test("a member who was asked to leave sees nothing from the next look on", async () => {
    const [host, guest] = [await aMember({ name: "Rowan" }), await aMember({ name: "Marten" })];
    const circle = await aCircle(host, [guest]);
    const post = await aPost(guest, circle);
    await asMember(host.id, (db) =>
      db.membership.updateMany({
        where: { circleId: circle.id, userId: guest.id },
        data: { leftAt: new Date(), removedAt: new Date(), seat: null },
      }),
    );
    expect((await feed(guest, circle)).posts).toEqual([]);
    expect((await feed(host, circle)).posts).toMatchObject([{ id: post.id, alias: "Marten" }]);
  });

  test("a post of one circle is not found through another", async () => {
    const host = await aMember({ name: "Rowan" });
    const [here, there] = [await aCircle(host), await aCircle(host)];
    const post = await aPost(host, here);
    expect(await as(host, (viewer) => findPost(viewer, there.id, post.id))).toBeNull();
    expect((await feed(host, there)).posts).toEqual([]);
  });
});

describe("a page of the feed", () => {
  test("is in the order in which things were said, not in which their forms were opened", async () => {
    const circle = await aCircle(await aMember({ name: "Rowan" }), [juniper]);
    const openedLongAgo = freshId();
    const first = await aPost(juniper, circle, { createdAt: hoursAgo(2) });
    await aPost(juniper, circle, { id: openedLongAgo, createdAt: hoursAgo(1) });
    expect((await feed(juniper, circle)).posts.map((post) => post.id)).toEqual([openedLongAgo, first.id]);
  });

  test("holds six, says where older ones begin, and shows each post once", async () => {
    const host = await aMember({ name: "Rowan" });
    const circle = await aCircle(host);
    const createdAt = hoursAgo(1);
    // All at the same millisecond, so that nothing but the id tells them apart.
    const rows = Array.from({ length: 45 }, (_, index) => ({
      id: freshId(),
      circleId: circle.id,
      authorId: host.id,
      kind: "progress" as const,
      body: `Day ${index}`,
      createdAt,
    }));
    await asMember(host.id, (db) => db.post.createMany({ data: rows }));

    const seen: string[] = [];
    let before: string | undefined;
    const sizes: number[] = [];
    do {
      const page = await feed(host, circle, before);
      expect(page.isNewest).toBe(before === undefined);
      seen.push(...page.posts.map((post) => post.id));
      sizes.push(page.posts.length);
      before = page.older ?? undefined;
    } while (before);
    expect(sizes).toEqual([6, 6, 6, 6, 6, 6, 6, 3]);
    expect(seen).toEqual(
      rows
        .map((row) => row.id)
        .sort()
        .reverse(),
    );
  });

  test("an address without sense shows the newest", async () => {
    const host = await aMember({ name: "Rowan" });
    const circle = await aCircle(host);
    await aPost(host, circle);
    for (const before of ["", "'; select", freshId()]) {
      expect(await feed(host, circle, before)).toMatchObject({
        isNewest: true,
        posts: [{ body: "No offer." }],
      });
    }
  });

  test("costs the same number of statements for 1 and for 200 posts", async () => {
    const host = await aMember({ name: "Rowan" });
    const circle = await aCircle(host, [await aMember({ name: "Marten" })]);
    const statements = () =>
      as(host, async (viewer) => {
        const sent = vi.spyOn(pg.Client.prototype, "query");
        await listPosts(viewer, circle.id);
        const count = sent.mock.calls.length;
        sent.mockRestore();
        return count;
      });
    await aPost(host, circle);
    const forOne = await statements();
    await asMember(host.id, (db) =>
      db.post.createMany({
        data: Array.from({ length: 199 }, () => ({
          id: freshId(),
          circleId: circle.id,
          authorId: host.id,
          kind: "progress" as const,
          body: "A walk.",
        })),
      }),
    );
    expect([forOne, await statements()]).toEqual([3, 3]);
  });
});

describe("what a card says", () => {
  test("who encouraged, by name and without a count", async () => {
    const circle = await aCircle(await aMember({ name: "Rowan" }), [juniper, heron, wren]);
    const post = await aPost(heron, circle);
    await anEncouragement(wren, post, "with_you");
    await anEncouragement(juniper, post, "with_you");
    await anEncouragement(wren, post, "brave");
    const seenBy = async (member: Member) => (await feed(member, circle)).posts[0];
    expect(await seenBy(juniper)).toMatchObject({
      encouragedBy: ["Wren and you are with Heron", "Wren finds this brave"],
      signals: [
        { kind: "with_you", words: "With you", on: true },
        { kind: "been_there", words: "Been there", on: false },
        { kind: "brave", words: "That was brave", on: false },
      ],
    });
    expect(await seenBy(heron)).toMatchObject({
      encouragedBy: ["Juniper and Wren are with you", "Wren finds this brave"],
      signals: [],
    });
  });

  test("the newest three replies, oldest first, and that there are earlier ones", async () => {
    const circle = await aCircle(await aMember({ name: "Rowan" }), [juniper]);
    const post = await aPost(juniper, circle);
    for (const minutes of [50, 40, 30, 20]) {
      await aReply(juniper, post, { body: `${minutes}`, createdAt: hoursAgo(minutes / 60) });
    }
    const [card] = (await feed(juniper, circle)).posts;
    expect(card?.replies.map((reply) => reply.body)).toEqual(["40", "30", "20"]);
    expect(card?.earlierReplies).not.toBeNull();
    const whole = await as(juniper, (viewer) => findPost(viewer, circle.id, post.id));
    expect(whole?.replies.map((reply) => reply.body)).toEqual(["50", "40", "30", "20"]);
    expect(whole?.earlierReplies).toBeNull();
  });

  test("who left keeps their name under what they said", async () => {
    const [host, guest] = [await aMember({ name: "Rowan" }), await aMember({ name: "Marten" })];
    const circle = await aCircle(host, [guest]);
    await aPost(guest, circle);
    await leave(guest, circle);
    expect((await feed(host, circle)).posts).toMatchObject([{ alias: "Marten" }]);
  });

  test("nothing that would tell one circle who somebody is in another", async () => {
    const circle = await aCircle(await aMember({ name: "Rowan" }), [juniper, heron]);
    const post = await aPost(heron, circle);
    await aReply(heron, post);
    await anEncouragement(heron, post);
    const sent = JSON.stringify(await feed(juniper, circle));
    expect(sent).not.toContain(heron.id);
    expect(sent).not.toContain(heron.email);
  });
});

describe("a post without an answer for 24 hours", () => {
  const waitingFor = async (member: Member, circle: { id: string }) =>
    (await feed(member, circle)).posts.map((post) => post.waiting);

  test("is marked for those who hold the circle, and for nobody else", async () => {
    const [host, second, author] = [
      await aMember({ name: "Rowan" }),
      await aMember({ name: "Sorrel" }),
      await aMember({ name: "Marten" }),
    ];
    const circle = await aCircle(host, [second, author]);
    await asMember(host.id, (db) =>
      db.membership.updateMany({
        where: { circleId: circle.id, userId: second.id },
        data: { role: "cofacilitator" },
      }),
    );
    await aPost(author, circle, { createdAt: hoursAgo(72) });
    expect(await waitingFor(host, circle)).toEqual(["for 3 days"]);
    expect(await waitingFor(second, circle)).toEqual(["for 3 days"]);
    expect(await waitingFor(author, circle)).toEqual([null]);
  });

  test.each([
    ["nobody said anything and a day is over", 25, [], true],
    ["the day is not over", 23, [], false],
    ["somebody answered", 25, ["other"], false],
    ["only its author added something", 25, ["author"], true],
    ["the only answer was taken back", 25, ["taken back"], true],
    ["it got a warm signal and no words", 25, ["signal"], true],
  ])("where %s (%i h, %j): marked is %s", async (_what, hours, answers, marked) => {
    const [host, author] = [await aMember({ name: "Rowan" }), await aMember({ name: "Marten" })];
    const circle = await aCircle(host, [author]);
    const post = await aPost(author, circle, { createdAt: hoursAgo(hours) });
    for (const answer of answers) {
      if (answer === "signal") await anEncouragement(host, post);
      else if (answer === "author") await aReply(author, post);
      else await aReply(host, post, answer === "taken back" ? { body: "", takenBackAt: new Date() } : {});
    }
    expect((await waitingFor(host, circle))[0] !== null).toBe(marked);
  });

  test("holding one circle does not mark another's posts", async () => {
    const [host, other] = [await aMember({ name: "Rowan" }), await aMember({ name: "Sorrel" })];
    await aCircle(host);
    const circle = await aCircle(other, [await aMember({ name: "Marten" })]);
    await join(host, circle, await anInvitation(other, circle));
    await aPost(other, circle, { createdAt: hoursAgo(30) });
    expect(await waitingFor(host, circle)).toEqual([null]);
    expect(await waitingFor(other, circle)).not.toEqual([null]);
  });
});
