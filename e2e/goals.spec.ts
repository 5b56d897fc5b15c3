import type { Page } from "@playwright/test";
import { addDays, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { aCircle } from "@/tests/factories";
import { aGoal, anEffort, aWin } from "@/tests/factories-of-goals";
import { aSetback } from "@/tests/factories-of-setbacks";
import { expect, test } from "./fixtures";
import { awake, complaint } from "./steps";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const weekOf = (page: Page, title: string) => page.getByRole("img", { name: `${title}, this week` });

test("a goal begins with a preset, is logged in one tap, and undone in another", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page } = await signedIn();
  await page.goto("/goals");
  await page.getByRole("link", { name: "Add a goal" }).click();
  await page.getByRole("link", { name: "One application a day" }).click();
  await expect(page.getByLabel("What would you like to keep up?")).toHaveValue("Applications");
  await expect(page.getByRole("radio", { name: "a day" })).toBeChecked();
  await page.getByRole("button", { name: "Add goal" }).click();
  await expect(heading(page)).toHaveText("Goals");
  await expect(weekOf(page, "Applications")).toHaveAccessibleDescription(/, today: still open\./);

  await page.getByRole("button", { name: "Log effort" }).dblclick();
  await expect(weekOf(page, "Applications")).toHaveAccessibleDescription(/, today: done\./);
  await expect(page.getByText("1 day this week")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(weekOf(page, "Applications")).toHaveAccessibleDescription(/, today: still open\./);
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
});

test("a goal without a name is asked for one, and keeps the rest", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page } = await signedIn();
  await page.goto("/goals/new");
  await page.getByRole("radio", { name: "Wellbeing" }).check();
  await page.getByLabel("How many").fill("900");
  await page.getByRole("button", { name: "Add goal" }).click();
  await expect(complaint(page)).toContainText("Give it a short name.");
  await expect(page.getByRole("radio", { name: "Wellbeing" })).toBeChecked();
  await page.getByLabel("What would you like to keep up?").fill("A walk outside");
  await page.getByRole("button", { name: "Add goal" }).click();
  await expect(page.getByLabel("How many")).toHaveAccessibleDescription(/Please choose a smaller number/);
  await page.getByLabel("How many").fill("4");
  await page.getByRole("button", { name: "Add goal" }).click();
  await expect(page.getByRole("link", { name: "A walk outside 4 a week" })).toBeVisible();
});

test("effort is logged for another day, and one day is taken out again", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const { id } = await aGoal(member);
  await page.goto(`/goals/${id}`);
  await page.getByRole("button", { name: "Log that day" }).click();
  await expect(page.getByText(/^Logged for /)).toBeVisible();
  const countEfforts = () => asMember(member.id, (db) => db.effort.count({ where: { goalId: id } }));
  expect(await countEfforts()).toBe(1);

  await page.getByLabel("Day", { exact: true }).fill("2020-02-02");
  await page.getByRole("button", { name: "Log that day" }).click();
  await expect(page.getByLabel("Day", { exact: true })).toHaveAccessibleDescription(/more than 60 days ago/);
  expect(await countEfforts()).toBe(1);

  await page.getByText("What you logged", { exact: true }).click();
  await page.getByText("Take out", { exact: true }).click();
  await page.getByRole("button", { name: "Yes, take it out" }).click();
  await expect(page.getByText("What you logged", { exact: true })).toHaveCount(0);
  expect(await countEfforts()).toBe(0);
  await page.getByRole("form", { name: "Put back what was taken out" }).getByRole("button").click();
  await expect(page.getByText("What you logged", { exact: true })).toBeVisible();
  expect(await countEfforts()).toBe(1);
});

test("a goal that is too much is made smaller, and says first what it will be", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  const { id } = await aGoal(member, { title: "Applications" });
  await page.goto(`/goals/${id}`);
  await page.getByText("Make it smaller", { exact: true }).click();
  await expect(page.getByText("1 a day becomes 4 a week.")).toBeVisible();
  await page.getByRole("button", { name: "Yes, 4 a week" }).click();
  await expect(page.getByText("Applications, 4 a week.")).toBeVisible();
});

test("a change that cannot be taken stands there with its words, and nothing is folded over it", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const { id } = await aGoal(member, { title: "A walk outside", rhythm: "week", times: 1 });
  await page.goto(`/goals/${id}`);
  await page.getByText("Change it", { exact: true }).first().click();
  await page.getByLabel("How many").fill("900");
  await page.getByRole("button", { name: "Save the change" }).click();
  await expect(complaint(page)).toContainText("Please choose a smaller number.");
  await expect(page.getByLabel("How many")).toBeVisible();
  await expect(page.getByLabel("How many")).toHaveValue("900");

  await page.goto(`/goals/${id}`);
  await page.getByText("Make it smaller", { exact: true }).click();
  await page.getByLabel("What would be a smaller version?").fill("");
  await page.getByRole("button", { name: "Yes, the smaller one" }).click();
  await expect(complaint(page)).toBeVisible();
  await expect(page.getByLabel("What would be a smaller version?")).toBeVisible();
});

