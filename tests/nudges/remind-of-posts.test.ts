import { addHours, subDays, subHours } from "date-fns";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { monthOf } from "@/lib/buddies/rules";
import { dayIn } from "@/lib/dates";
import { asSystem, prisma } from "@/lib/db";
import { remindOfPosts } from "@/lib/jobs/remind-of-posts";
import { listNudges } from "@/lib/nudges/queries";
import { takeBackPost } from "@/lib/posts/actions";
import { reply } from "@/lib/replies/actions";
import { connected } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { aCircle, aMember, leave, type Member } from "../factories";
import { aNudge, aPost, aReply } from "../factories-of-posts";
import { aDecision, aModerator, aReport } from "../factories-of-safety";
import { keepApart } from "../keep-apart";
import { as, submit } from "../people";
import { statementsOf } from "../statements";

// Whatever waits anywhere is told: in a database of its own nothing of other tests does.
const end = await moveToScratchDatabase();
afterAll(async () => {
  await prisma().$disconnect();
  await end();
});

let people: Member[];
let circle: { id: string };
// Five: the facilitator, and four whose buddies the month says.
beforeEach(async () => {
  people = await Promise.all(["Juniper", "Heron", "Wren", "Alder", "Tern"].map((name) => aMember({ name })));
  const [first, ...others] = people as [Member, ...Member[]];
  circle = await aCircle(first, others);
});
const named = (name: string) => people.find((person) => person.name === name) as Member;
const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "nobody";

const ago = (hours: number) => subHours(new Date(), hours);
const aWaitingPost = (author: Member, hours: number) => aPost(author, circle, { createdAt: ago(hours) });

const pause = (member: Member) =>
  asSystem((db) =>
    db.membership.updateMany({
      where: { circleId: circle.id, userId: member.id },
      data: { pausedAt: new Date() },
    }),
  );

/** Who was told of a post once it has waited so long, by name. The worker comes by twice. */
async function waitFor(post: { id: string }, since: Date, hours: number) {
  for (const _ of [1, 2]) await remindOfPosts(addHours(since, hours));
  return told(post);
}

/** Who was told of a post, by name, and in which words. */
async function told(post: { id: string }): Promise<Record<string, string>> {
  const rows = await asSystem((db) => db.nudge.findMany({ where: { aboutId: post.id, doneAt: null } }));
  return Object.fromEntries(rows.map(({ userId, kind }) => [nameOf(userId), kind]));
}

/** Whose buddies somebody has in the month of a moment, by the circle's clock. */
async function buddiesOf(member: Member, at = ago(24)): Promise<string[]> {
  const month = monthOf(dayIn("Europe/Berlin", at));
  const rows = await asSystem(
    (db) =>
      db.$queryRaw<{ person: string; buddy: string }[]>`
        select person, buddy from app.buddies_in(${circle.id}::uuid, ${month}::int)`,
  );
  return rows.filter(({ person }) => person === member.id).map(({ buddy }) => nameOf(buddy));
}

/** The same of somebody who does not hold the circle, and whose buddies do not either. */
async function someone(at?: Date): Promise<{ author: Member; buddies: string[] }> {
  for (const author of people.slice(1)) {
    const buddies = await buddiesOf(author, at);
    if (!buddies.includes("Juniper")) return { author, buddies };
  }
  throw new Error("Everybody is the facilitator's buddy.");
}

