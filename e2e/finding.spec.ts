import type { Page } from "@playwright/test";
import { freshId } from "@/lib/ids";
import { aCircle, aMember } from "@/tests/factories";
import { aWait } from "@/tests/factories-of-finding";
import { expect, test } from "./fixtures";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Nobody else in these tests speaks it at that time, so that nobody else is put together with them. */
const FREE = {
  languages: ["Türkçe"],
  hours: ["7-morning"],
  pace: "twice",
  level: "senior",
  field: "logistics",
} as const;

async function sayYes(page: Page): Promise<void> {
  await expect(heading(page)).toHaveText("A circle for you");
  await expect(
    page.getByText("You all speak Türkçe, can meet on Sunday mornings, and look for work in the same field."),
  ).toBeVisible();
  await page.getByLabel("I agree to these agreements").check();
  await page.getByRole("button", { name: "Yes, I will come" }).click();
}

test('from "find me a circle" to its first page takes less than a minute, with five who wait', async ({
  signedIn,
}) => {
  const waiting: Page[] = [];
  for (const [at, name] of ["Heron", "Wren", "Alder", "Sorrel", "Linnet"].entries()) {
    const { page, member } = await signedIn({ name });
    await aWait(member, {
      ...FREE,
      languages: [...FREE.languages],
      hours: [...FREE.hours],
      canHold: at === 2,
    });
    await page.goto("/circles/find");
    await expect(heading(page)).toHaveText("We are looking");
    waiting.push(page);
  }

  const { page } = await signedIn({ name: "Juniper" });
  await page.goto("/circles");
  const began = Date.now();
  await page.getByRole("link", { name: "Find me a circle" }).click();
  await page.getByRole("checkbox", { name: "Sunday morning" }).check();
  await page.getByRole("checkbox", { name: "English" }).uncheck();
  await page.getByRole("checkbox", { name: "Türkçe" }).check();
  await page.getByRole("radio", { name: "Twice a week" }).check();
  await page.getByRole("radio", { name: "Many years in" }).check();
  await page.getByLabel("Field in which you look").selectOption("Transport and logistics");
  await page.getByRole("radio", { name: "Just listen" }).check();
  await page.getByRole("button", { name: "Find me a circle" }).click();

  // The five may be put together a moment before, when somebody else begins to look; then the sixth joins them.
  await expect(heading(page)).toHaveText("A circle for you");
  // Each page moves on by itself, as far as its own yes, and from there to the circle.
  await Promise.all([page, ...waiting].map(sayYes));
  for (const one of [page, ...waiting]) await expect(heading(one)).toHaveText(/^Sunday /);
  const seconds = (Date.now() - began) / 1000;
  console.log(
    `  from "find me a circle" to the circle's first page: ${seconds.toFixed(1)} s, in six browsers`,
  );
  expect(seconds).toBeLessThan(60);

  const people = page.getByRole("list", { name: "People" }).getByRole("listitem");
  await page.reload();
  await expect(people).toHaveCount(6);
  await expect(people.filter({ hasText: /(?<!co-)facilitator/ })).toHaveCount(1);
});

test("what was said can be changed, and forgotten", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page } = await signedIn({ name: "Juniper" });
  await page.goto("/circles/find");
  await page.getByRole("button", { name: "Find me a circle" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("tick at least one part of the week");
  await page.getByRole("checkbox", { name: "Wednesday afternoon" }).check();
  await page.getByRole("checkbox", { name: "English" }).uncheck();
  await page.getByRole("checkbox", { name: "日本語" }).check();
  await page.getByRole("radio", { name: "Some years in" }).check();
  await page.getByRole("radio", { name: "Just listen" }).check();
  await page.getByRole("button", { name: "Find me a circle" }).click();
  await expect(heading(page)).toHaveText("We are looking");
  await expect(page.getByText("Wednesday afternoon")).toBeVisible();
  await page.getByRole("link", { name: "Look again" }).click();
  await expect(heading(page)).toHaveText("We are looking");

  await page.getByRole("link", { name: "Change what you said" }).click();
  await expect(page.getByRole("checkbox", { name: "Wednesday afternoon" })).toBeChecked();
  await page.getByRole("checkbox", { name: "Friday evening" }).check();
  await page.getByRole("button", { name: "Keep this" }).click();
  await expect(page.getByText("Wednesday afternoon, Friday evening")).toBeVisible();

  await page.getByRole("button", { name: "Stop looking" }).click();
  await expect(heading(page)).toHaveText("Circles");
  await page.goto("/circles/find");
  await expect(heading(page)).toHaveText("Find me a circle");
  await expect(page.getByRole("checkbox", { name: "Wednesday afternoon" })).not.toBeChecked();
});

test("an open circle is asked for a seat, and gives one", { tag: "@no-js" }, async ({ signedIn }) => {
  const words = `People between jobs by the sea ${freshId().slice(-6)}.`;
  const { page: holds, member: facilitator } = await signedIn({ name: "Juniper" });
  const circle = await aCircle(facilitator, [await aMember({ name: "Heron" })]);
  await holds.goto(`/circles/${circle.id}/care`);
  await holds.getByRole("link", { name: "Offer seats, and see who asks" }).click();
  await holds.getByLabel("Who it is for").fill(words);
  await holds.getByLabel("Show it among the open circles").check();
  await holds.getByRole("button", { name: "Keep this" }).click();
  await expect(holds.getByText("Listed.")).toBeVisible();

  const { page: asks } = await signedIn({ name: "Wren" });
  await asks.goto("/circles/open");
  await asks.getByRole("link", { name: words }).click();
  await expect(asks.getByText("4 free seats")).toBeVisible();
  await expect(asks.getByText("Heron")).toHaveCount(0);
  await asks.getByLabel("A line to the circle").fill("I was laid off in May.");
  await asks.getByLabel("I agree to these agreements").check();
  await asks.getByRole("button", { name: "Ask for a seat" }).click();
  await expect(asks.getByText("It has not answered yet.")).toBeVisible();

  await holds.reload();
  await holds.goto(`/circles/${circle.id}/care/listing`);
  await expect(holds.getByText("I was laid off in May.")).toBeVisible();
  await holds.getByRole("button", { name: "Give them a seat" }).click();
  await expect(holds.getByText("I was laid off in May.")).toHaveCount(0);

  await asks.reload();
  await asks.getByRole("link", { name: "You have a seat. Go to the circle" }).click();
  await expect(heading(asks)).toHaveText("Thursday lanterns");
  await expect(
    asks.getByRole("list", { name: "People" }).getByRole("listitem").filter({ hasText: "Wren" }),
  ).toContainText("you");
});