test("what was heard of a press is over with the next one", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await aGoal(member, { title: "Applications" });
  await page.goto("/goals");
  const said = (words: string) => page.getByRole("status").filter({ hasText: words });
  await awake(page.getByRole("button", { name: "Log effort" }));
  await page.getByRole("button", { name: "Log effort" }).click();
  await expect(said("Logged for today.")).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(said("Taken out again.")).toHaveCount(1);
  await expect(said("Logged for today.")).toHaveCount(0);
});

test("a press that did not get through speaks of no words", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await aGoal(member, { title: "Applications" });
  await page.goto("/goals");
  const log = page.getByRole("button", { name: "Log effort" });
  await awake(log);
  await page.context().setOffline(true);
  await log.click();
  await expect(complaint(page)).toContainText("Please press it again in a moment");
  await expect(complaint(page)).not.toContainText("typed");
  await page.context().setOffline(false);
  await log.click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
});

test("what a goal counts stays as it is once something is logged", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  const goal = await aGoal(member, {
    title: "Reading",
    unit: "minutes",
    rhythm: "week",
    times: 60,
    usual: 25,
  });
  const units = page.getByLabel("Of what").getByRole("option");
  await page.goto(`/goals/${goal.id}`);
  await page.getByText("Change it").click();
  await expect(units).toHaveCount(5);
  await anEffort(member, goal);
  await page.reload();
  await page.getByText("Change it").click();
  await expect(units).toHaveText(["minutes"]);
  await expect(page.getByText("It stays, since something is logged.")).toBeVisible();
  await page.getByLabel("How many", { exact: true }).fill("40");
  await page.getByRole("button", { name: "Save the change" }).click();
  await expect(page.getByText("Applications, 40 minutes a week.")).toBeVisible();
});

test("a goal rests and goes on", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const { id } = await aGoal(member, { title: "Applications" });
  await page.goto(`/goals/${id}`);
  await page.getByRole("button", { name: "Let it rest" }).click();
  await expect(weekOf(page, "Applications")).toHaveAccessibleDescription(/, today: resting\./);
  await page.goto("/today");
  await expect(page.getByRole("region", { name: "One small step" })).toContainText("enough for today");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("region", { name: "One small step" })).toContainText("Applications");
});

test("a goal is finished, and taken up again", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const { id } = await aGoal(member, { title: "Ask for feedback", rhythm: "finish_line", times: 1 });
  await anEffort(member, { id });
  await page.goto(`/goals/${id}`);
  await expect(page.getByText("You are at the finish line", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Finish" }).first().click();
  await expect(page.getByText("Finished: Ask for feedback")).toBeVisible();
  await expect(page.getByText("You did it once, and that was you.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: "Ask for feedback 1 in all" })).toBeVisible();
});

test("a goal is deleted with what was logged on it, and all of it comes back", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  const { id } = await aGoal(member, { title: "Applications" });
  await anEffort(member, { id });
  await page.goto(`/goals/${id}`);
  await page.getByText("Finish, put away or delete").click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Deleted: Applications")).toBeVisible();
  await expect(page.getByText("Nothing to keep up yet")).toBeVisible();
  expect((await page.request.get(`/goals/${id}`)).status()).toBe(404);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(weekOf(page, "Applications")).toHaveAccessibleDescription(/, today: done\./);
});

test("progress is put in a circle in words that stand there before they are sent", async ({ signedIn }) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  const circle = await aCircle(member);
  const { id } = await aGoal(member, { title: "Applications" });
  await anEffort(member, { id });
  await page.goto(`/goals/${id}`);
  await page.getByRole("link", { name: "Share progress" }).click();
  await expect(page.getByLabel("Your words for the circle")).toHaveValue(
    "Showed up on 1 of the last 7 days for: Applications, 1 a day.",
  );
  await page.getByRole("button", { name: "See what they will see" }).click();
  await expect(page.getByRole("article")).toContainText("Showed up on 1 of the last 7 days");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/circles/${circle.id}#`));
  await expect(page.getByRole("article", { name: /^Juniper, .*, progress$/ })).toContainText(
    "Showed up on 1 of the last 7 days",
  );
});

test("a win is written down, put in a circle, and deleting it can be undone", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  await aCircle(member);
  await page.goto("/wins");
  await page.getByLabel("What went well?").fill("I asked them for feedback.");
  await page.getByRole("button", { name: "Keep this win" }).click();
  await expect(page.getByText("Kept. That was you.")).toBeVisible();
  await page.getByRole("link", { name: "Put it in a circle" }).first().click();
  await expect(page.getByLabel("Your words for the circle")).toHaveValue("I asked them for feedback.");
  await page.getByRole("button", { name: "See what they will see" }).click();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("article", { name: /^Juniper, .*, a win$/ })).toContainText("I asked them");

  await page.goto("/wins");
  await expect(page.getByText("You put it in a circle")).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Nothing written yet")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("I asked them for feedback.")).toBeVisible();
});

