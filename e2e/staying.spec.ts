import type { Page } from "@playwright/test";
import { tendAbsences } from "@/lib/absences/tend-absences";
import { asSystem } from "@/lib/db";
import { daysPassIn } from "@/tests/days-pass";
import { aCircle, aMember } from "@/tests/factories";
import { aMergeOffer } from "@/tests/factories-of-circles";
import { aPost, aReply } from "@/tests/factories-of-posts";
import { expect, expectAccessible, test } from "./fixtures";
import { complaint } from "./steps";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const button = (page: Page, name: string) => page.getByRole("button", { name });

/** What the page says of somebody who sits in its circle. */
const personIn = (page: Page, alias: string) =>
  page.getByRole("list", { name: "People" }).getByRole("listitem").filter({ hasText: alias });

test("somebody takes a break with a line for the circle, and is back in one press", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member: juniper } = await signedIn({ name: "Juniper" });
  const { page: heron, member } = await signedIn({ name: "Heron" });
  const circle = await aCircle(juniper, [member]);

  await page.goto(`/circles/${circle.id}`);
  await page.getByRole("link", { name: "Take a break" }).click();
  await expect(heading(page)).toHaveText("Taking a break");
  await page.getByLabel("A line for the circle, if you like").fill("Back after Christmas");
  await button(page, "Pause me").click();
  await expect(page.getByText(/^Your seat waits for you until \w+day/)).toBeVisible();

  await heron.goto(`/circles/${circle.id}`);
  await expect(personIn(heron, "Juniper")).toContainText("taking a break");
  await expect(personIn(heron, "Juniper")).toContainText("Back after Christmas");
  await expect(personIn(heron, "Heron")).toContainText("you, facilitator");

  await page.goto(`/circles/${circle.id}`);
  await button(page, "I am back").click();
  await expect(page.getByText("You are taking a break here")).toHaveCount(0);
  await heron.reload();
  await expect(personIn(heron, "Juniper")).not.toContainText("taking a break");
  await expect(personIn(heron, "Juniper")).not.toContainText("Christmas");
});

test("whoever was quiet for ten days finds a kind note, and is fine, pauses or goes", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page: wren, member } = await signedIn({ name: "Wren" });
  const { page: tern, member: other } = await signedIn({ name: "Tern" });
  const circle = await aCircle(await aMember({ name: "Juniper" }), [member, other]);
  await daysPassIn([circle], 10);
  await asSystem((db) => tendAbsences(db, circle.id));

  await wren.goto(`/circles/${circle.id}/pause`);
  await expect(wren.getByRole("heading", { name: "How are you?" })).toBeVisible();
  for (const says of ["I am fine", "Pause me", "Let me go"]) await expect(button(wren, says)).toBeVisible();
  await button(wren, "I am fine").click();
  await expect(heading(wren)).toHaveText("Thursday lanterns");
  await wren.goto(`/circles/${circle.id}/pause`);
  await expect(wren.getByRole("heading", { name: "How are you?" })).toHaveCount(0);

  await tern.goto(`/circles/${circle.id}/pause`);
  await button(tern, "Let me go").click();
  await expect(heading(tern)).toHaveText("Your seat is free");
  await expect(tern.getByText("whoever is in the circle can invite you again")).toBeVisible();
  const gone = await tern.goto(`/circles/${circle.id}/pause`);
  expect(gone?.status()).toBe(404);
  await wren.goto(`/circles/${circle.id}`);
  await expect(personIn(wren, "Tern")).toHaveCount(0);
});

test("two small circles become one when everybody in both says yes", {
  tag: "@no-js",
}, async ({ signedIn, javaScriptEnabled }) => {
  const { page: juniper, member: first } = await signedIn({ name: "Juniper" });
  const { page: heron, member: second } = await signedIn({ name: "Heron" });
  const { page: other, member: third } = await signedIn({ name: "Heron" });
  const large = await aCircle(first, [second]);
  const little = await aCircle(third, [], { name: "Second wind", purpose: "Nurses between jobs." });
  const post = await aPost(third, little, { body: "Said among us." });
  await aReply(third, post, { body: "And one thing more." });
  await aMergeOffer(large, little);

  await juniper.goto(`/circles/${large.id}/merge`);
  await expect(juniper.getByText("One person. Nurses between jobs.")).toBeVisible();
  await expect(juniper.getByText("Second wind")).toHaveCount(0);
  await button(juniper, "Yes, I would like that").click();
  await expect(juniper.getByText(/^You said yes/)).toBeVisible();

  await other.goto(`/circles/${little.id}/merge`);
  await expect(other.getByText("2 people. People between jobs in logistics.")).toBeVisible();
  await expect(other.getByText(/Juniper|Thursday lanterns/)).toHaveCount(0);
  await button(other, "Yes, I would like that").click();
  await expect(other.getByText(/^You said yes/)).toBeVisible();

  await heron.goto(`/circles/${large.id}/merge`);
  await button(heron, "Yes, I would like that").click();
  await expect(heading(heron)).toHaveText("When a circle is small");
  await heron.goto(`/circles/${large.id}`);
  await expect(personIn(heron, "Heron 2")).toBeVisible();

  // Where the smaller one was, its people find where it went, and what was said there.
  await other.goto(`/circles/${little.id}/merge`);
  await expect(heading(other)).toHaveText("Second wind is part of Thursday lanterns now");
  await expect(other.getByText("so you are Heron 2 there")).toBeVisible();
  await expect(other.getByRole("article")).toContainText("Said among us.");
  await expect(other.getByRole("article")).toContainText("And one thing more.");
  if (javaScriptEnabled) await expectAccessible(other);
  await other.getByRole("link", { name: "Go there" }).click();
  await expect(heading(other)).toHaveText("Thursday lanterns");
  await expect(personIn(other, "Juniper")).toContainText("facilitator");
  await expect(other.getByText("Said among us.")).toHaveCount(0);
  const elsewhere = await juniper.goto(`/circles/${little.id}/merge`);
  expect(elsewhere?.status()).toBe(404);
});

test("a no ends what is offered, and nobody reads whose it was", async ({ signedIn }) => {
  const { page, member: first } = await signedIn({ name: "Juniper" });
  const { page: other, member: second } = await signedIn({ name: "Heron" });
  const [large, little] = [await aCircle(first), await aCircle(second)];
  await aMergeOffer(large, little);
  await other.goto(`/circles/${little.id}/merge`);
  await page.goto(`/circles/${large.id}/merge`);
  await button(page, "I would rather not").click();
  await expect(heading(page)).toHaveText("When a circle is small");
  await button(other, "Yes, I would like that").click();
  await expect(complaint(other)).toContainText("This is not offered any more");
});
