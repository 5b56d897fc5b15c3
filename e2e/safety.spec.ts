import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { asSystem } from "@/lib/db";
import { aCircle, aMember, type Member, PASSWORD } from "@/tests/factories";
import { aPost, aReply } from "@/tests/factories-of-posts";
import { aModerator } from "@/tests/factories-of-safety";
import { expect, expectAccessible, test } from "./fixtures";
import { reply } from "./steps";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const people = (page: Page) => page.getByRole("list", { name: "People" });

async function threeOfUs() {
  const [juniper, heron, wren] = (await Promise.all(
    ["Juniper", "Heron", "Wren"].map((name) => aMember({ name })),
  )) as [Member, Member, Member];
  return { juniper, heron, wren, circle: await aCircle(juniper, [heron, wren]) };
}

test("two who share nothing are not there for each other, and a third sees both", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { juniper, heron, wren, circle } = await threeOfUs();
  const post = await aPost(wren, circle, { body: "What Wren said" });
  await aReply(heron, post, { body: "What Heron answered" });
  const { page } = await signedIn(heron);
  const { page: other } = await signedIn(wren);
  const { page: third } = await signedIn(juniper);

  // From the circle: the name, and the button.
  await page.goto(`/circles/${circle.id}`);
  await people(page).getByRole("link", { name: "Wren" }).click();
  await expect(heading(page)).toHaveText("Wren");
  await page.getByRole("button", { name: "Block Wren" }).click();
  await expect(heading(page)).toHaveText("Whom you blocked");
  await expect(page.getByRole("listitem").filter({ hasText: "Wren" })).toContainText("Thursday lanterns");

  await page.goto(`/circles/${circle.id}`);
  await expect(people(page)).not.toContainText("Wren");
  await expect(page.getByText("What Wren said")).toHaveCount(0);
  await other.goto(`/circles/${circle.id}`);
  await expect(people(other)).not.toContainText("Heron");
  await expect(other.getByText("What Wren said", { exact: true })).toBeVisible();
  await expect(other.getByText("What Heron answered")).toHaveCount(0);
  const alone = await aPost(wren, circle, { body: "What Wren said next" });
  expect((await page.goto(`/circles/${circle.id}/posts/${alone.id}`))?.status()).toBe(404);
  await third.goto(`/circles/${circle.id}`);
  await expect(people(third)).toContainText("Wren");
  await expect(people(third)).toContainText("Heron");
  await expect(third.getByText("What Heron answered")).toBeVisible();

  await page.goto("/settings/blocked");
  await page.getByRole("button", { name: "Unblock" }).click();
  await expect(page.getByText("You blocked nobody")).toBeVisible();
  await page.goto(`/circles/${circle.id}`);
  await expect(page.getByText("What Wren said", { exact: true })).toBeVisible();
});

