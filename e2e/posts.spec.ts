import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { asMember } from "@/lib/db";
import { aCircle, aMember } from "@/tests/factories";
import { aGoal } from "@/tests/factories-of-goals";
import { anEncouragement, aPost, aReply } from "@/tests/factories-of-posts";
import { expect, test } from "./fixtures";
import { awake, complaint, reply, typeUntilKept } from "./steps";

const postOf = (page: Page, alias: string) => page.getByRole("article", { name: new RegExp(`^${alias},`) });
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

test("somebody asks their circle for what they need, and the circle reads it", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  const { page: reader, member: heron } = await signedIn({ name: "Heron" });
  const circle = await aCircle(member, [heron]);
  await page.goto(`/circles/${circle.id}`);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByLabel("What would you like to say?")).toHaveAccessibleDescription(
    /Write a line or two\./,
  );
  await page.getByLabel("What would you like to say?").fill("How do you tell your family?");
  await page.getByRole("radio", { name: "Ideas, please" }).check();
  await page.getByRole("button", { name: "Share", exact: true }).dblclick();
  await expect(postOf(page, "Juniper")).toHaveCount(1);
  await expect(postOf(page, "Juniper")).toContainText("How do you tell your family?");

  await reader.goto(`/circles/${circle.id}`);
  await expect(postOf(reader, "Juniper")).toHaveCount(1);
  await expect(postOf(reader, "Juniper")).toContainText("Ideas welcome");
  await expect(reader.getByPlaceholder("Juniper is open to ideas. What helped you?")).toBeVisible();
});

test("what cannot be shared stands there with its words, and nothing is folded over it", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn({ name: "Juniper", verified: false });
  const circle = await aCircle(await aMember({ name: "Heron" }), [member]);
  await aPost(member, circle);
  await page.goto(`/circles/${circle.id}`);
  await expect(page.getByRole("button", { name: "Send it again" })).toBeVisible();
  await page.getByText("Ask or say something").click();
  await page.getByLabel("What would you like to say?").fill("How do you tell your family?");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(complaint(page)).toContainText("Please confirm your e-mail address first");
  await expect(complaint(page)).toBeVisible();
  await expect(page.getByLabel("What would you like to say?")).toBeVisible();
  await expect(page.getByLabel("What would you like to say?")).toHaveValue("How do you tell your family?");
});

test("what was shared is confirmed, and the place to say something is folded away again", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  const circle = await aCircle(member);
  await aPost(member, circle);
  await page.goto(`/circles/${circle.id}`);
  await page.getByText("Ask or say something").click();
  await page.getByLabel("What would you like to say?").fill("How do you tell your family?");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByText("Shared with Thursday lanterns.")).toBeVisible();
  await expect(page.getByLabel("What would you like to say?")).toBeHidden();
  await expect(postOf(page, "Juniper").first()).toContainText("How do you tell your family?");
});

test("the post that was just shared is in view and in focus", async ({ signedIn }) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  const circle = await aCircle(member);
  for (let count = 0; count < 4; count++) await aPost(member, circle);
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(`/circles/${circle.id}`);
  await awake(page.getByRole("button", { name: "Share", exact: true, includeHidden: true }));
  await page.getByText("Ask or say something").click();
  await page.getByLabel("What would you like to say?").fill("How do you tell your family?");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const mine = postOf(page, "Juniper").filter({ hasText: "How do you tell your family?" });
  await expect(mine).toBeFocused();
  await expect(mine.getByText("How do you tell your family?")).toBeInViewport();
});

test("a warm signal is felt before the server has answered, and pressing again takes it back", async ({
  signedIn,
}) => {
  const { page, member } = await signedIn({ name: "Heron" });
  const author = await aMember({ name: "Juniper" });
  const circle = await aCircle(author, [member]);
  const post = await aPost(author, circle);
  const countOfSignals = () =>
    asMember(member.id, (db) => db.encouragement.count({ where: { postId: post.id } }));
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.goto(`/circles/${circle.id}`);
  const withYou = page.getByRole("button", { name: "With you" });
  await awake(withYou);
  await page.route(`**/circles/${circle.id}`, async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });

  await withYou.click();
  await expect(withYou).toHaveAttribute("aria-pressed", "true");
  expect(await countOfSignals()).toBe(0);
  answer();
  await expect(page.getByText("You are with Juniper")).toBeVisible();
  await expect(withYou).toHaveAttribute("aria-pressed", "true");
  expect(await countOfSignals()).toBe(1);

  await withYou.click();
  await expect(withYou).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByText("You are with Juniper")).toHaveCount(0);
  expect(await countOfSignals()).toBe(0);
});