test("Today asks for one small step, which can wait for another day or be done", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  await aGoal(member, { title: "Applications" });
  await aGoal(member, { title: "A walk outside", rhythm: "week", times: 4, category: "routine" });
  const step = page.getByRole("region", { name: "One small step" });
  await page.goto("/today");
  await expect(heading(page)).toContainText("Juniper");
  await expect(page.getByText("One small step is enough for today.")).toBeVisible();

  await step.getByRole("button", { name: "Not today" }).click();
  await expect(step).toContainText("Left for another day: Applications");
  await step.getByRole("button", { name: "Put it back" }).click();
  await expect(step).not.toContainText("Left for another day");

  await step.getByRole("button", { name: "Done" }).first().click();
  await expect(weekOf(page, "Applications")).toHaveAccessibleDescription(/, today: done\./);
  await expect(page.getByText("You showed up on 1 of the last 7 days.")).toBeVisible();
  await expect(step).toContainText("A walk outside");
});

test("Today draws twelve weeks of days, says the same in a table, and keeps setbacks folded", async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  await aWin(member, "Slept well.");
  await aSetback(member, { happened: "They never wrote back.", kind: "silence" });
  await page.goto("/today");
  await expect(page.getByRole("img", { name: "Days you showed up" })).toHaveAccessibleDescription(
    /^Last 12 weeks: 1 day\./,
  );
  await page.getByText("Show as table").click();
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(13);
  await expect(page.getByRole("table").getByRole("cell", { name: "1", exact: true })).toHaveCount(1);
  await page.setViewportSize({ width: 360, height: 844 });
  await page.getByText("The last twelve weeks").click();
  await page.getByRole("table").scrollIntoViewIfNeeded();
  await expect(page.getByRole("columnheader", { name: "Sunday" })).toBeInViewport({ ratio: 1 });

  const setback = page.getByRole("link", { name: "Silence" });
  await expect(setback).toBeHidden();
  expect(await page.content()).not.toContain("They never wrote back.");
  await page.getByText("Setbacks: 1 resting").click();
  await expect(setback).toBeVisible();
});

test("Today's chart is folded on the phone, and simply there on a wider screen", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  await aWin(member, "Slept well.");
  await page.goto("/today");
  const chart = page.getByRole("img", { name: "Days you showed up" });
  const fold = page.getByText("The last twelve weeks");
  await expect(chart).toBeVisible();
  await expect(fold).toBeHidden();

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(chart).toBeHidden();
  await fold.click();
  await expect(chart).toBeVisible();
});

test("on paper what is folded away says that it is, and what was unfolded is there", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const goal = await aGoal(member, { title: "Applications" });
  await anEffort(member, goal, addDays(dayIn(member.timeZone, new Date()), -1));
  await aGoal(member, { title: "Letters", finishedAt: new Date() });
  await aSetback(member);
  const onPaper = async (see: () => Promise<unknown>) => {
    await page.emulateMedia({ media: "print" });
    await see();
    await page.emulateMedia({ media: null });
  };
  await page.goto(`/goals/${goal.id}`);
  const log = page.locator("details").filter({ hasText: "What you logged" });
  await onPaper(async () => {
    await expect(log.locator("summary").first()).toBeVisible();
    expect(
      await log
        .locator("summary")
        .first()
        .evaluate((one) => getComputedStyle(one, "::after").content),
    ).toBe('"folded"');
    await expect(log.getByRole("listitem")).toBeHidden();
    await expect(page.getByText("Finish, put away or delete")).toBeHidden();
  });
  await log.locator("summary").first().click();
  await onPaper(async () => {
    await expect(log.getByRole("listitem")).toBeVisible();
    expect(
      await log
        .locator("summary")
        .first()
        .evaluate((one) => getComputedStyle(one, "::after").content),
    ).toBe("none");
    await expect(log.getByText("Take out", { exact: true })).toBeHidden();
  });
  await page.goto("/goals");
  await onPaper(async () => {
    await expect(page.locator("summary", { hasText: "Finished" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Letters" })).toBeHidden();
  });
  await page.goto("/today");
  await onPaper(() => expect(page.getByText("Setbacks: 1 resting")).toBeHidden());
  await page.goto("/help-now");
  await onPaper(() => expect(page.getByRole("heading", { name: "All countries" })).toBeHidden());
});
