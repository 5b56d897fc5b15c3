import { aMember } from "@/tests/factories";
import { someReasons, someSetbacks } from "@/tests/patterns/what-happened";
import { expect, test } from "./fixtures";
import { complaint } from "./steps";

test("what comes back becomes something to learn, with a goal, in ticked steps", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const member = await aMember();
  const ids = await someSetbacks(member, [
    ...Array.from({ length: 4 }, () => ({ kind: "after_screening" as const })),
    { kind: "silence" as const },
    { kind: "silence" as const },
  ]);
  await someReasons(
    member,
    ids.slice(0, 2).map((setbackId) => ({ setbackId, whose: "mine" as const })),
  );
  const { page } = await signedIn(member);
  await page.goto("/patterns");
  await expect(page.getByRole("img", { name: "How far it got" })).toHaveAccessibleDescription(
    /^Six setbacks say how far they got\. Too few to tell/,
  );
  await expect(page.getByText("Four of six stopped after the first screening.")).toBeVisible();
  await page.getByText("Show as table").first().click();
  await expect(page.getByRole("row", { name: "After a screening 4" })).toBeVisible();

  await page.getByRole("link", { name: "Choose one small thing to learn" }).click();
  await page.getByRole("link", { name: "I spoke too fast." }).click();
  await expect(page.getByRole("region", { name: "What to learn" })).toContainText("I spoke too fast.");
  await expect(page.getByLabel("What would you like to learn or practise?")).toHaveValue("");
  await page.getByLabel("What would you like to learn or practise?").fill("Speaking slowly");
  await page.getByLabel("Make a goal of it, too").check();
  await page.getByRole("button", { name: "Keep this" }).click();
  await expect(complaint(page)).toContainText("Write one small step.");
  await expect(page.getByLabel("What would you like to learn or practise?")).toHaveValue("Speaking slowly");
  await page.getByLabel("A first small step").fill("Read one page aloud");
  await page.getByRole("button", { name: "Keep this" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Speaking slowly");
  await expect(page.getByRole("link", { name: "Speaking slowly" })).toHaveAttribute("href", /^\/goals\//);
  await page
    .getByRole("form", { name: "Done: Read one page aloud" })
    .getByRole("button", { name: "Done" })
    .click();
  await expect(page.getByText("Every step is done. That was you.")).toBeVisible();
  await page.getByText("Delete", { exact: true }).first().click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Nothing on this page yet")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Every step is done. That was you.")).toBeVisible();
});

test("the pictures fit a small phone", async ({ signedIn }) => {
  const member = await aMember();
  const role = "Senior coordinator of everything that moves between three countries";
  await someSetbacks(
    member,
    Array.from({ length: 12 }, () => ({ kind: "final_round" as const, role })),
  );
  const { page } = await signedIn(member);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto("/patterns");
  await expect(page.getByRole("img", { name: "Role" })).toBeVisible();
  const outside = await page.locator("svg[role=img] text").evaluateAll((texts) =>
    texts.flatMap((text) => {
      const picture = text.closest("svg")?.getBoundingClientRect();
      const { left, right } = text.getBoundingClientRect();
      return picture && left >= picture.left - 1 && right <= picture.right + 1 ? [] : [text.textContent];
    }),
  );
  expect(outside).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
