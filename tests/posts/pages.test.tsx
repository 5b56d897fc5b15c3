import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import PostPage from "@/app/(member)/circles/[circleId]/posts/[postId]/page";
import EditReplyPage from "@/app/(member)/circles/[circleId]/posts/[postId]/replies/[replyId]/page";
import { freshId } from "@/lib/ids";
import { aCircle, aMember, leave, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aPost, aReply } from "../factories-of-posts";
import { visit } from "../people";

let juniper: Member;
let heron: Member;
let outsider: Member;
let circle: { id: string };

beforeAll(async () => {
  [juniper, heron, outsider] = await Promise.all([
    aMember({ name: "Juniper" }),
    aMember({ name: "Heron" }),
    aMember({ name: "Alder" }),
  ]);
  circle = await aCircle(juniper, [heron]);
});

const openPost = (member: Member | null, circleId: string, postId: string, before?: string | string[]) =>
  visit(member, () =>
    PostPage({
      params: Promise.resolve({ circleId, postId }),
      searchParams: Promise.resolve(before === undefined ? {} : { before }),
    }),
  );

async function htmlOf(member: Member, post: { id: string; circleId: string }): Promise<string> {
  const answer = await openPost(member, post.circleId, post.id);
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown).replaceAll(/<\/?bdi[^>]*>/g, "");
}

describe("the page of a post", () => {
  test("shows the post, all its replies and a box that says what the author needs", async () => {
    const post = await aPost(heron, circle, { need: "listen", body: "Final round again." });
    await aReply(juniper, post, { body: "I heard how long that was." });
    const html = await htmlOf(juniper, post);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain("Final round again.");
    expect(html).toContain("I heard how long that was.");
    expect(html).toContain("Heron would like you to listen. What did you hear?");
    expect(html).toContain("Reply to Heron");
  });

  test("is not there for outsiders, former members, other circles and addresses without sense", async () => {
    const [host, left] = [await aMember({ name: "Rowan" }), await aMember({ name: "Marten" })];
    const here = await aCircle(host, [left]);
    const post = await aPost(host, here);
    await leave(left, here);
    for (const member of [outsider, left]) {
      expect(await openPost(member, here.id, post.id)).toEqual({ notFound: true });
    }
    expect(await openPost(juniper, circle.id, post.id)).toEqual({ notFound: true });
    expect(await openPost(host, here.id, freshId())).toEqual({ notFound: true });
    expect(await openPost(host, "nonsense", post.id)).toEqual({ notFound: true });
    expect(await openPost(host, here.id, "1 or 1=1")).toEqual({ notFound: true });
    expect(await openPost(host, here.id, post.id, ["a", "b"])).toHaveProperty("shown");
  });

  test("asks whoever is signed out to sign in", async () => {
    const post = await aPost(heron, circle);
    expect(await openPost(null, circle.id, post.id)).toHaveProperty("went");
  });

  test("brings back what was typed and not sent, to its author alone", async () => {
    const post = await aPost(heron, circle);
    await aDraft(juniper, `reply:${post.id}`, { body: ["I was just about to"] });
    expect(await htmlOf(juniper, post)).toContain("I was just about to");
    expect(await htmlOf(heron, post)).not.toContain("I was just about to");
  });

  test("says 'edited' and 'took this back', and offers authors alone to take back", async () => {
    const post = await aPost(heron, circle);
    await aReply(juniper, post, { body: "Changed.", editedAt: new Date() });
    const asAuthor = await htmlOf(juniper, post);
    expect(asAuthor).toContain(", edited");
    expect(asAuthor.match(/Take back this \w+/g)).toEqual(["Take back this reply"]);
    expect((await htmlOf(heron, post)).match(/Take back this \w+/g)).toEqual(["Take back this post"]);

    const taken = await aPost(heron, circle, { body: "", takenBackAt: new Date() });
    await aReply(juniper, taken, { body: "", takenBackAt: new Date() });
    const html = await htmlOf(juniper, taken);
    expect(html).toContain("Heron took this back.");
    expect(html).toContain("You took this back.");
    expect(html).not.toContain("Reply to Heron");
  });
});

describe("what members write stays words", () => {
  test.each([
    ["markup", "<script>alert(1)</script><img src=x onerror=alert(1)>", /<script>alert|<img/],
    [
      "an address that would run",
      "javascript:alert(1) data:text/html,x vbscript:x",
      /href="(javascript|data|vbscript)/i,
    ],
    ["markdown", "**bold** [here](https://example.org/a) # head", /<(strong|h2|b)>bold/],
  ])("%s is shown as typed", async (_what, body, never) => {
    const post = await aPost(heron, circle, { body });
    await aReply(juniper, post, { body });
    expect(await htmlOf(juniper, post)).not.toMatch(never);
  });

  test("links become links that vouch for nothing", async () => {
    const post = await aPost(heron, circle, { body: "Read https://example.org/a?b=1&c=2 today." });
    const html = await htmlOf(juniper, post);
    const [link] = /<a [^>]*example\.org[^>]*>/.exec(html) ?? [];
    expect(link).toContain('href="https://example.org/a?b=1&amp;c=2"');
    expect(link).toContain('rel="noopener nofollow ugc"');
  });

  test("marks that turn the writing direction do not reach the words around them", async () => {
    const post = await aPost(heron, circle, { body: "\u202eThis runs the other way" });
    expect(await htmlOf(juniper, post)).toMatch(/dir="auto"/);
  });
});

describe("the page on which a reply is changed", () => {
  const open = (member: Member, circleId: string, postId: string, replyId: string) =>
    visit(member, () =>
      EditReplyPage({
        params: Promise.resolve({ circleId, postId, replyId }),
        searchParams: Promise.resolve({}),
      }),
    );

  test("is there for its author and for nobody else", async () => {
    const post = await aPost(heron, circle);
    const reply = await aReply(juniper, post);
    const taken = await aReply(juniper, post, { body: "", takenBackAt: new Date() });
    const shown = await open(juniper, circle.id, post.id, reply.id);
    expect("shown" in shown && renderToStaticMarkup(shown.shown)).toContain("I am glad you told us.");
    for (const member of [heron, outsider]) {
      expect(await open(member, circle.id, post.id, reply.id)).toEqual({ notFound: true });
    }
    expect(await open(juniper, circle.id, post.id, taken.id)).toEqual({ notFound: true });
    expect(await open(juniper, circle.id, freshId(), reply.id)).toEqual({ notFound: true });
    expect(await open(juniper, circle.id, post.id, "nonsense")).toEqual({ notFound: true });
  });

  test("says when it is too late, and does not ask to type what cannot be saved", async () => {
    const post = await aPost(heron, circle);
    const reply = await aReply(juniper, post, { createdAt: new Date(Date.now() - 16 * 60_000) });
    const shown = await open(juniper, circle.id, post.id, reply.id);
    const html = "shown" in shown ? renderToStaticMarkup(shown.shown) : "";
    expect(html).not.toContain("<textarea");
    expect(html).toContain("15 minutes");
  });
});
