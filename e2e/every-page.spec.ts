import { globSync } from "node:fs";
import { freshId } from "@/lib/ids";
import { pagesOfCircles } from "./every-page/pages-of-circles";
import { pagesOfFeedback } from "./every-page/pages-of-feedback";
import { pagesOfFinding } from "./every-page/pages-of-finding";
import { pagesOfGoals } from "./every-page/pages-of-goals";
import { pagesOfLearning } from "./every-page/pages-of-learning";
import { pagesOfMeetings } from "./every-page/pages-of-meetings";
import { pagesOfSafety } from "./every-page/pages-of-safety";
import { pagesOfSetbacks } from "./every-page/pages-of-setbacks";
import { pagesOfSettings } from "./every-page/pages-of-settings";
import { pagesOfSupporters } from "./every-page/pages-of-supporters";
import { pagesOfToday } from "./every-page/pages-of-today";
import { pagesOfVisitors } from "./every-page/pages-of-visitors";
import { pagesOfWins } from "./every-page/pages-of-wins";
import type { Rows } from "./every-page/row";
import { aSeenWorld, type Seen } from "./every-page/seen-world";
import { test as base, expect, expectAccessible } from "./fixtures";

/*
 * Every page there is, opened by somebody who sees a lot on it: no finding of axe in light or dark, on a
 * phone or a desk, with everything unfolded; no sideways scrolling; one h1 and a title. A page that is not in
 * the table fails the suite.
 */

const table: Rows = {
  ...pagesOfVisitors,
  ...pagesOfToday,
  ...pagesOfSettings,
  ...pagesOfCircles,
  ...pagesOfMeetings,
  ...pagesOfFinding,
  ...pagesOfSafety,
  ...pagesOfSetbacks,
  ...pagesOfGoals,
  ...pagesOfWins,
  ...pagesOfLearning,
  ...pagesOfFeedback,
  ...pagesOfSupporters,
};

const test = base.extend<object, { seen: Seen }>({
  // Each worker seeds one world and looks at all of its pages in that.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to read here what a fixture needs.
  seen: [async ({}, use) => use(await aSeenWorld()), { scope: "worker" }],
});

// What axe reads stands in its findings; a trace of each look would take longer than the looking.
test.use({ trace: "off" });

test("the table names every page and no other", () => {
  const pages = globSync("app/**/page.tsx").map((file) =>
    file.replaceAll("\\", "/").slice("app/".length, -"/page.tsx".length),
  );
  expect(Object.keys(table).sort()).toEqual(pages.sort());
});

for (const [name, rows] of Object.entries(table)) {
  for (const [at, [who, path, heading, before, shows]] of rows.entries()) {
    test(`${name}, ${at + 1}, seen by ${who}: ${heading.source}`, async ({ seen, someone, signedIn }) => {
      const page = who === "nobody" ? await someone() : (await signedIn(seen[who])).page;
      await before?.(page, seen);
      await page.goto(path(seen));
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      await expect(page).toHaveTitle(/^(\S.* · Onward|Onward, a calm place .*)$/);
      await page.locator("details").evaluateAll((folds: HTMLDetailsElement[]) => {
        for (const fold of folds) fold.open = true;
      });
      if (shows) await expect(page.getByText(shows).first()).toBeVisible();
      await expectAccessible(page);
    });
  }
}

test("a form that was not taken is as easy to read as before", async ({ someone }) => {
  const page = await someone();
  await page.goto("/join");
  await page.getByRole("button", { name: "Join Onward" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expectAccessible(page);
});

test("what a circle will see is as easy to read as the rest", async ({ seen, signedIn }) => {
  const { page } = await signedIn(seen.author);
  await page.goto(`/setbacks/${seen.setback.id}/share`);
  await page.getByRole("button", { name: "See what they will see" }).click();
  await expect(page.getByRole("article")).toBeVisible();
  await expectAccessible(page);
});

test("what a circle will see of an experiment is as easy to read", async ({ seen, signedIn }) => {
  const { page } = await signedIn(seen.member);
  await page.goto(`/experiments/${seen.ended.id}/share`);
  await page.getByRole("checkbox", { name: /^What I try out/ }).check();
  await page.getByRole("button", { name: "See what they will see" }).click();
  await expect(page.getByRole("article")).toContainText("What I try out: No letter, only the form");
  await expectAccessible(page);
});

test("a page that is not there is as easy to read as one that is", async ({ seen, someone, signedIn }) => {
  const outside = await someone();
  await outside.goto("/nowhere");
  await expectAccessible(outside);
  const { page: inside } = await signedIn(seen.author);
  await inside.goto(`/circles/${freshId()}`);
  await expect(inside.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expectAccessible(inside);
});