test("who is with somebody is said by name, and nobody is counted", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page: author, member: juniper } = await signedIn({ name: "Juniper" });
  const { page: heron, member: first } = await signedIn({ name: "Heron" });
  const { page: wren, member: second } = await signedIn({ name: "Wren" });
  const circle = await aCircle(juniper, [first, second]);
  await aPost(juniper, circle);
  for (const page of [heron, wren]) {
    await page.goto(`/circles/${circle.id}`);
    await page.getByRole("button", { name: "Been there" }).click();
    await expect(page.getByRole("button", { name: "Been there" })).toHaveAttribute("aria-pressed", "true");
  }
  // The button answers at once, before the other side has heard of it.
  await expect(async () => {
    await author.goto(`/circles/${circle.id}`);
    await expect(author.getByText("Heron and Wren have been there")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(author.getByRole("button", { name: "Been there" })).toHaveCount(0);
});

test("a reply is sent once, edited, and taken back without a trace", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn({ name: "Heron" });
  const author = await aMember({ name: "Juniper" });
  const circle = await aCircle(author, [member]);
  await aPost(author, circle);
  await page.goto(`/circles/${circle.id}`);
  await reply(page, "Juniper", "I am glad you told us.");
  await expect(postOf(page, "Juniper").getByText("I am glad you told us.")).toBeVisible();
  await expect(page.getByLabel("Reply to Juniper")).toHaveValue("");

  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Your reply").fill("I am so glad that you told us.");
  await page.getByRole("button", { name: "Save reply" }).click();
  await expect(postOf(page, "Juniper")).toContainText("I am so glad that you told us.");
  await expect(postOf(page, "Juniper")).toContainText("edited");

  await page.getByRole("button", { name: "Take back this reply" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "so glad" })).toHaveCount(0);
  await expect(page.getByText("took this back")).toHaveCount(0);
  await expect(page.getByLabel("Reply to Juniper")).toHaveValue("I am so glad that you told us.");
});

test("a post that nobody answered goes without a trace, and its words come back to their author", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  const circle = await aCircle(member);
  await aPost(member, circle, { body: "I said too much.", kind: "ask", need: "ideas" });
  await page.goto(`/circles/${circle.id}`);
  await postOf(page, "Juniper").getByRole("button", { name: "Take back this post" }).click();
  await expect(postOf(page, "Juniper")).toHaveCount(0);
  await expect(
    page.getByText("Taken back. Your words are here if you want to share them again."),
  ).toBeVisible();
  await expect(page.getByLabel("What would you like to say?")).toHaveValue("I said too much.");
  await expect(page.getByRole("radio", { name: "Ideas, please" })).toBeChecked();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(postOf(page, "Juniper")).toContainText("Ideas welcome");
  await expect(page.getByText("Taken back. Your words")).toHaveCount(0);
});

test("what was taken back is said to those who only hear it, and focus goes where the words are", async ({
  signedIn,
}) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  const circle = await aCircle(member);
  await aPost(member, circle, { body: "I said too much." });
  await page.goto(`/circles/${circle.id}`);
  const takeBack = page.getByRole("button", { name: "Take back this post" });
  await awake(takeBack);
  await takeBack.click();
  await expect(page.getByRole("status").filter({ hasText: "Taken back." })).toHaveCount(1);
  const focused = page.locator(":focus");
  await expect(focused).toContainText("Your words are here if you want to share them again.");
});

test("words for a post that is gone by now are shown to whoever wrote them", { tag: "@no-js" }, async ({
  signedIn,
  javaScriptEnabled,
}) => {
  const { page, member } = await signedIn({ name: "Heron" });
  const { page: theirs, member: author } = await signedIn({ name: "Juniper" });
  const circle = await aCircle(author, [member]);
  await aPost(author, circle);
  await page.goto(`/circles/${circle.id}`);
  await theirs.goto(`/circles/${circle.id}`);
  await postOf(theirs, "Juniper").getByRole("button", { name: "Take back this post" }).click();
  await expect(postOf(theirs, "Juniper")).toHaveCount(0);

  await reply(page, "Juniper", "You are not the only one.");
  await expect(complaint(page)).toHaveCount(1);
  await expect(complaint(page)).toContainText("This post is not here any more.");
  if (javaScriptEnabled) {
    await expect(page.getByLabel("Reply to Juniper")).toHaveValue("You are not the only one.");
  } else await expect(complaint(page).getByText("You are not the only one.")).toBeVisible();
});

test("where others have answered, a post that is taken back leaves its place to their answers", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  const { page: reader, member: heron } = await signedIn({ name: "Heron" });
  const circle = await aCircle(member, [heron]);
  const post = await aPost(member, circle, { body: "I said too much." });
  await aReply(heron, post, { body: "Not at all." });
  await page.goto(`/circles/${circle.id}`);
  await postOf(page, "Juniper").getByRole("button", { name: "Take back" }).click();
  await expect(postOf(page, "Juniper")).toContainText("You took this back.");

  await reader.goto(`/circles/${circle.id}`);
  await expect(postOf(reader, "Juniper")).toContainText("Juniper took this back.");
  await expect(postOf(reader, "Juniper")).toContainText("Not at all.");
  expect(await reader.content()).not.toContain("I said too much.");
});

