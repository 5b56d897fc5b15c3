import fs from "node:fs/promises";
import type { Page } from "@playwright/test";
import { addDays, dayIn, mondayOf, sayDay } from "@/lib/dates";
import type { Member } from "@/tests/factories";
import { aGoal } from "@/tests/factories-of-goals";
import { aLearningPlan } from "@/tests/factories-of-learning";
import { aPlannedStep } from "@/tests/factories-of-weeks";
import { expect, test } from "./fixtures";
import { complaint } from "./steps";

const todayOf = (member: Member) => dayIn(member.timeZone, new Date());
const dayNamed = (page: Page, day: string, today: string) =>
  page.getByRole("region", { name: new RegExp(`^${sayDay(day, today)}`) });

test("a week is planned, changed, moved by the menu and taken along", { tag: "@no-js" }, async ({
  signedIn,
  javaScriptEnabled,
}) => {
  const { page, member } = await signedIn();
  const today = todayOf(member);
  const sunday = addDays(mondayOf(today), 6);
  await aGoal(member, { title: "Applications" });
  await aPlannedStep(member, { words: "Ring the bell", day: addDays(sunday, -7) });

  await page.goto("/goals");
  await page
    .getByRole("navigation", { name: "Beside goals" })
    .getByRole("link", { name: "Your week" })
    .click();
  await expect(page.getByText("A week with room in it")).toBeVisible();

  // A no keeps every field.
  const form = page.getByRole("form", { name: "Plan a step" });
  await form.getByLabel("Where, if you like").fill("The library");
  await form.getByLabel("Time, if you like").fill("18:00");
  await form.getByRole("button", { name: "Put it in the week" }).click();
  await expect(complaint(page)).toContainText("Write what you mean to do, or choose a goal.");
  await expect(form.getByLabel("Where, if you like")).toHaveValue("The library");
  await form.getByLabel("What", { exact: true }).fill("Write to Alder");
  await form.getByLabel("For a goal, if you like").selectOption("Applications");
  await form.getByLabel("Day", { exact: true }).fill(sunday);
  await form.getByRole("button", { name: "Put it in the week" }).click();
  const onSunday = dayNamed(page, sunday, today);
  await expect(onSunday.getByText("Write to Alder")).toBeVisible();
  await expect(onSunday.getByText("18:00")).toBeVisible();
  await expect(onSunday.getByText("The library")).toBeVisible();

  // What was open in the week before comes along, and is listed nowhere before.
  await expect(page.getByText("Ring the bell")).toHaveCount(0);
  await page.getByRole("button", { name: "Take along what is open" }).click();
  await expect(onSunday.getByText("Ring the bell")).toBeVisible();
  await expect(page.getByRole("button", { name: "Take along what is open" })).toHaveCount(0);

  // Moved to the Monday after, by the menu.
  const monday = addDays(sunday, 1);
  const step = onSunday.getByRole("listitem").filter({ hasText: "Ring the bell" });
  await step.getByText("Move", { exact: true }).click();
  await step.getByLabel("To", { exact: true }).selectOption(monday);
  await step.getByRole("button", { name: "Move it" }).click();
  await expect(page.getByText("Ring the bell")).toHaveCount(0);
  await page.getByRole("link", { name: "The week after" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Next week");
  await expect(page.getByText("Ring the bell")).toBeVisible();
  await page.getByRole("link", { name: "Your week", exact: true }).click();

  // Done, and open again, without a comment.
  await onSunday
    .getByRole("button", { name: "Done: Write to Alder" })
    .or(onSunday.getByRole("button", { name: "Done", exact: true }))
    .click();
  await expect(onSunday.getByText("Done.", { exact: false }).first()).toBeVisible();
  await onSunday.getByRole("button", { name: "Count it for Applications" }).click();
  if (javaScriptEnabled)
    await expect(onSunday.getByRole("button", { name: "Count it for Applications" })).toHaveCount(0);
});

test("a step is deleted, and that is undone", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await aPlannedStep(member);
  await page.goto("/week");
  await page.getByRole("link", { name: "Change or delete: Write to Alder" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Write to Alder")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Write to Alder")).toBeVisible();
});

test("a step is dragged to another day", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const today = todayOf(member);
  const monday = mondayOf(today);
  const other = addDays(monday, today === monday ? 1 : 0);
  await aPlannedStep(member);
  await page.goto("/week");
  const step = page.getByRole("listitem").filter({ hasText: "Write to Alder" });
  await expect(step).toHaveAttribute("draggable", "true");
  await step.getByText("Write to Alder").dragTo(page.getByRole("heading", { name: sayDay(other, today) }));
  await expect(dayNamed(page, other, today).getByText("Write to Alder")).toBeVisible();
  await page.reload();
  await expect(dayNamed(page, other, today).getByText("Write to Alder")).toBeVisible();
});

test("a week is downloaded for a calendar, in its member's own words", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await aPlannedStep(member, { time: "18:00" });
  await page.goto("/week");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download this week for a calendar" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`week-${mondayOf(todayOf(member))}.ics`);
  expect(await fs.readFile(await file.path(), "utf8")).toContain("SUMMARY:Write to Alder");
});

test("a step of something to learn becomes a goal, and part of the week, in one press each", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const { id } = await aLearningPlan(member, { steps: ["Read one page about it", "", ""] });
  await page.goto(`/learning/${id}`);
  await page.getByRole("button", { name: "Put it in this week" }).click();
  await expect(
    dayNamed(page, todayOf(member), todayOf(member)).getByText("Read one page about it"),
  ).toBeVisible();
  await page.goto(`/learning/${id}`);
  await page.getByRole("button", { name: "Make it a goal" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Read one page about it");
});