describe("a post that nobody answers", () => {
  test("is pointed out to its author's buddy, then to who holds the circle, then to everybody, once each", async () => {
    const { author, buddies } = await someone();
    const post = await aWaitingPost(author, 24);
    const wait = (hours: number) => waitFor(post, ago(24), hours);
    expect(await wait(23.9)).toEqual({});
    const atFirst = Object.fromEntries(buddies.map((name) => [name, "post-waits-for-buddy"]));
    expect(await wait(24.1)).toEqual(atFirst);
    expect(await wait(35.9)).toEqual(atFirst);
    const later = { ...atFirst, Juniper: "post-waits-for-holder" };
    expect(await wait(36.1)).toEqual(later);
    const rest = people.map(({ name }) => name).filter((name) => name !== author.name && !(name in later));
    expect(await wait(48.1)).toEqual({
      ...later,
      ...Object.fromEntries(rest.map((name) => [name, "post-waits"])),
    });
  });

  test("reaches somebody at each step, also where its author's buddies were asked for what they know", async () => {
    const { author, buddies } = await someone();
    const post = await aWaitingPost(author, 24);
    for (const buddy of [...buddies, "Juniper"]) await aNudge(named(buddy), post, { kind: "post-advice" });
    const kindsAt = async (hours: number) => Object.values(await waitFor(post, ago(24), hours));
    expect(await kindsAt(24.1)).toEqual(expect.arrayContaining(["post-waits-for-buddy"]));
    expect(await kindsAt(36.1)).toEqual(expect.arrayContaining(["post-waits-for-holder"]));
    expect(await kindsAt(48.1)).toEqual(expect.arrayContaining(["post-waits"]));
    // One word about it at a time.
    const waiting = await as(named("Juniper"), listNudges);
    expect(waiting.map(({ kind }) => kind)).toEqual(["post-waits-for-holder"]);
  });

  test("is its author's buddy's of the month in which it was said, however long it waits", async () => {
    const said = new Date("2026-08-31T20:00:00Z");
    const { author, buddies } = await someone(said);
    expect(await buddiesOf(author, addHours(said, 25))).not.toEqual(buddies);
    const post = await aPost(author, circle, { createdAt: said });
    const atFirst = Object.fromEntries(buddies.map((name) => [name, "post-waits-for-buddy"]));
    expect(await waitFor(post, said, 1)).toEqual({});
    expect(await waitFor(post, said, 25)).toEqual(atFirst);
    expect(await waitFor(post, said, 30)).toEqual(atFirst);
  });

  test("that was held back waits since it was shown, and is nobody's affair before", async () => {
    const { author } = await someone();
    const said = subDays(new Date(), 5);
    const [post, linked] = [
      await aPost(author, circle, { createdAt: said, unseenAt: said }),
      await aPost(author, circle, { createdAt: ago(30), heldAt: ago(30) }),
    ];
    await remindOfPosts();
    expect([await told(post), await told(linked)]).toEqual([{}, {}]);
    await aDecision(
      await aModerator(),
      await aReport(named("Alder"), post, { reportedId: author.id }),
      "none",
    );
    // Answered elsewhere, a newcomer's links appear.
    await aReply(named("Tern"), await aPost(author, circle));
    const shown = new Date();
    const both = async (hours: number) => [await waitFor(post, shown, hours), await told(linked)];
    expect(await both(23)).toEqual([{}, {}]);
    for (const reached of await both(25)) expect(Object.values(reached)).toContain("post-waits-for-buddy");
    for (const reached of await both(49)) expect(Object.keys(reached)).toHaveLength(4);
  });

  test("brings the same when the worker had stood still, and nothing when it is four days old", async () => {
    const { author } = await someone();
    const [late, ancient] = [await aWaitingPost(author, 95), await aWaitingPost(author, 97)];
    await remindOfPosts();
    expect(Object.keys(await told(late))).toHaveLength(4);
    expect(await told(ancient)).toEqual({});
  });

  test("is one that others took their words back from, and not one that has a single answer", async () => {
    const author = named("Wren");
    const [answered, unsaid] = [await aWaitingPost(author, 49), await aWaitingPost(author, 49)];
    const own = await aWaitingPost(author, 49);
    await aReply(named("Heron"), answered);
    await aReply(named("Heron"), unsaid, { takenBackAt: new Date(), body: "" });
    await aReply(author, own);
    await remindOfPosts();
    expect(await told(answered)).toEqual({});
    expect(Object.keys(await told(unsaid))).toHaveLength(4);
    expect(Object.keys(await told(own))).toHaveLength(4);
  });

  test.each([
    ["its author", (author: Member, other: Member) => keepApart(author, other)],
    ["the other", (author: Member, other: Member) => keepApart(other, author)],
  ])("is one whose only answer its author does not see, since %s made a block", async (_who, block) => {
    const [author, other] = [named("Wren"), named("Tern")];
    const [hidden, seen] = [await aWaitingPost(author, 49), await aWaitingPost(author, 49)];
    for (const post of [hidden, seen]) await aReply(other, post);
    await aReply(named("Heron"), seen);
    await remindOfPosts();
    expect(await told(hidden)).toEqual({});
    await block(author, other);
    await remindOfPosts();
    expect(Object.keys(await told(hidden)).sort()).toEqual(["Alder", "Heron", "Juniper"]);
    expect(await told(seen)).toEqual({});
    // They see an answer there: nothing that they are told says that there is none. The other is told nothing.
    for (const name of ["Alder", "Heron", "Juniper"]) {
      const [nudge, ...others] = await as(named(name), listNudges);
      expect(nudge?.says).toMatch(/a line from you would be welcome/i);
      expect(nudge?.says).not.toMatch(/answer|nobody|first|yet/i);
      expect(others).toEqual([]);
    }
    expect(await as(other, listNudges)).toEqual([]);
  });

  test("brings nothing once it is taken back, or its author has left", async () => {
    const [taken, left] = [await aWaitingPost(named("Wren"), 49), await aWaitingPost(named("Heron"), 49)];
    await submit(named("Wren"), takeBackPost, { circleId: circle.id, postId: taken.id });
    await leave(named("Heron"), circle);
    await remindOfPosts();
    expect(await told(taken)).toEqual({});
    expect(await told(left)).toEqual({});
  });

  test("is nobody's affair who paused, who left, or who is kept apart from its author", async () => {
    const post = await aWaitingPost(named("Wren"), 49);
    await pause(named("Heron"));
    await leave(named("Alder"), circle);
    await keepApart(named("Tern"), named("Wren"));
    await remindOfPosts();
    expect(Object.keys(await told(post))).toEqual(["Juniper"]);
    const reverse = await aWaitingPost(named("Tern"), 49);
    await remindOfPosts();
    expect(Object.keys(await told(reverse))).toEqual(["Juniper"]);
  });

  test("goes to who holds the circle at once where its author has no buddy, being paused", async () => {
    const post = await aWaitingPost(named("Heron"), 25);
    await pause(named("Heron"));
    await remindOfPosts();
    expect(await told(post)).toEqual({ Juniper: "post-waits-for-holder" });
  });

  test("is told of, whatever another circle is like: one in which everybody takes a break, too", async () => {
    const [lone, other] = [await aMember({ name: "Linnet" }), await aMember({ name: "Marten" })];
    const resting = await aCircle(lone, [other]);
    await aPost(lone, resting, { createdAt: ago(30) });
    await asSystem((db) =>
      db.membership.updateMany({ where: { circleId: resting.id }, data: { pausedAt: new Date() } }),
    );
    const post = await aWaitingPost(named("Heron"), 50);
    await remindOfPosts();
    expect(Object.keys(await told(post))).toHaveLength(4);
  });

  test("is nobody's affair where everybody is kept apart from its author", async () => {
    const author = named("Wren");
    for (const person of people) if (person !== author) await keepApart(author, person);
    const post = await aWaitingPost(author, 49);
    await remindOfPosts();
    expect(await told(post)).toEqual({});
  });

  test("is answered once: what waited for anybody is done with the first words", async () => {
    const post = await aWaitingPost(named("Wren"), 49);
    await remindOfPosts();
    const words = { circleId: circle.id, postId: post.id, body: "I read it twice." };
    await submit(named("Tern"), reply, words);
    for (const person of people) expect(await as(person, listNudges)).toEqual([]);
    await remindOfPosts();
    for (const person of people) expect(await as(person, listNudges)).toEqual([]);
  });
});

