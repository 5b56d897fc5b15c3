import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { codeOf } from "@/lib/invitations/code";
import { aCircle, aMember, anInvitation } from "@/tests/factories";
import { aGoal } from "@/tests/factories-of-goals";
import { aSetback } from "@/tests/factories-of-setbacks";
import { expect, expectAccessible, test } from "./fixtures";
import { takeSeat } from "./steps";

const HARD = "I do not want to live any more.";
const card = (page: Page) => page.getByRole("region", { name: "For you alone" });

test("after a post the card is there for its author, who answers it, and for nobody else", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn({ name: "Juniper", timeZone: "Europe/Berlin" });
  const heron = await aMember({ name: "Heron" });
  const circle = await aCircle(member, [heron]);
  await page.goto(`/circles/${circle.id}`);
  await page.getByLabel("What would you like to say?").fill(HARD);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(card(page)).toBeVisible();
  await expect(card(page)).toBeInViewport();
  await expect(card(page)).toContainText("People who answer, Germany");
  await expect(page.getByRole("article").filter({ hasText: HARD })).toBeVisible();

  // Another member's page has no trace of it, and neither has another browser of the author's own.
  const other = (await signedIn(heron)).page;
  await other.goto(`/circles/${circle.id}`);
  await expect(other.getByText(HARD)).toBeVisible();
  await expect(card(other)).toHaveCount(0);
  expect(await other.content()).not.toMatch(/For you alone|for-you/);
  const elsewhere = (await signedIn(member)).page;
  await elsewhere.goto(`/circles/${circle.id}`);
  await expect(card(elsewhere)).toHaveCount(0);

  // It stays until it is answered, wherever its author goes.
  await page.goto("/today");
  await card(page).getByRole("button", { name: "About someone else" }).click();
  await expect(card(page)).toContainText("It is good that they have you");
  await card(page).getByRole("button", { name: "Put this away" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(card(page)).toHaveCount(0);

  const log = readFileSync(process.env.ONWARD_SERVER_LOG ?? "", "utf8");
  expect(log).not.toMatch(/crisis|for-you|aside|want to live/i);
});

test("after a page to oneself the card is there too, in words that can be read", { tag: "@no-js" }, async ({
  signedIn,
  javaScriptEnabled,
}) => {
  const { page, member } = await signedIn({ name: "Juniper", timeZone: "America/New_York" });
  const setback = await aSetback(member);
  await page.goto(`/setbacks/${setback.id}/own-page`);
  await page.locator("textarea").fill("This job search is killing me.");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByText("Kept.")).toBeVisible();
  await expect(card(page)).toHaveCount(0);

  await page.locator("textarea").fill(HARD);
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(card(page)).toBeVisible();
  await expect(card(page)).toContainText("United States");
  await expect(page.locator("textarea")).toHaveValue(HARD);
  await card(page).getByText("Lines in another country").click();
  await card(page).getByLabel("Country", { exact: true }).selectOption("NZ");
  await card(page).getByRole("button", { name: "Show" }).click();
  await expect(card(page)).toContainText("People who answer, New Zealand");
  if (javaScriptEnabled) await expectAccessible(page);
  await card(page).getByRole("button", { name: "This is about me" }).click();
  await expect(card(page)).toContainText("Thank you for saying so");
  if (javaScriptEnabled) await expectAccessible(page);
  await card(page).getByRole("button", { name: "Put this away" }).click();
  await expect(card(page)).toHaveCount(0);
});

