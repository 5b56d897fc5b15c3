import type { Locator, Page } from "@playwright/test";
import { addDays, dayIn, mondayOf, sayDay } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { aCircle, type Member } from "@/tests/factories";
import { aGoal, anEffort, aWin } from "@/tests/factories-of-goals";
import { aSetback } from "@/tests/factories-of-setbacks";
import { aPlannedStep } from "@/tests/factories-of-weeks";
import { expect, test } from "./fixtures";
import { awake } from "./steps";

/* Where hands and eyes are after a press: nothing else is pressed by it, nothing lies on anything, and focus stays near. */

const countEfforts = (member: Member) => asMember(member.id, (db) => db.effort.count());
const stepOf = (page: Page) => page.getByRole("region", { name: "One small step" });

async function middleOf(button: Locator): Promise<[x: number, y: number]> {
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (!box) throw new Error("It is not there to be pressed.");
  return [box.x + box.width / 2, box.y + box.height / 2];
}

for (const which of [0, 1]) {
  test(`two slow presses at one place log one goal: ${which === 0 ? "the first" : "one of the others"}`, {
    tag: "@no-js",
  }, async ({ signedIn, javaScriptEnabled }) => {
    const { page, member } = await signedIn();
    for (const title of ["One application", "A walk outside", "One letter", "One call"])
      await aGoal(member, { title });
    await page.goto("/today");
    const done = stepOf(page).getByRole("button", { name: "Done" }).nth(which);
    if (javaScriptEnabled) await awake(done);
    const place = await middleOf(done);
    await page.mouse.click(...place);
    await expect(stepOf(page).getByText("Logged for today.")).toBeVisible();
    await page.mouse.click(...place);
    await page.goto("/today");
    expect(await countEfforts(member)).toBe(1);

    // It stands where it was, the others below it, and can be undone there.
    const first = which === 0 ? "One application" : "A walk outside";
    await stepOf(page)
      .getByRole("button", { name: "Undo" })
      .and(page.getByRole("form", { name: `Undo what was just logged: ${first}` }).getByRole("button"))
      .click();
    await expect(stepOf(page).getByText("Logged for today.")).toHaveCount(0);
    expect(await countEfforts(member)).toBe(0);
  });
}

test("Enter, pressed twice, logs one goal", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  for (const title of ["One application", "A walk outside"]) await aGoal(member, { title });
  await page.goto("/today");
  const done = stepOf(page).getByRole("button", { name: "Done" }).first();
  await awake(done);
  await done.focus();
  await page.keyboard.press("Enter");
  await expect(stepOf(page).getByText("Logged for today.")).toBeVisible();
  await expect(stepOf(page).getByRole("heading", { name: "One small step" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.reload();
  expect(await countEfforts(member)).toBe(1);
});

/** Which of these words and buttons lie on each other. */
const overlaps = (page: Page) =>
  page.evaluate(() => {
    const touch = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    return Array.from(document.querySelectorAll("main li")).flatMap((line) => {
      const buttons = Array.from(line.querySelectorAll("button"));
      const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        if (node.parentElement?.closest("button, .sr-only, details, svg")) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const rect of range.getClientRects())
          for (const button of buttons)
            if (touch(rect, button.getBoundingClientRect()))
              found.push(`${node.textContent} / ${button.textContent}`);
      }
      return found;
    });
  });

test("at 320 px no button lies on a goal's name, and a rhythm stays on one line where it fits", async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  await aGoal(member, { title: "Reading for the next conversation", unit: "minutes", times: 90, usual: 30 });
  await aGoal(member, {
    title: "Donaudampfschifffahrtsgesellschaften",
    unit: "minutes",
    times: 30,
    usual: 30,
  });
  await aGoal(member, { title: "An evening of real rest", rhythm: "week", times: 2, category: "routine" });
  for (const path of ["/today", "/goals"]) {
    await page.setViewportSize({ width: 320, height: 720 });
    await page.goto(path);
    expect(await overlaps(page), path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 390, height: 844 });
    for (const rhythm of await page.getByText("2 a week", { exact: true }).all())
      expect((await rhythm.boundingBox())?.height, path).toBeLessThan(40);
  }
});

test("a preset that is chosen by the keyboard leads to the form", async ({ signedIn }) => {
  const { page } = await signedIn();
  await page.goto("/goals/new");
  const preset = page.getByRole("link", { name: "One application a day" });
  await awake(preset);
  await preset.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("What would you like to keep up?")).toHaveValue("Applications");
  await expect(page.locator("#goal")).toBeFocused();
});

