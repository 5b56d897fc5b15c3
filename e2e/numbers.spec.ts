import { readFileSync } from "node:fs";
import { addDays, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { aCircle, aMember, type Member } from "@/tests/factories";
import { aGoal, anEffort, aWin } from "@/tests/factories-of-goals";
import { aPost } from "@/tests/factories-of-posts";
import { someSetbacks } from "@/tests/patterns/what-happened";
import { expect, test } from "./fixtures";

const today = () => dayIn("Europe/Berlin", new Date());

/** Some pictures on Today, one of them folded. */
const somePictures = (member: Member) =>
  asMember(member.id, (db) =>
    db.todayLayout.createMany({
      data: {
        userId: member.id,
        sections: [],
        hidden: [],
        pictures: ["year", "strength", "effort", "stages"],
      },
    }),
  );

test("a figure opens what it was counted from, page by page", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const letters = await aGoal(member, { title: "Letters", category: "applications" });
  const walks = await aGoal(member, { title: "A walk", category: "routine" });
  for (let back = 0; back < 42; back++) await anEffort(member, letters, addDays(today(), -back));
  await anEffort(member, walks, today());
  await aWin(member, "I asked for feedback.", addDays(today(), -1));

  await page.goto("/today");
  await page.getByRole("link", { name: "Your numbers" }).click();
  await expect(page.getByRole("img", { name: "A year of days" })).toHaveAccessibleDescription(
    /^You showed up on 42 days in 53 weeks\./,
  );
  await expect(page.getByRole("img", { name: "Effort, week by week" })).toHaveAccessibleDescription(
    /^Effort 43 times in 26 weeks: Applications 42, Wellbeing 1\./,
  );
  await expect(page.getByRole("img", { name: "How strong “Letters” is" })).toBeVisible();

  await page.getByRole("link", { name: "Of it, for applications: 42" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What it was counted from");
  await expect(page.getByText("Letters", { exact: true })).toHaveCount(40);
  await page.getByRole("link", { name: "Older ones" }).click();
  await expect(page.getByText("Letters", { exact: true })).toHaveCount(2);
  await expect(page.getByRole("link", { name: "Older ones" })).toHaveCount(0);
  await page.getByRole("link", { name: "Your numbers" }).click();
  await page.getByRole("link", { name: "Wins you wrote: 1" }).click();
  await expect(page.getByText("I asked for feedback.")).toBeVisible();
});

test("Today is arranged by buttons, and stays so", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await anEffort(member, await aGoal(member, { title: "Letters" }));
  await page.goto("/today");
  await page.getByRole("link", { name: "Arrange Today" }).click();
  const press = async (form: string, button: string) =>
    page.getByRole("form", { name: form, exact: true }).getByRole("button", { name: button }).click();
  await press("Move up: Days you showed up", "Up");
  await expect(page.getByRole("listitem").filter({ hasText: "Days you showed up" })).toBeVisible();
  await press("Put away: In your circles", "Put away");
  await expect(page.getByText("In your circles (put away)")).toBeVisible();
  await press("Put on Today: Effort, week by week", "Put on Today");
  await expect(page.getByRole("form", { name: "Take off Today: Effort, week by week" })).toBeVisible();

  await page.goto("/today");
  await expect(page.getByRole("heading", { name: "In your circles" })).toHaveCount(0);
  await expect(page.getByRole("img", { name: "Effort, week by week" })).toBeAttached();
  await page.getByRole("link", { name: "Arrange Today" }).click();
  await press("Arrange it as it was", "Arrange it as it was");
  await expect(page.getByText("(put away)")).toHaveCount(0);
  await page.goto("/today");
  await expect(page.getByRole("heading", { name: "In your circles" })).toBeVisible();
});

test("feelings are drawn only for whoever asks, and stages stay folded", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const member = await aMember();
  await someSetbacks(
    member,
    Array.from({ length: 12 }, () => ({ kind: "after_interview" as const, day: today() })),
  );
  const { page } = await signedIn(member);
  await page.goto("/numbers");
  await expect(page.getByRole("img", { name: "Feelings over time" })).toHaveCount(0);
  await expect(page.getByRole("img", { name: "How far applications came" })).toBeHidden();
  await page.getByRole("link", { name: "Draw them" }).click();
  await expect(page.getByRole("img", { name: "Feelings over time" })).toBeVisible();
  await page.getByText("Unfold it when you like").click();
  await expect(page.getByRole("img", { name: "How far applications came" })).toHaveAccessibleDescription(
    /^12 applications that ended say how far they came, and 12 of them came to an interview\./,
  );
});

