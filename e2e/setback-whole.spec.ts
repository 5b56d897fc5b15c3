import type { Page } from "@playwright/test";
import { daysPass } from "@/tests/days-pass";
import { aSetback } from "@/tests/factories";
import { expect, test } from "./fixtures";
import { awake, logSetback, typeUntilKept } from "./steps";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const stages = (page: Page) => page.getByRole("list", { name: "Stages" });
const stage = (page: Page, name: string) => stages(page).getByRole("listitem").filter({ hasText: name });

test("on its first day a setback is felt, and the rest can wait", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await page.goto("/setbacks");
  await logSetback(page, "No, after three rounds.");
  await expect(stages(page).getByRole("heading")).toHaveText(["Feel", "Reframe"]);
  await expect(page.getByText("You can leave this for another day.")).toBeVisible();

  await page.getByRole("link", { name: "Write: Feel" }).click();
  await page.getByLabel("Your page").fill("I sat in the car for an hour.");
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("link", { name: "Read: Feel" }).click();
  await expect(page.getByLabel("Your page")).toHaveValue("I sat in the car for an hour.");

  await daysPass(member, 1);
  await page.getByRole("link", { name: "Back to the setback" }).click();
  await expect(stages(page).getByRole("heading")).toHaveText(["Feel", "Reframe", "Learn", "Act"]);
});

test("a thought is looked at from both sides, over as many days as it takes", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  const setback = await aSetback(member, { feelings: { deflated: 8 } });
  await daysPass(member, 1);
  await page.goto(`/setbacks/${setback.id}`);
  await page.getByRole("link", { name: "Begin: Reframe" }).click();
  await page.getByLabel("Which thought keeps coming back?").fill("They saw that I do not belong there.");
  await page.getByRole("button", { name: "Look at it" }).click();
  await expect(heading(page)).toHaveText("A thought, looked at again");

  await page.getByRole("radio", { name: /^Mind reading/ }).check();
  await page.getByLabel("What speaks for it").fill("They ended early.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await daysPass(member, 1);
  await page.goto(`/setbacks/${setback.id}`);
  await expect(stage(page, "Reframe")).toContainText("They saw that I do not belong there. open");
  await page.getByRole("link", { name: "They saw that I do not belong there." }).click();
  await expect(page.getByLabel("What speaks for it")).toHaveValue("They ended early.");

  await page.getByLabel("What speaks against it").fill("They asked when I could begin.");
  await page.getByLabel("A fairer thought").fill("I do not know what they thought.");
  await page.getByLabel("deflated, now").selectOption("4 of 10");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("img", { name: "Feelings before and after" })).toHaveAccessibleDescription(
    "deflated from 8 to 4.",
  );
  await expect(page.getByText("I do not know what they thought.").first()).toBeVisible();

  await page.getByRole("button", { name: "Take this out" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(heading(page)).toHaveText("A thought, looked at again");
});

test("what is typed into a reframe outlives a reload", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const setback = await aSetback(member);
  await page.goto(`/setbacks/${setback.id}/reframe`);
  const thought = page.getByLabel("Which thought keeps coming back?");
  await awake(thought);
  await typeUntilKept(page, thought, "It must be me.");
  await page.reload();
  await expect(thought).toHaveValue("It must be me.");
});

test("a silence is closed with a line to it, and opened again in one press", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  const setback = await aSetback(member, { kind: "silence" });
  await page.goto(`/setbacks/${setback.id}`);
  await page.getByRole("link", { name: "Close this silence" }).click();
  await page.getByLabel("A line to leave with it").fill("I will not wait for you any longer.");
  await page.getByRole("button", { name: "Let it go" }).click();
  await expect(page.getByText("You let this one go on")).toBeVisible();
  await expect(page.getByText("I will not wait for you any longer.")).toBeVisible();
  await expect(stages(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Open it again" }).click();
  await expect(stages(page)).toBeVisible();
});

test("a setback rests in whichever stage its member says", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const setback = await aSetback(member);
  await daysPass(member, 2);
  await page.goto(`/setbacks/${setback.id}`);
  await page.getByRole("button", { name: "I am here now: Reframe" }).click();
  await expect(stage(page, "Reframe")).toHaveAttribute("aria-current", "step");
  await page.getByRole("button", { name: "Back to this: Feel" }).click();
  await expect(stage(page, "Feel")).toHaveAttribute("aria-current", "step");
});
