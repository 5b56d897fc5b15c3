import type { Page } from "@playwright/test";
import { addDays, dayIn, sayDay } from "@/lib/dates";
import { asMember } from "@/lib/db";
import type { Member } from "@/tests/factories";
import { aGoal, anEffort } from "@/tests/factories-of-goals";
import { expect, test } from "./fixtures";
import { awake, complaint } from "./steps";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const todayOf = (member: Member) => dayIn(member.timeZone, new Date());
const howMany = (page: Page) => page.getByLabel("How many", { exact: true });

test("a goal in minutes on chosen weekdays is added, and says so", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page } = await signedIn();
  await page.goto("/goals/new");
  await page.getByLabel("What would you like to keep up?").fill("Look for work");
  await howMany(page).fill("25");
  await expect(page.getByLabel("One tap logs")).toBeHidden();
  await page.getByLabel("Of what").selectOption("minutes");
  await expect(page.getByLabel("One tap logs")).toBeVisible();
  await expect(page.getByRole("group", { name: "Which days" })).toBeHidden();
  await page.getByRole("radio", { name: "on certain weekdays" }).check();
  await page.getByRole("button", { name: "Add goal" }).click();
  await expect(complaint(page)).toContainText("Please choose a day, or several.");
  await expect(page.getByRole("radio", { name: "on certain weekdays" })).toBeChecked();
  await page.getByRole("checkbox", { name: "Tuesday" }).check();
  await page.getByRole("checkbox", { name: "Thursday" }).check();
  await page.getByRole("button", { name: "Add goal" }).click();
  await expect(
    page.getByRole("link", { name: "Look for work 25 minutes on Tuesdays and Thursdays" }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Log 25 minutes" }).click();
  await expect(page.getByText("1 day this week")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("The week is still open")).toBeVisible();
});

test("a preset by situation fills the form, with what belongs to its rhythm", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page } = await signedIn();
  await page.goto("/goals/new");
  await page.getByText("Between interviews", { exact: true }).click();
  await page.getByRole("link", { name: "Fifteen minutes of questions, every 2 days" }).click();
  await expect(page.getByLabel("What would you like to keep up?")).toHaveValue("Answer questions aloud");
  await expect(page.getByLabel("Days from one to the next")).toHaveValue("2");
  await page.getByRole("button", { name: "Add goal" }).click();
  await expect(
    page.getByRole("link", { name: "Answer questions aloud 15 minutes every 2 days" }),
  ).toBeVisible();
});

test("another amount is logged for a day, and strength rises", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const { id } = await aGoal(member, { title: "The handbook", times: 10, unit: "pages", usual: 10 });
  await page.goto(`/goals/${id}`);
  await expect(page.getByText("It begins with the first one.")).toBeVisible();
  await page.getByLabel("How many pages").fill("4");
  await page.getByRole("button", { name: "Log that day" }).click();
  await expect(page.getByText("1 of the last 7 days.")).toBeVisible();
  await expect(page.getByText("Strength: 2 of 100.")).toBeVisible();
  await page.getByRole("button", { name: "Log 10 pages" }).click();
  await expect(page.getByText("2 of the last 7 days.")).toBeVisible();
  await expect(page.getByText("Strength: 7 of 100.")).toBeVisible();
  await page.getByText("How this is reckoned").click();
  await expect(page.getByText("half of it would be gone after 14 days without")).toBeVisible();
});

test("a goal rests for days that lie ahead, and takes them back", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const { id } = await aGoal(member);
  const today = todayOf(member);
  const [from, until] = [addDays(today, 20), addDays(today, 27)];
  await page.goto(`/goals/${id}`);
  await page.getByText("Rest for certain days", { exact: true }).click();
  await page.getByLabel("From", { exact: true }).fill(until);
  await page.getByLabel("Until, and with it").fill(from);
  await page.getByRole("button", { name: "Rest on these days" }).click();
  await expect(page.getByLabel("Until, and with it")).toHaveAccessibleDescription(
    /the first one, or comes after it/,
  );
  await expect(page.getByLabel("From", { exact: true })).toHaveValue(until);
  await page.getByLabel("From", { exact: true }).fill(from);
  await page.getByLabel("Until, and with it").fill(until);
  await page.getByRole("button", { name: "Rest on these days" }).click();
  const rests = page.getByRole("list", { name: "Days of rest" });
  await expect(rests).toContainText(`From ${sayDay(from, today)} until ${sayDay(until, today)}`);
  await rests.getByRole("button", { name: "Take back" }).click();
  await expect(rests).toHaveCount(0);
});

