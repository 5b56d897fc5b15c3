import { aCircle, aMember } from "@/tests/factories";
import { expect, test } from "./fixtures";

test("somebody lands with a thank-you that they saw first, and comes back in one press", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const juniper = await aMember({ name: "Juniper" });
  const { page, member: heron } = await signedIn({ name: "Heron" });
  const circle = await aCircle(juniper, [heron, await aMember({ name: "Wren" })]);
  const title = page.getByRole("heading", { level: 1 });

  await page.goto(`/circles/${circle.id}/roles`);
  await page.getByRole("link", { name: "I found something" }).click();
  await expect(title).toHaveText("You found something");
  await page.getByLabel("A few words to your circle").fill("You listened on every Thursday. Thank you.");
  await page.getByRole("button", { name: "See how it looks" }).click();
  await expect(title).toHaveText("Before you land");
  await expect(page.getByRole("article")).toContainText("You listened on every Thursday. Thank you.");
  await expect(page.getByText("You were here for a day.")).toBeVisible();

  await page.getByRole("link", { name: "Change the words" }).click();
  await expect(page.getByLabel("A few words to your circle")).toHaveValue(/You listened on every Thursday/);
  await page.getByLabel("A few words to your circle").fill("You listened, every Thursday. Thank you.");
  await page.getByRole("button", { name: "See how it looks" }).click();
  await page.getByRole("radio", { name: "Leave my seat" }).check();
  await page.getByLabel("The circle may see that I landed").check();
  await page.getByRole("button", { name: "Send it, and do so" }).click();
  await expect(page.getByRole("heading", { name: "Where you landed" })).toBeVisible();
  await page.goto(`/circles/${circle.id}`);
  await expect(title).toHaveText("There is nothing here for you to see");

  const { page: stays } = await signedIn(juniper);
  await stays.goto(`/circles/${circle.id}`);
  await expect(stays.getByRole("article").filter({ hasText: "You listened, every Thursday." })).toContainText(
    "Heron",
  );
  await stays.goto(`/circles/${circle.id}/roles`);
  await expect(stays.getByRole("region", { name: "Landed from here" })).toContainText("Heron landed");

  await page.goto("/circles");
  await page.getByRole("button", { name: "Come back" }).click();
  await expect(
    page.getByRole("list", { name: "People" }).getByRole("listitem").filter({ hasText: "Heron" }),
  ).toContainText("you");
  await stays.reload();
  await expect(stays.getByRole("region", { name: "Landed from here" })).toHaveCount(0);
});