describe("the worker", () => {
  test("may be two at once, and each is told once", async () => {
    const posts = await Promise.all(Array.from({ length: 5 }, () => aWaitingPost(named("Wren"), 49)));
    await Promise.all([remindOfPosts(), remindOfPosts(), remindOfPosts()]);
    // One that another was just looking at is looked at next time.
    await remindOfPosts();
    for (const post of posts) expect(Object.keys(await told(post))).toHaveLength(4);
  });

  test("leaves out a post that somebody is just answering", async () => {
    const post = await aWaitingPost(named("Wren"), 25);
    await as(named("Tern"), async ({ db }) => {
      await db.$executeRaw`select pg_advisory_xact_lock_shared(hashtextextended(${post.id}, 0))`;
      await remindOfPosts();
    });
    expect(await told(post)).toEqual({});
    await remindOfPosts();
    expect(await told(post)).not.toEqual({});
  });

  test("learns of a post whose it is and since when, and nothing of what it says", async () => {
    const post = await aWaitingPost(named("Wren"), 25);
    const seen = await asSystem(
      (db) => db.$queryRaw<object[]>`select * from app.hold_unanswered(${ago(96)}, ${ago(24)}, null, 1000)`,
    );
    expect(seen).toContainEqual({
      circle_id: circle.id,
      post_id: post.id,
      author_id: named("Wren").id,
      said_at: expect.any(Date),
    });
    await expect(asSystem((db) => db.post.findMany())).rejects.toThrow(/permission denied|42501/);
    const member = as(
      named("Wren"),
      ({ db }) => db.$queryRaw`select * from app.hold_unanswered(${ago(96)}, ${ago(24)}, null, 1000)`,
    );
    await expect(member).rejects.toThrow(/permission denied|42501/);
  });

  test("finds what waits among 40,000 posts, old and answered ones, without reading them all", async () => {
    const author = named("Wren");
    await connected("admin", async (admin) => {
      await admin.query(
        `insert into posts (circle_id, id, author_id, kind, body, details, created_at)
         select $1, gen_random_uuid(), $2, 'ask', 'Long ago.', '{}', now() - interval '5 days' - n * interval '1 minute'
         from generate_series(1, 40000) n`,
        [circle.id, author.id],
      );
      await admin.query("analyze posts");
    });
    const post = await aWaitingPost(author, 49);
    let ms = 0;
    const { statements } = await statementsOf(async () => {
      const begun = performance.now();
      await remindOfPosts();
      ms = performance.now() - begun;
    });
    expect(Object.keys(await told(post))).toHaveLength(4);
    expect(ms).toBeLessThan(1000);
    expect(statements.length).toBeLessThan(20);
  }, 30_000);

  test("goes on from one batch to the next", async () => {
    const author = named("Wren");
    const ids = await connected("admin", async (admin) => {
      const { rows } = await admin.query(
        `insert into posts (circle_id, id, author_id, kind, body, details, created_at)
         select $1, gen_random_uuid(), $2, 'ask', 'No offer.', '{}', $3
         from generate_series(1, 450) n returning id`,
        [circle.id, author.id, subDays(new Date(), 3)],
      );
      return rows.map(({ id }) => id as string);
    });
    await remindOfPosts();
    const count = await asSystem((db) => db.nudge.count({ where: { aboutId: { in: ids } } }));
    expect(count).toBe(4 * 450);
  }, 30_000);
});
