import { sayPlan, sentenceOf } from "@/lib/plans/rules";
import { expect, test } from "./fixtures";
import { complaint } from "./steps";

const plan = sayPlan(
  sentenceOf({
    kind: null,
    stage: null,
    feeling: null,
    obstacle: "I open my phone first",
    step: "put it in the drawer",
  }),
);

test("a wish is pictured in four sentences, left and taken up again, and ends with a plan", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page } = await signedIn();
  await page.goto("/wishes");
  await page.getByRole("link", { name: "Picture something" }).click();
  await page.getByRole("button", { name: "Keep it, and go on" }).click();
  await expect(complaint(page)).toContainText("Write in one sentence what you wish for.");
  await page.getByLabel("What do you wish for?").fill("A job with daylight");
  await page.getByRole("button", { name: "Keep it, and go on" }).click();

  // The way out stands on every screen: it is taken from the second.
  await expect(page.getByLabel("What is the best that could come of it?")).toBeVisible();
  await page.getByRole("link", { name: "Leave it here for now" }).click();
  await expect(page.getByText("It goes on with 2 of 4")).toBeVisible();
  await page.getByRole("link", { name: "A job with daylight" }).click();
  await page.getByRole("link", { name: "Go on with it" }).click();

  await page.getByLabel("What is the best that could come of it?").fill("Mornings without a knot");
  await page.getByRole("button", { name: "Keep it, and go on" }).click();
  await page.getByLabel("What is it in you that could get in the way?").fill("I open my phone first");
  await page.getByRole("button", { name: "Keep it, and go on" }).click();
  await expect(page.getByLabel("If", { exact: true })).toHaveValue("I open my phone first");
  await page.getByLabel("then I will").fill("Put it in the drawer.");
  await page.getByRole("button", { name: "Keep this plan" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What you pictured");
  for (const words of ["A job with daylight", "Mornings without a knot", plan])
    await expect(page.getByText(words)).toBeVisible();
  await page.getByRole("link", { name: "Change it: The best that could come of it" }).click();
  await page.getByLabel("What is the best that could come of it?").fill("Evenings at home");
  await page.getByRole("button", { name: "Save the change" }).click();
  await expect(page.getByText("Evenings at home")).toBeVisible();

  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Nothing pictured yet")).toBeVisible();
  await page.goto("/plans");
  await expect(page.getByText(plan)).toBeVisible();
});

test("a sentence that is being written waits where it was left", async ({ signedIn }) => {
  const { page } = await signedIn();
  await page.goto("/wishes/new");
  await page.getByLabel("What do you wish for?").fill("A job with day");
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.goto("/wishes/new");
  await expect(page.getByLabel("What do you wish for?")).toHaveValue("A job with day");
});
