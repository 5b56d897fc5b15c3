import { aGoal, aWin } from "@/tests/factories-of-goals";
import { someReminders } from "@/tests/factories-of-reminders";
import { aPlannedStep } from "@/tests/factories-of-weeks";
import { expect, expectAccessible, test } from "./fixtures";

test("what is planned for today is noted done on Today, and can be put away", { tag: "@no-js" }, async ({
  signedIn,
  javaScriptEnabled,
}) => {
  const { page, member } = await signedIn();
  const goal = await aGoal(member, { title: "Applications" });
  const words = "Write to Alder about the open letter that lies on the kitchen table";
  await aPlannedStep(member, { words, time: "18:00", minutes: 25, place: "The library", goalId: goal.id });
  await aPlannedStep(member, { words: "Walk by the river" });
  await page.goto("/today");
  const planned = page.getByRole("region", { name: "Planned for today" });
  await expect(planned.getByText("18:00, 25 minutes.")).toBeVisible();
  await expect(planned.getByText("Where: The library.")).toBeVisible();
  if (javaScriptEnabled) await expectAccessible(page);
  await planned
    .getByRole("form", { name: `Done: ${words}` })
    .getByRole("button", { name: "Done" })
    .click();
  await expect(planned.getByText("Done.", { exact: false }).first()).toBeVisible();
  await planned.getByRole("button", { name: "Not yet" }).click();
  await expect(planned.getByRole("button", { name: "Done" })).toHaveCount(2);

  await page.getByRole("link", { name: "Arrange Today" }).click();
  await page
    .getByRole("form", { name: "Put away: Planned for today" })
    .getByRole("button", { name: "Put away" })
    .click();
  await expect(page.getByText("Planned for today (put away)")).toBeVisible();
  await page.goto("/today");
  await expect(planned).toHaveCount(0);
});

test("an evening check on Today takes one tap to log, or is left for today", { tag: "@no-js" }, async ({
  signedIn,
  javaScriptEnabled,
}) => {
  const { page, member } = await signedIn();
  for (const title of ["Letters", "A walk"]) await aGoal(member, { title });
  // From midnight on it is evening all day.
  await someReminders(member, { eveningHour: 0 });
  await page.goto("/today");
  const check = page.getByRole("region", { name: "Evening check" });
  await expect(check).toContainText("if you did your small step, one tap there notes it.");
  if (javaScriptEnabled) await expectAccessible(page);
  const card = page.getByRole("region", { name: "One small step" });
  await card.getByRole("form", { name: "Done: Letters" }).getByRole("button").click();
  // Nothing else comes up under the same finger.
  await expect(check).toContainText("Letters, noted for today. That is enough.");
  await expect(check.getByRole("button")).toHaveCount(0);

  const { page: other, member: heron } = await signedIn({ name: "Heron" });
  await someReminders(heron, { eveningHour: 0 });
  await other.goto("/today");
  await other.getByRole("button", { name: "Leave it for today" }).click();
  await expect(other.getByRole("region", { name: "Evening check" })).toHaveCount(0);
  await expect(other).toHaveURL(/\/today$/);
});

test("your numbers are reached from goals and from wins, and say how much it was", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  await aGoal(member, { title: "Reading", unit: "minutes", times: 25, usual: 25 });
  await aWin(member);
  await page.goto("/goals");
  await page.getByRole("button", { name: "Log 25 minutes" }).click();
  await expect(page.getByText("1 day this week")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Your numbers" }).click();
  await page.getByRole("link", { name: "Reading: once, 25 minutes" }).click();
  await expect(page.getByText("Reading, 25 minutes")).toBeVisible();
  await page.goto("/wins");
  await page.getByRole("main").getByRole("link", { name: "Your numbers" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your numbers");
});
