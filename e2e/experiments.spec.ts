import { aMember } from "@/tests/factories";
import { anExperiment } from "@/tests/factories-of-learning";
import { expect, test } from "./fixtures";

test("an experiment is ended early and deleted, each with its own press, and deleting is undone", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const member = await aMember();
  const { id } = await anExperiment(member, { change: "A two-line summary" });
  const { page } = await signedIn(member);
  await page.goto(`/experiments/${id}`);
  const remove = page.getByRole("button", { name: "Delete", exact: true });
  await page.getByText("End early or delete").click();
  await page.getByRole("button", { name: "End it now" }).click();
  await expect(page.getByRole("heading", { name: "What came of it" })).toBeVisible();
  // Nobody who ends it finds themselves one press away from deleting it.
  await expect(remove).toBeHidden();

  await page.getByText("Delete", { exact: true }).first().click();
  await remove.click();
  await expect(page.getByText("What you counted went along.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("What you counted went along.")).toHaveCount(0);
  await page.goto(`/experiments/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A two-line summary");
});

test("whoever is where something grows out of setbacks is under Setbacks", async ({ signedIn }) => {
  const { page } = await signedIn();
  const here = page.getByRole("navigation", { name: "Main" }).locator('a[aria-current="page"]:visible');
  for (const path of [
    "/setbacks",
    "/plans",
    "/feedback",
    "/experiments",
    "/learning/new",
    "/practice",
    "/patterns",
    "/jar",
  ]) {
    await page.goto(path);
    await expect(here, path).toHaveText("Setbacks");
  }
  await page.goto("/goals/new");
  await expect(here).toHaveText("Goals");
});