test("on paper are figures and pictures, and nothing to press", async ({ signedIn }) => {
  const [member, heron] = [await aMember(), await aMember({ name: "Heron" })];
  await aPost(heron, await aCircle(member, [heron]), { kind: "ask", body: "No offer." });
  for (const title of ["Letters", "A walk", "Reading"]) {
    const goal = await aGoal(member, { title });
    for (let back = 0; back < 60; back += 2) await anEffort(member, goal, addDays(today(), -back));
  }
  await someSetbacks(
    member,
    Array.from({ length: 12 }, () => ({ kind: "after_interview" as const, day: addDays(today(), -9) })),
  );
  await somePictures(member);
  const { page } = await signedIn(member);
  for (const path of ["/today", "/numbers"]) {
    await page.goto(path);
    await page.emulateMedia({ media: "print" });
    // As wide as a sheet of paper leaves, which is less than a tablet.
    await page.setViewportSize({ width: 700, height: 1000 });
    for (const words of ["Show as table", "Unfold it when you like", "Entries as CSV", "Reply", "Setbacks: "])
      await expect(page.getByText(words).locator("visible=true")).toHaveCount(0);
    await expect(page.locator("a.button, button").locator("visible=true")).toHaveCount(0);
    await expect(page.getByRole("img", { name: "A year of days" })).toBeVisible();
    await expect(page.getByRole("img", { name: "How far applications came" })).toBeHidden();
    if (process.env.SHOTS) await page.pdf({ path: `${process.env.SHOTS}${path}.pdf`, format: "A4" });
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1280, height: 900 });
  }
  await page.getByText("Unfold it when you like").click();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("img", { name: "How far applications came" })).toBeVisible();
});

test("entries are taken along as a file", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await anEffort(member, await aGoal(member, { title: "=Letters" }));
  await page.goto("/numbers");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Entries as CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`onward-entries-${today()}.csv`);
  expect(readFileSync(await file.path(), "utf8")).toContain(`,"'=Letters",`);
});

test("the pictures keep still, and on paper only the tables that were opened stand below them", async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  await anEffort(member, await aGoal(member, { title: "Letters" }));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.goto("/numbers");
  const picture = page.getByRole("img", { name: "Effort, week by week" });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((drawn) => drawn.getAnimations({ subtree: true }).length)).toBe(0);
  const effort = page.getByRole("figure").filter({ has: picture });
  await effort.getByText("Show as table").click();
  await page.emulateMedia({ media: "print" });
  await expect(effort.getByRole("table")).toBeVisible();
  await expect(page.getByRole("img", { name: "A year of days" })).toBeVisible();
  await expect(page.getByText("Show as table").first()).toBeHidden();
});

test("the pictures fit a small phone", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const goal = await aGoal(member, { title: "Every open letter that lies on the kitchen table and waits" });
  for (let back = 0; back < 60; back += 3) await anEffort(member, goal, addDays(today(), -back));
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto("/numbers?feelings=1");
  await expect(page.getByRole("img", { name: "A year of days" })).toBeVisible();
  const outside = await page.locator("svg[role=img] text").evaluateAll((texts) =>
    texts.flatMap((text) => {
      const picture = text.closest("svg")?.getBoundingClientRect();
      const { left, right } = text.getBoundingClientRect();
      return picture && left >= picture.left - 1 && right <= picture.right + 1 ? [] : [text.textContent];
    }),
  );
  expect(outside).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