test("addresses in words are links that lend no weight, and nothing else is markup", async ({ signedIn }) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  const circle = await aCircle(member);
  await aPost(member, circle, {
    body: "Read https://example.org/a?b=1&c=2, <b>really</b> **do** [it](https://example.org/it) <img src=x onerror=alert(1)> javascript:alert(1) www.example.org",
  });
  await page.goto(`/circles/${circle.id}`);
  const words = postOf(page, "Juniper").getByRole("paragraph").filter({ hasText: "really" });
  const link = words.getByRole("link", { name: "https://example.org/a?b=1&c=2", exact: true });
  await expect(link).toHaveAttribute("href", "https://example.org/a?b=1&c=2");
  await expect(words.getByRole("link")).toHaveCount(2);
  for (const one of await words.getByRole("link").all()) {
    await expect(one).toHaveAttribute("rel", "noopener nofollow ugc");
  }
  await expect(words).toContainText("<b>really</b> **do** [it](");
  await expect(words).toContainText("<img src=x onerror=alert(1)> javascript:alert(1) www.example.org");
});

test("a post that waits for an answer is pointed out to the facilitator alone, until somebody answers", async ({
  signedIn,
}) => {
  const { page: holds, member: facilitator } = await signedIn({ name: "Juniper" });
  const { page, member } = await signedIn({ name: "Wren" });
  const author = await aMember({ name: "Heron" });
  const circle = await aCircle(facilitator, [author, member]);
  await aPost(author, circle, { body: "Is anybody there?", createdAt: daysAgo(3) });
  await page.goto(`/circles/${circle.id}`);
  await expect(postOf(page, "Heron")).toContainText("Is anybody there?");
  await expect(page.getByText("Waiting for an answer")).toHaveCount(0);

  await holds.goto(`/circles/${circle.id}`);
  await expect(postOf(holds, "Heron")).toContainText("Waiting for an answer for 3 days");
  await reply(holds, "Heron", "I am here.");
  await expect(postOf(holds, "Heron")).toContainText("I am here.");
  await expect(holds.getByText("Waiting for an answer")).toHaveCount(0);
});

test("the draft of a reply survives a reload", async ({ signedIn }) => {
  const { page, member } = await signedIn({ name: "Heron" });
  const author = await aMember({ name: "Juniper" });
  const circle = await aCircle(author, [member]);
  await aPost(author, circle);
  await page.goto(`/circles/${circle.id}`);
  await typeUntilKept(page, page.getByLabel("Reply to Juniper"), "I keep looking for the right");
  await page.reload();
  await expect(page.getByLabel("Reply to Juniper")).toHaveValue("I keep looking for the right");
  await reply(page, "Juniper", "I keep looking for the right words. There are none.");
  await expect(postOf(page, "Juniper").getByRole("listitem")).toContainText("There are none.");
});

test("older posts are a page away, each of them on one page only", async ({ signedIn }) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  const circle = await aCircle(member);
  for (let back = 11; back > 0; back--) {
    await aPost(member, circle, { body: `Word number ${back}.`, createdAt: daysAgo(back / 10) });
  }
  const numbers = async () =>
    (await page.getByText(/^Word number/).allInnerTexts()).map((words) => Number(/\d+/.exec(words)?.[0]));
  const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
  await page.goto(`/circles/${circle.id}`);
  await expect(page.getByRole("article")).toHaveCount(6);
  expect(await numbers()).toEqual(upTo(1, 6));
  await page.getByRole("link", { name: "Older posts" }).click();
  await expect(page.getByRole("article")).toHaveCount(5);
  expect(await numbers()).toEqual(upTo(7, 11));
  await expect(page.getByRole("link", { name: "Older posts" })).toHaveCount(0);
  await page.getByRole("link", { name: "Newest posts" }).click();
  await expect(page.getByRole("article")).toHaveCount(6);
});

test("a circle with a few posts, and Today, are light to load", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const [wren, heron] = [await aMember({ name: "Wren" }), await aMember({ name: "Heron" })];
  const circle = await aCircle(wren, [heron, member]);
  const said =
    "They went with someone internal, at a company in logistics. I sat in the car for a while before I could drive home.";
  for (const [turn, author] of [wren, heron, member, wren, heron, wren].entries()) {
    const post = await aPost(author, circle, { body: `${said} Day ${turn}.`, need: "both" });
    await anEncouragement(author === heron ? wren : heron, post);
    await aReply(member, post, {
      body: `I would keep the driving: it is the part I would ask you about. ${turn}`,
    });
  }
  for (const title of ["Applications", "New contacts", "A walk outside"]) await aGoal(member, { title });
  for (const path of [`/circles/${circle.id}`, "/today"]) {
    const html = await (await page.request.get(path)).text();
    expect(gzipSync(html).length, path).toBeLessThan(12_000);
  }
});