test("a supporter's link is made, looked at, opened by somebody without an account, answered, and ended", {
  tag: "@no-js",
}, async ({ signedIn, someone, javaScriptEnabled }) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  await aGoal(member, { title: "Write to one person" });
  const told = await aSetback(member, {
    happened: "Acme Freight said no.",
    company: "Acme Freight",
    kind: "silence",
  });
  await aSetback(member, { happened: "Another one." });
  await page.goto("/supporters");
  await page.getByRole("link", { name: "Make a link" }).click();
  await page.getByRole("button", { name: "See what they will see" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await page.getByLabel("Whom is it for?").fill("Sam from the career centre");
  await page.getByLabel("What do they call you?").fill("June");
  await page.getByRole("radio", { name: /^All that go on/ }).check();
  await page.locator("summary").filter({ hasText: "Acme Freight said no." }).click();
  await page.locator(`input[name="part.${told.id}"][value="happened"]`).check();
  await page.getByRole("button", { name: "See what they will see" }).click();

  const preview = page.getByRole("article", { name: "What they will see" });
  await expect(preview).toContainText("What June shares with you");
  await expect(preview).toContainText("A company said no.");
  await expect(preview).toContainText("Write to one person");
  await expect(preview).not.toContainText("Acme");
  await expect(preview).not.toContainText("Another one.");
  if (javaScriptEnabled) await expectAccessible(page);
  await page.getByRole("button", { name: "Make the link" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sam from the career centre");
  const address = await page.getByLabel("The link").inputValue();
  expect(address).toMatch(/\/s\/[\w-]{22}$/);

  const supporter = await someone();
  await supporter.goto(address);
  await expect(supporter.getByRole("heading", { level: 1 })).toHaveText("What June shares with you");
  await expect(supporter.getByText("A company said no.")).toBeVisible();
  expect(await supporter.content()).not.toMatch(/Acme|Sam from|Juniper/);
  await supporter.getByLabel("Your note").fill("You keep showing up.");
  await supporter.getByRole("button", { name: "Leave the note" }).click();
  await expect(supporter.getByText("June can read it now.")).toBeVisible();

  await page.goto("/supporters");
  await expect(page.getByText("You keep showing up.")).toBeVisible();
  await page.getByRole("button", { name: "Hide", exact: true }).click();
  await expect(page.getByText("You keep showing up.")).toHaveCount(0);
  await page.getByText("One hidden note").click();
  await page.getByRole("button", { name: "Show it again" }).click();
  await expect(page.getByText("You keep showing up.")).toBeVisible();
  await page.getByRole("link", { name: "Sam from the career centre" }).first().click();
  await expect(page.getByRole("region", { name: "When it was opened" })).toContainText("just now");
  await page.getByRole("button", { name: "End it now" }).click();
  await expect(page.getByText("This link shows nothing any more.")).toBeVisible();
  // Words for a link that ended meanwhile are not lost.
  await supporter.getByLabel("Your note").fill("One line more.");
  await supporter.getByRole("button", { name: "Leave the note" }).click();
  await expect(
    supporter.getByText("There is nothing behind this link any more", { exact: false }),
  ).toBeVisible();
  if (javaScriptEnabled) await expect(supporter.getByLabel("Your note")).toHaveValue("One line more.");
  else await expect(supporter.getByText("One line more.")).toBeVisible();
  const gone = await supporter.goto(address);
  expect(gone?.status()).toBe(404);
  await expect(supporter.getByText("A company said no.")).toHaveCount(0);
  await expect(supporter.getByRole("heading", { level: 1 })).toHaveText(
    "There is nothing behind this link just now",
  );
  await expect(supporter.getByRole("main").getByRole("link", { name: "Go to Today" })).toHaveCount(0);
});

test("an alias that is the name in one's address is told once, and then taken", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const facilitator = await aMember({ name: "Juniper" });
  const circle = await aCircle(facilitator);
  const mark = crypto.randomUUID().replaceAll(/[^a-f]/g, "");
  const { page } = await signedIn({ name: "Heron", email: `heron${mark}@example.org` });
  await page.goto(`/invite/${codeOf(await anInvitation(facilitator, circle))}`);
  await takeSeat(page, `Heron ${mark}`);
  const alias = page.getByLabel("Your name in this circle");
  await expect(alias).toHaveAccessibleDescription(/This is the name in your mail address/);
  await expect(alias).toHaveValue(`Heron ${mark}`);
  await page.getByRole("button", { name: "Join this circle" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thursday lanterns");
});
