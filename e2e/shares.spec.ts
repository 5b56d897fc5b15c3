import { aCircle, aMember } from "@/tests/factories";
import { anExperiment } from "@/tests/factories-of-learning";
import { aSetback } from "@/tests/factories-of-setbacks";
import { expect, test } from "./fixtures";

test("an experiment goes to a circle field by field, exactly as it was looked at", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  await aCircle(member, [await aMember({ name: "Heron" })]);
  await aSetback(member, { company: "Acme" });
  const { id } = await anExperiment(member, {
    change: "Ask Acme by telephone",
    lesson: "Mornings are better.",
    counted: [true, false],
  });
  await page.goto(`/experiments/${id}`);
  await page.getByRole("link", { name: "Share with a circle" }).click();

  await page.getByRole("button", { name: "See what they will see" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Choose at least one of these");

  await page.getByRole("checkbox", { name: /^What I try out/ }).check();
  await page.getByRole("checkbox", { name: /^What came of it/ }).check();
  await page.getByLabel("A line of your own").fill("Acme taught me this.");
  await page.getByRole("button", { name: "See what they will see" }).click();
  const lines = [
    "A company taught me this.",
    "What I try out: Ask a company by telephone",
    "What came of it: 2 applications, 1 of them better.",
  ];
  const preview = page.getByRole("article");
  for (const line of lines) await expect(preview).toContainText(line);
  await expect(preview).not.toContainText("Mornings are better.");

  await page.getByRole("link", { name: "Change what goes" }).click();
  await expect(page.getByRole("checkbox", { name: /^What I try out/ })).toBeChecked();
  await expect(page.getByLabel("A line of your own")).toHaveValue("Acme taught me this.");
  await page.getByRole("button", { name: "See what they will see" }).click();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page).toHaveURL(/\/circles\//);
  for (const line of lines) await expect(page.getByRole("article")).toContainText(line);

  await page.goto(`/experiments/${id}`);
  await expect(page.getByRole("region", { name: "Shared" })).toContainText("A copy is in");
});
