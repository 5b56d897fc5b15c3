import { beforeAll, describe, expect, test } from "vitest";
import { asMember } from "@/lib/db";
import { findDraft } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { sharePost, takeBackPost } from "@/lib/posts/actions";
import { putInCircle } from "@/lib/posts/put-in-circle";
import { findPost, listPosts } from "@/lib/posts/queries";
import { Refusal } from "@/lib/refusal";
import { reply } from "@/lib/replies/actions";
import { someWait } from "../database/locks";
import { aCircle, aMember, leave, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aGoal, aWin } from "../factories-of-goals";
import { anEncouragement, aPost, aReply } from "../factories-of-posts";
import { aSetback } from "../factories-of-setbacks";
import { as, submit } from "../people";

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

const feedOf = async (member: Member, circleId = circle.id) =>
  (await as(member, (viewer) => listPosts(viewer, circleId))).posts;

describe("sharing a post", () => {
  test("a post reaches its circle and nobody else", async () => {
    const here = await aCircle(juniper, [heron]);
    const asked = {
      id: freshId(),
      circleId: here.id,
      kind: "ask",
      need: "ideas",
      body: "  How do I ask for feedback?\r\n",
    };
    expect(await submit(juniper, sharePost, asked)).toEqual({
      status: "done",
      message: "Shared with Thursday lanterns.",
      show: asked.id,
    });
    expect(await feedOf(heron, here.id)).toMatchObject([
      {
        body: "How do I ask for feedback?",
        kind: "ask",
        need: "ideas",
        alias: "Juniper",
        canTakeBack: false,
      },
    ]);
    expect(await feedOf(juniper, here.id)).toMatchObject([{ isMine: true, canTakeBack: true }]);
    expect(await feedOf(wren, here.id)).toEqual([]);
    expect(await feedOf(outsider, here.id)).toEqual([]);
  });

  test("the same form sent twice makes one post", async () => {
    const form = { id: freshId(), circleId: circle.id, kind: "win", body: "Asked for feedback." };
    expect(await submit(juniper, sharePost, form)).toMatchObject({ status: "done", show: form.id });
    expect(await submit(juniper, sharePost, form)).toMatchObject({ status: "done", show: form.id });
    expect((await feedOf(heron)).filter((post) => post.id === form.id)).toHaveLength(1);
  });

  test("the same form sent again with other words loses neither", async () => {
    const form = { id: freshId(), circleId: circle.id, kind: "win", body: "A call." };
    await submit(juniper, sharePost, form);
    const again = { ...form, body: "A call, and a second one." };
    const sent = await submit(juniper, sharePost, again);
    expect(sent).toMatchObject({ status: "done" });
    expect(await submit(juniper, sharePost, form)).toMatchObject({ status: "done", show: form.id });
    const posts = await feedOf(heron);
    expect(posts.find(({ body }) => body === again.body)?.id).toBe("show" in sent && sent.show);
    const bodies = posts.map(({ body }) => body);
    expect(bodies.filter((body) => body.startsWith("A call")).sort()).toEqual([again.body, form.body]);
  });

  test.each([
    ["for another need", { need: "ideas" }],
    ["as something else", { kind: "win" }],
  ])(
    "the same words sent again %s are another post, once, however often they are sent",
    async (_how, change) => {
      const author = await aMember();
      const here = await aCircle(author);
      const form = { id: freshId(), circleId: here.id, kind: "ask", need: "listen", body: "A call." };
      await submit(author, sharePost, form);
      const changed = () => submit(author, sharePost, { ...form, ...change });
      const sent = [...(await Promise.all([changed(), changed()])), await changed()];
      for (const one of sent) expect(one).toMatchObject({ status: "done" });
      await submit(author, sharePost, form);
      const posts = await feedOf(author, here.id);
      expect(posts).toHaveLength(2);
      expect(posts.find(({ id }) => id === form.id)).toMatchObject({ kind: "ask", need: "listen" });
      expect(posts.find(({ id }) => id !== form.id)).toMatchObject(change);
    },
  );

  test("the same form sent twice at the same moment makes one post", async () => {
    const form = { id: freshId(), circleId: circle.id, kind: "win", body: "A first interview." };
    const sent = await Promise.all(Array.from({ length: 8 }, () => submit(juniper, sharePost, form)));
    expect(new Set(sent.map((one) => one.status))).toEqual(new Set(["done"]));
    expect((await feedOf(heron)).filter((post) => post.id === form.id)).toHaveLength(1);
  });

  test("an ask that says nothing else asks for listening, and a win asks for nothing", async () => {
    const ask = { id: freshId(), circleId: circle.id, kind: "ask", body: "Long week." };
    const win = { id: freshId(), circleId: circle.id, kind: "win", need: "ideas", body: "Ten applications." };
    await submit(juniper, sharePost, ask);
    await submit(juniper, sharePost, win);
    const posts = await feedOf(heron);
    expect(posts.find((post) => post.id === ask.id)?.need).toBe("listen");
    expect(posts.find((post) => post.id === win.id)?.need).toBeNull();
  });

  test("an empty post is asked for a line or two, and one that is too long for less", async () => {
    const empty = await submit(juniper, sharePost, { circleId: circle.id, kind: "ask", body: "   " });
    expect(empty).toMatchObject({ status: "invalid", fieldErrors: { body: "Write a line or two." } });
    const long = await submit(juniper, sharePost, {
      circleId: circle.id,
      kind: "ask",
      body: "x".repeat(4001),
    });
    expect(long).toMatchObject({ status: "invalid", values: { body: ["x".repeat(4001)] } });
  });

  test("a setback is not posted raw: it is shared from its own page", async () => {
    const form = { circleId: circle.id, kind: "setback", body: "No offer." };
    expect(await submit(juniper, sharePost, form)).toMatchObject({ status: "invalid" });
  });

  test("who does not sit in the circle posts nothing and loses no words", async () => {
    const [host, left] = [await aMember({ name: "Rowan" }), await aMember({ name: "Marten" })];
    const here = await aCircle(host, [left]);
    await leave(left, here);
    for (const member of [outsider, left]) {
      const form = { id: freshId(), circleId: here.id, kind: "ask", body: "Is anybody there?" };
      expect(await submit(member, sharePost, form)).toMatchObject({
        status: "refused",
        message: "You are not in this circle any more. Your words are still here.",
        values: { body: ["Is anybody there?"] },
      });
    }
    expect(await feedOf(host, here.id)).toEqual([]);
  });

  test("an address that was not confirmed does not post yet", async () => {
    const unverified = await aMember({ name: "Sorrel", verified: false });
    const here = await aCircle(unverified);
    const sent = await submit(unverified, sharePost, { circleId: here.id, kind: "ask", body: "Hello." });
    expect(sent).toMatchObject({ status: "refused", values: { body: ["Hello."] } });
    expect(await feedOf(unverified, here.id)).toEqual([]);
  });

  test("nobody can post under another member's name, whatever the app asks for", async () => {
    const forged = asMember(heron.id, (db) =>
      db.post.createMany({
        data: {
          id: freshId(),
          circleId: circle.id,
          authorId: juniper.id,
          kind: "ask",
          body: "I am Juniper.",
        },
      }),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});

describe("a post made from something of the member's own", () => {
  const postFrom = (member: Member, circleId: string, setbackId: string, id = freshId()) =>
    as(member, (viewer) =>
      putInCircle(viewer, {
        id,
        circleId,
        kind: "setback",
        need: "both",
        body: "They went with someone internal.",
        details: ["After the final round"],
        source: { setbackId },
      }).then(() => id),
    );
  const notesOf = (member: Member) => asMember(member.id, (db) => db.share.findMany());

  test("the author keeps a note of where it went, and nobody else sees one", async () => {
    const [author, reader] = [await aMember({ name: "Marten" }), await aMember({ name: "Rowan" })];
    const here = await aCircle(author, [reader]);
    const setback = await aSetback(author);
    const id = await postFrom(author, here.id, setback.id);
    await postFrom(author, here.id, setback.id, id);
    expect(await notesOf(author)).toMatchObject([{ postId: id, circleId: here.id, setbackId: setback.id }]);
    expect(await notesOf(reader)).toEqual([]);
    expect(await feedOf(reader, here.id)).toMatchObject([{ id, details: ["After the final round"] }]);
  });

  test("taking it back removes the note as well, and words that still stand in it are not typed anywhere again", async () => {
    const [author, reader] = [await aMember({ name: "Marten" }), await aMember({ name: "Rowan" })];
    const here = await aCircle(author, [reader]);
    const id = await postFrom(author, here.id, (await aSetback(author)).id);
    expect(await submit(author, takeBackPost, { circleId: here.id, postId: id })).toMatchObject({
      status: "done",
    });
    expect(await notesOf(author)).toEqual([]);
    expect(await feedOf(reader, here.id)).toEqual([]);
    expect(await asMember(author.id, (db) => db.draft.count())).toBe(0);
  });

  describe("taken back, words that exist nowhere else", () => {
    const draftOf = (member: Member, key: string) => as(member, (viewer) => findDraft(viewer, key));
    /** A post made from something, in other words than stand there. */
    async function shared(from: "setback" | "win" | "goal", author: Member, circleId: string) {
      const { id } = await {
        setback: () => aSetback(author),
        win: () => aWin(author),
        goal: () => aGoal(author),
      }[from]();
      const kind = from === "goal" ? ("progress" as const) : from;
      const post = { id: freshId(), circleId, kind, need: null, body: "Gently put.", details: [] };
      const source = { setback: { setbackId: id }, win: { winId: id }, goal: { goalId: id } }[from];
      await as(author, (viewer) => putInCircle(viewer, { ...post, source }));
      const takeItBack = () => submit(author, takeBackPost, { circleId, postId: post.id });
      return { id, kind, takeItBack };
    }

    test.each(["win", "goal"] as const)("wait where a %s is shared from, and that is said", async (from) => {
      const author = await aMember();
      const here = await aCircle(author);
      const { id, takeItBack } = await shared(from, author, here.id);
      expect(await takeItBack()).toEqual({
        status: "done",
        message: "Taken back. Your words wait where you shared them from.",
      });
      expect((await draftOf(author, `share:${id}`))?.values).toEqual({
        circleId: [here.id],
        words: ["Gently put."],
      });
      expect(await draftOf(author, `post:${here.id}`)).toBeNull();
    });

    test.each(["setback", "win", "goal"] as const)(
      "wait in the circle when the %s is deleted by now, as something that can be said there",
      async (from) => {
        const author = await aMember();
        const here = await aCircle(author);
        const { id, kind, takeItBack } = await shared(from, author, here.id);
        const deleted = { where: { id }, data: { deletedAt: new Date() } };
        await asMember(author.id, async (db) => {
          if (from === "setback") await db.setback.updateMany(deleted);
          if (from === "win") await db.win.updateMany(deleted);
          if (from === "goal") await db.goal.updateMany(deleted);
        });
        expect(await takeItBack()).toEqual({ status: "done", message: "Taken back." });
        expect(await draftOf(author, `share:${id}`)).toBeNull();
        expect((await draftOf(author, `post:${here.id}`))?.values).toEqual({
          body: ["Gently put."],
          kind: [kind === "setback" ? "ask" : kind],
          need: ["listen"],
        });
      },
    );

    test("wait in the circle, as an ask, when the setback was cleared away long ago", async () => {
      const author = await aMember();
      const here = await aCircle(author);
      const { id, takeItBack } = await shared("setback", author, here.id);
      await asMember(author.id, (db) => db.setback.deleteMany({ where: { id } }));
      await takeItBack();
      expect((await draftOf(author, `post:${here.id}`))?.values).toMatchObject({
        body: ["Gently put."],
        kind: ["ask"],
      });
    });

    test("take no place from what is being typed where they were shared from", async () => {
      const author = await aMember();
      const here = await aCircle(author);
      for (const [from, field] of [
        ["win", "body"],
        ["setback", "words"],
      ] as const) {
        const { id, takeItBack } = await shared(from, author, here.id);
        const typed = { [field]: ["Typed just now."] };
        await aDraft(author, `share:${id}`, typed);
        await takeItBack();
        expect((await draftOf(author, `share:${id}`))?.values).toEqual(typed);
        expect((await draftOf(author, `post:${here.id}`))?.values.body).toEqual(["Gently put."]);
        await asMember(author.id, (db) => db.draft.deleteMany());
      }
    });
  });

  test("one form makes one post: sent again for another circle it is refused and makes none there", async () => {
    const author = await aMember({ name: "Marten" });
    const [here, there] = [await aCircle(author), await aCircle(author)];
    const setback = await aSetback(author);
    const id = await postFrom(author, here.id, setback.id);
    await expect(postFrom(author, there.id, setback.id, id)).rejects.toBeInstanceOf(Refusal);
    expect(await feedOf(author, there.id)).toEqual([]);
  });
});

describe("taking a post back", () => {
  test("it is gone when nobody else replied, its warm signals with it", async () => {
    const post = await aPost(juniper, circle);
    await anEncouragement(wren, post);
    await aReply(juniper, post, { body: "One more thing." });
    expect(await submit(juniper, takeBackPost, { circleId: circle.id, postId: post.id })).toEqual({
      status: "done",
      message: "Taken back.",
    });
    expect(await as(wren, (viewer) => findPost(viewer, circle.id, post.id))).toBeNull();
    const left = await asMember(wren.id, (db) =>
      Promise.all([
        db.reply.count({ where: { postId: post.id } }),
        db.encouragement.count({ where: { postId: post.id } }),
      ]),
    );
    expect(left).toEqual([0, 0]);
  });

  test("its words and facts go, and the answers of others stay", async () => {
    const post = await aPost(juniper, circle, { details: ["After the final round"] });
    await aReply(heron, post, { body: "I am with you." });
    await submit(juniper, takeBackPost, { circleId: circle.id, postId: post.id });
    expect(await as(wren, (viewer) => findPost(viewer, circle.id, post.id))).toMatchObject({
      isTakenBack: true,
      body: "",
      details: [],
      signals: [],
      encouragedBy: [],
      canTakeBack: false,
      replies: [{ body: "I am with you." }],
    });
  });

  test("words that exist nowhere else become their author's draft again", async () => {
    const author = await aMember({ name: "Marten" });
    const here = await aCircle(author);
    const post = await aPost(author, here, { kind: "ask", need: "ideas", body: "Too much?" });
    await submit(author, takeBackPost, { circleId: here.id, postId: post.id });
    const draft = await as(author, (viewer) => findDraft(viewer, `post:${here.id}`));
    expect(draft?.values).toEqual({ body: ["Too much?"], kind: ["ask"], need: ["ideas"] });
  });

  test("what is being typed meanwhile is not replaced by it", async () => {
    const author = await aMember({ name: "Marten" });
    const here = await aCircle(author);
    const [first, second] = [
      await aPost(author, here, { body: "One." }),
      await aPost(author, here, { body: "Two." }),
    ];
    await submit(author, takeBackPost, { circleId: here.id, postId: first.id });
    await submit(author, takeBackPost, { circleId: here.id, postId: second.id });
    const draft = await as(author, (viewer) => findDraft(viewer, `post:${here.id}`));
    expect(draft?.values.body).toEqual(["One."]);
  });

  test("taking it back twice is as good as once, answered or not", async () => {
    const [bare, answered] = [await aPost(juniper, circle), await aPost(juniper, circle)];
    await aReply(heron, answered);
    for (const post of [bare, answered, bare, answered]) {
      const sent = await submit(juniper, takeBackPost, { circleId: circle.id, postId: post.id });
      expect(sent).toMatchObject({ status: "done" });
    }
  });

  test("from its own page, which is gone then, it leads to the circle", async () => {
    const post = await aPost(juniper, circle);
    const sent = await submit(juniper, takeBackPost, { circleId: circle.id, postId: post.id, from: "post" });
    expect(sent).toEqual({ status: "went", to: `/circles/${circle.id}` });
  });

  test("nobody takes back what somebody else said", async () => {
    const post = await aPost(juniper, circle);
    for (const other of [heron, outsider]) {
      const sent = await submit(other, takeBackPost, { circleId: circle.id, postId: post.id });
      expect(sent).toEqual({ status: "not found" });
    }
    const byForce = await asMember(heron.id, (db) =>
      Promise.all([
        db.post.deleteMany({ where: { id: post.id } }),
        db.post.updateMany({ where: { id: post.id }, data: { body: "" } }),
      ]),
    );
    expect(byForce).toEqual([{ count: 0 }, { count: 0 }]);
    expect(await as(heron, (viewer) => findPost(viewer, circle.id, post.id))).toMatchObject({
      body: "No offer.",
    });
  });

  test("whoever left the circle is told that it stays there", async () => {
    const [host, author] = [await aMember({ name: "Rowan" }), await aMember({ name: "Marten" })];
    const here = await aCircle(host, [author]);
    const { id: setbackId } = await aSetback(author);
    const id = freshId();
    const post = { id, circleId: here.id, kind: "setback", need: null, body: "No.", details: [] } as const;
    await as(author, (viewer) => putInCircle(viewer, { ...post, details: [], source: { setbackId } }));
    await leave(author, here);
    const sent = await submit(author, takeBackPost, { circleId: here.id, postId: id });
    expect(sent).toMatchObject({ status: "refused" });
  });

  test("an answer that is just being sent is never swept away", async () => {
    const post = await aPost(juniper, circle);
    const draftKey = `reply:${post.id}`;
    await aDraft(heron, draftKey, { body: ["I am"] });

    // Heron's answer is written and stands still before its commit, because somebody holds its draft ...
    const held = Promise.withResolvers<void>();
    const letGo = Promise.withResolvers<void>();
    const holding = asMember(heron.id, async (db) => {
      await db.$executeRaw`select from drafts where key = ${draftKey} for update`;
      held.resolve();
      await letGo.promise;
    });
    await held.promise;
    const answering = submit(heron, reply, {
      circleId: circle.id,
      postId: post.id,
      body: "I am with you.",
      draftKey,
    });
    await someWait(1);
    // ... while Juniper takes the post back.
    const takingBack = submit(juniper, takeBackPost, { circleId: circle.id, postId: post.id });
    await someWait(2);
    letGo.resolve();

    await holding;
    expect(await answering).toEqual({ status: "done" });
    expect(await takingBack).toMatchObject({ status: "done" });
    expect(await as(wren, (viewer) => findPost(viewer, circle.id, post.id))).toMatchObject({
      isTakenBack: true,
      body: "",
      replies: [{ body: "I am with you." }],
    });
  });
});