test("after two quiet weeks a smaller version is offered, and can be left", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  const createdAt = new Date(Date.now() - 30 * 86_400_000);
  const { id } = await aGoal(member, { title: "Letters", createdAt });
  await page.goto("/goals");
  await page.getByRole("link", { name: "Would a smaller version fit better?" }).click();
  const offer = page.getByRole("region", { name: "A smaller version" });
  await expect(offer).toContainText("Good to see you here");
  await offer.getByRole("button", { name: "Leave it as it is" }).click();
  await expect(offer).toHaveCount(0);
  await expect(heading(page)).toHaveText("Letters");
  const goal = await asMember(member.id, (db) => db.goal.findFirstOrThrow({ where: { id } }));
  expect(goal).toMatchObject({ rhythm: "day", times: 1 });
});

test("a goal is put away and brought back", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const { id } = await aGoal(member, { title: "Letters" });
  await page.goto(`/goals/${id}`);
  await page.getByText("Finish, put away or delete").click();
  await page.getByRole("button", { name: "Put it away" }).click();
  await expect(heading(page)).toHaveText("Goals");
  await expect(page.getByText("Nothing to keep up yet")).toBeVisible();
  await page.getByText("Put away", { exact: true }).click();
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(page.getByRole("link", { name: "Letters 1 a day" })).toBeVisible();
});

test("a finished goal asks once what helped, and keeps it", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const goal = await aGoal(member, { title: "Letters", rhythm: "finish_line", times: 1 });
  await anEffort(member, goal);
  await page.goto(`/goals/${goal.id}`);
  await page.getByRole("button", { name: "Finish" }).first().click();
  await page.getByRole("link", { name: "Write a line on what helped" }).click();
  await page.getByLabel("What helped you keep it up?").fill("Early mornings.");
  await page.getByRole("button", { name: "Keep it" }).click();
  const helped = page.getByRole("region", { name: "What helped" });
  await expect(helped).toContainText("Early mornings.");
  await expect(page.getByLabel("What helped you keep it up?")).toHaveCount(0);
  await helped.getByRole("button", { name: "Put it in the jar" }).click();
  await expect(helped.getByRole("button", { name: "Put it in the jar" })).toHaveCount(0);
  await expect(helped.getByRole("link", { name: "In your jar" })).toBeVisible();
  await page.goto("/jar");
  await expect(page.getByText("Early mornings.")).toBeVisible();
});

test("one key logs the first step on Today", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const { id } = await aGoal(member, { title: "Letters" });
  await page.goto("/today");
  await awake(page.getByRole("button", { name: "Done" }));
  await page.keyboard.press("l");
  await expect(page.getByRole("region", { name: "One small step" })).toContainText("enough for today");
  const logged = () => asMember(member.id, (db) => db.effort.count({ where: { goalId: id } }));
  expect(await logged()).toBe(1);

  // What is done already, or was put off, stands in the week, and the key is for what is asked for.
  await page.keyboard.press("l");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("region", { name: "One small step" })).toContainText("enough for today");
  expect(await logged()).toBe(1);
});

test("a slow double press in a row counts once, and a later one counts again", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const { id } = await aGoal(member, { title: "Letters", rhythm: "week", times: 9 });
  await page.goto("/goals");
  const log = page.getByRole("button", { name: "Log effort" });
  await awake(log);
  const now = Date.now();
  await page.clock.setFixedTime(now);
  const row = page.getByRole("listitem").filter({ hasText: "Letters" });
  await log.click();
  await expect(row).toContainText("1 of 9 this week");
  await page.clock.setFixedTime(now + 900);
  await log.click();
  await page.clock.setFixedTime(now + 2000);
  await log.click();
  await expect(row).toContainText("2 of 9 this week");
  expect(await asMember(member.id, (db) => db.effort.count({ where: { goalId: id } }))).toBe(2);
});

test("on a narrow phone a goal's button stands below its words, which keep their room", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const days = { rhythm: "weekdays" as const, weekdays: [1, 3, 5] };
  await aGoal(member, {
    title: "Practise interview answers",
    ...days,
    unit: "minutes",
    times: 25,
    usual: 25,
  });
  await page.setViewportSize({ width: 320, height: 800 });
  for (const path of ["/goals", "/today"]) {
    await page.goto(path);
    const words = page.getByRole("listitem").getByRole("link", { name: "Practise interview answers" });
    expect((await words.boundingBox())?.width).toBeGreaterThan(200);
  }
});