test("what is reported is decided by a moderator, read by both sides, and heard once more by another", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { heron, wren, circle } = await threeOfUs();
  const post = await aPost(wren, circle, { body: "Words that hurt" });
  const { page } = await signedIn(heron);
  const { page: author } = await signedIn(wren);
  const { page: curlew } = await signedIn(await aModerator());
  const { page: dunlin } = await signedIn(await aModerator({ name: "Dunlin" }));

  // From the post: two presses.
  await page.goto(`/circles/${circle.id}/posts/${post.id}`);
  await page.getByRole("link", { name: "Report or block", exact: true }).click();
  await expect(page.getByText("Words that hurt")).toBeVisible();
  await page.getByRole("button", { name: "Send to the moderators" }).click();
  await expect(page.getByText("Please choose what comes nearest.").first()).toBeVisible();
  await page.getByLabel("It hurts or threatens somebody").check();
  await page.getByLabel("What should the moderators know?").fill("It was the third time.");
  await page.getByRole("button", { name: "Send to the moderators" }).click();
  await expect(page.getByText("Thank you for telling them")).toBeVisible();
  await page.goto(`/circles/${circle.id}`);
  await expect(page.getByText("Words that hurt")).toHaveCount(0);

  const [report] = await asSystem((db) => db.report.findMany({ where: { circleId: circle.id } }));
  await curlew.goto("/moderation");
  await expect(heading(curlew)).toHaveText("Moderation");
  await curlew.goto(`/moderation/${report?.id}`);
  await expect(curlew.getByText("Words that hurt")).toBeVisible();
  await expect(curlew.getByText("It was the third time.")).toBeVisible();
  await curlew.getByLabel("Let their account rest for a while").check();
  await curlew.getByLabel("7 days").check();
  await curlew.getByLabel("To the one whom it is about").fill("Three times is too much.");
  await curlew.getByLabel("To whoever reported it").fill("Thank you for telling us.");
  await curlew.getByRole("button", { name: "Decide" }).click();
  await expect(curlew.getByText("Decided. Whoever it concerns reads why.")).toBeVisible();

  await page.goto("/decisions");
  await page.getByRole("link", { name: "An answer about a post" }).click();
  await expect(page.getByText("Thank you for telling us.")).toBeVisible();

  // Whoever rests reads why, may appeal, and finds the way to leave.
  await author.goto("/today");
  await expect(heading(author)).toHaveText("Your account rests");
  await author.getByRole("link", { name: "Read why" }).click();
  await expect(author.getByText("Three times is too much.")).toBeVisible();
  await author.getByLabel("What should be seen differently?").fill("I meant it kindly.");
  await author.getByRole("button", { name: "Ask another moderator" }).click();
  await expect(author.getByText("You asked another moderator.")).toBeVisible();
  await author.goto("/settings/delete?sure=1");
  await expect(heading(author)).toHaveText("Delete your account now?");

  await curlew.goto(`/moderation/${report?.id}`);
  await expect(curlew.getByText("I meant it kindly.")).toHaveCount(0);
  await dunlin.goto(`/moderation/${report?.id}`);
  await expect(dunlin.getByText("I meant it kindly.")).toBeVisible();
  await dunlin.getByLabel("Take it back").check();
  await dunlin.getByLabel("Why").fill("You did.");
  await dunlin.getByLabel("To whoever reported it").fill("We looked again.");
  await dunlin.getByRole("button", { name: "Decide about the appeal" }).click();
  await expect(dunlin.getByText("Decided. Whoever it concerns reads why.")).toBeVisible();

  await author.goto("/decisions");
  await author.getByRole("link", { name: "Your appeal: the decision is taken back" }).click();
  await expect(author.getByText("You did.")).toBeVisible();
  await author.goto(`/circles/${circle.id}`);
  await expect(heading(author)).toHaveText("Thursday lanterns");
});

test("whoever rests can still take everything of theirs along", { tag: "@no-js" }, async ({
  signedIn,
  javaScriptEnabled,
}) => {
  const { wren, circle } = await threeOfUs();
  await aPost(wren, circle, { body: "What Wren said" });
  await asSystem((db) =>
    db.user.updateMany({
      where: { id: wren.id },
      data: { suspendedUntil: new Date(Date.now() + 86_400_000) },
    }),
  );
  const { page } = await signedIn(wren);
  await page.goto("/today");
  await expect(heading(page)).toHaveText("Your account rests");
  await page.getByRole("link", { name: "take everything of yours along" }).click();
  await expect(heading(page)).toHaveText("Take everything along");
  if (javaScriptEnabled) await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Save the file" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^onward-[\d-]+\.json$/);
  const file = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(file.posts).toMatchObject([{ body: "What Wren said" }]);
});

test("whoever rests can still delete their account", async ({ signedIn }) => {
  const { wren } = await threeOfUs();
  await asSystem((db) =>
    db.user.updateMany({
      where: { id: wren.id },
      data: { suspendedUntil: new Date(Date.now() + 86_400_000) },
    }),
  );
  const { page } = await signedIn(wren);
  await page.goto("/circles");
  await expect(heading(page)).toHaveText("Your account rests");
  await expectAccessible(page);
  await page.goto("/settings/delete?sure=1");
  await page.getByLabel("Your password").fill(PASSWORD);
  await page.getByRole("button", { name: /Delete/ }).click();
  await expect(heading(page)).toHaveText("Take care");
});

test("a link of somebody new appears once somebody has answered them", async ({ signedIn }) => {
  const juniper = await aMember({ name: "Juniper" });
  const tern = await aMember({ name: "Tern", createdAt: new Date() });
  const circle = await aCircle(juniper, [tern]);
  const { page } = await signedIn(tern);
  const { page: other } = await signedIn(juniper);
  await aPost(tern, circle, { body: "Hello all" });

  await page.goto(`/circles/${circle.id}`);
  await page.getByText("Ask or say something").first().click();
  await page.getByLabel("What would you like to say?").fill("There is a fair: www.example.org");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByText("You alone see this for now.")).toBeVisible();
  await other.goto(`/circles/${circle.id}`);
  await expect(other.getByText("There is a fair")).toHaveCount(0);
  await reply(other, "Tern", "Welcome, Tern.");
  await expect(other.getByText("There is a fair")).toBeVisible();
  await page.reload();
  await expect(page.getByText("You alone see this for now.")).toHaveCount(0);
});