const floating = (page: Page) => page.getByRole("link", { name: "Log a setback" }).filter({ visible: true });

/** Whether what is at the middle of it is it, as a finger would find it. */
const isBare = (control: Locator) =>
  control.evaluate((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    return [left + 4, (left + right) / 2, right - 4].every((x) => {
      const found = document.elementFromPoint(x, (top + bottom) / 2);
      return found !== null && (node.contains(found) || found.contains(node));
    });
  });

test("somebody new sees the three gentle first steps first, with nothing on them", async ({ signedIn }) => {
  const { page } = await signedIn({ verified: false });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/today");
  await expect(floating(page)).toBeVisible();
  for (const step of ["Add a goal", "something that went well", "a few people who get it"]) {
    const link = page.getByRole("link", { name: step }).first();
    await expect(link).toBeInViewport({ ratio: 1 });
    expect(await isBare(link), step).toBe(true);
  }
  await expect(page.getByText("Please confirm your e-mail")).toBeVisible();
});

test("what floats on the phone does not cover how to leave a noticed win", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const goal = await aGoal(member, { title: "Applications" });
  for (let each = 0; each < 10; each++) await anEffort(member, goal);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/today");
  const leave = await page.getByRole("button", { name: "Not for me" }).boundingBox();
  const over = await floating(page).boundingBox();
  expect((leave?.x ?? 0) + (leave?.width ?? 0)).toBeLessThan(over?.x ?? 0);
});

test("a step that is moved, or counted, keeps the focus", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const today = dayIn(member.timeZone, new Date());
  const monday = mondayOf(today);
  const other = addDays(monday, today === monday ? 1 : 0);
  const goal = await aGoal(member, { title: "Applications" });
  await aPlannedStep(member, { goalId: goal.id });
  await page.goto("/week");
  const step = page.getByRole("listitem").filter({ hasText: "Write to Alder" });
  await expect(step).toHaveAttribute("draggable", "true");
  await step.getByText("Write to Alder").dragTo(page.getByRole("heading", { name: sayDay(other, today) }));
  const there = page.getByRole("region", { name: new RegExp(`^${sayDay(other, today)}`) });
  await expect(there.getByRole("listitem")).toBeFocused();

  await step.getByText("Move", { exact: true }).click();
  await step.getByLabel("To", { exact: true }).selectOption(today);
  await step.getByRole("button", { name: "Move it" }).press("Enter");
  const here = page.getByRole("region", { name: new RegExp(`^${sayDay(today, today)}`) });
  await expect(here.getByRole("listitem")).toBeFocused();

  await step.getByRole("button", { name: "Done" }).press("Enter");
  await step.getByRole("button", { name: "Count it for Applications" }).press("Enter");
  await expect(here.getByRole("listitem")).toBeFocused();
});

test("a second press after taking out opens the next day and takes nothing", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const goal = await aGoal(member);
  const today = dayIn(member.timeZone, new Date());
  for (const back of [0, 1]) await anEffort(member, goal, addDays(today, -back));
  await page.goto(`/goals/${goal.id}`);
  const fold = page.locator("details").filter({ hasText: "What you logged" });
  await fold.locator("summary").first().click();
  const takeOut = fold.getByText("Take out", { exact: true });
  await takeOut.first().click();
  await fold.getByRole("button", { name: "Yes, take it out" }).first().click();
  await expect(page.getByText("Taken out:")).toBeVisible();
  await expect(takeOut).toHaveCount(1);
  await takeOut.click();
  await expect(fold.getByRole("button", { name: "Yes, take it out" })).toBeVisible();
  await expect(takeOut).toHaveCount(1);
});

test("a win is looked at without its employer's name before a circle reads it", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  await aCircle(member);
  await aSetback(member, { company: "Kestrel Freight" });
  const win = await aWin(member, "Kestrel Freight said my letter was clear.");
  await page.goto(`/wins/${win.id}/share`);
  await expect(page.getByRole("button", { name: "Share", exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "See what they will see" }).click();
  await expect(page.getByRole("article")).toContainText("A company said my letter was clear.");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const post = page.getByRole("article", { name: /^Juniper, .*, a win$/ });
  await expect(post).toContainText("A company said my letter was clear.");
  await expect(post).not.toContainText("Kestrel");
});
