import { turnRoles } from "@/lib/jobs/turn-roles";
import { connected } from "@/tests/database/connect";
import { aCircle, aMember } from "@/tests/factories";
import { expect, expectAccessible, test } from "./fixtures";

/** Lets a week of a circle's schedule pass, and the worker come by. */
async function weekPasses(circle: { id: string }): Promise<void> {
  await connected("admin", async (admin) => {
    const a =
      "update rotations set starts_on = starts_on - 7, turned_on = turned_on - 7 where circle_id = $1";
    await admin.query(a, [circle.id]);
    await admin.query("update turn_swaps set week_on = week_on - 7 where circle_id = $1", [circle.id]);
  });
  await turnRoles();
}

test("roles go round by a schedule that everybody sees, a week is swapped in two presses, and the worker hands it on", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page: holds, member: juniper } = await signedIn({ name: "Juniper" });
  const { page: next, member: heron } = await signedIn({ name: "Heron" });
  const { page: stands, member: wren } = await signedIn({ name: "Wren" });
  const circle = await aCircle(juniper, [heron, wren, await aMember({ name: "Alder" })]);

  // The facilitator says how often; everybody sees what comes of it.
  await holds.goto(`/circles/${circle.id}`);
  await holds.getByRole("link", { name: "Turns" }).click();
  await expect(holds.getByRole("heading", { level: 1 })).toHaveText("Turns");
  await holds.getByRole("radio", { name: "Every week" }).check();
  await holds.getByRole("button", { name: "Save" }).click();
  await expect(holds.getByRole("status").filter({ hasText: "The schedule is made anew" })).toBeVisible();
  const week = (page: typeof holds, at: number) =>
    page.getByRole("region", { name: "The next weeks" }).getByRole("listitem").nth(at);
  await next.goto(`/circles/${circle.id}/roles`);
  await expect(week(next, 0)).toContainText("Holds itJuniper");
  await expect(week(next, 1)).toContainText("Holds itHeron (you)");
  await expect(week(next, 1)).toContainText("Keeps the timeWren");
  await expect(week(next, 2)).toContainText("Holds itWren");

  // Heron cannot that week, and Wren can.
  await week(next, 1).getByRole("button", { name: "Offer it to the circle" }).first().click();
  await expect(week(next, 1)).toContainText("You ask whether somebody can stand in.");
  await stands.goto(`/circles/${circle.id}/roles`);
  await expect(week(stands, 1)).toContainText("Asks whether somebody can stand in.");
  await week(stands, 1).getByRole("button", { name: "I will" }).click();
  await expect(week(stands, 1)).toContainText("Holds itWren (you) · stands in");
  await expect(week(stands, 1)).toContainText("Keeps the timeAlder");

  // The week comes, and whose turn it is has words for the first time.
  await weekPasses(circle);
  await stands.goto(`/circles/${circle.id}`);
  await expect(stands.getByRole("list", { name: "People" }).getByRole("listitem").nth(2)).toContainText(
    "you, facilitator",
  );
  await expect(stands.getByRole("list", { name: "People" }).getByRole("listitem").nth(3)).toContainText(
    "timekeeper",
  );
  await stands.goto(`/circles/${circle.id}/roles`);
  await expect(stands.getByText("Let everybody say how their week was", { exact: false })).toBeVisible();
  await expect(week(stands, 1)).toContainText("Holds itWren (you)");
  await weekPasses(circle);
  await weekPasses(circle);
  await next.goto(`/circles/${circle.id}/roles`);
  await expect(week(next, 0)).toContainText("Holds itAlder");
});

test("one person is asked to stand in, and the page reads well for everybody", async ({ signedIn }) => {
  const { page, member: juniper } = await signedIn({ name: "Juniper" });
  const { page: asked, member: heron } = await signedIn({ name: "Heron" });
  const circle = await aCircle(juniper, [heron, await aMember({ name: "Wren" })]);
  await page.goto(`/circles/${circle.id}/roles`);
  const week = page.getByRole("region", { name: "The next weeks" }).getByRole("listitem").nth(1);
  await week.getByText("Or ask somebody").first().click();
  await week.getByLabel("Whom").first().selectOption("Heron");
  await week.getByRole("button", { name: "Ask them" }).first().click();
  await expect(week).toContainText("You ask Heron to stand in.");
  await asked.goto(`/circles/${circle.id}/roles`);
  await expect(asked.getByText("Asks you to stand in.")).toBeVisible();
  await expectAccessible(asked);
  await page.goto(`/circles/${circle.id}/term`);
  await expect(page.getByText("Your twelve weeks go on until")).toBeVisible();
});
