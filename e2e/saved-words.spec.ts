import { aFeedbackRequest } from "@/tests/factories-of-feedback";
import { aReason } from "@/tests/factories-of-learning";
import { aSetback } from "@/tests/factories-of-setbacks";
import { expect, test } from "./fixtures";
import { awake, typeUntilKept } from "./steps";

const lastWeek = { createdAt: new Date(Date.now() - 7 * 86_400_000) };

test("a save that fills a gap says so, and focus stays on its button", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const { id } = await aFeedbackRequest(member, { letter: "Hello {name}, {role}?" });
  await page.goto(`/feedback/${id}`);
  const form = page.getByRole("form", { name: "The letter" });
  await awake(form.getByLabel("The role"));
  await form.getByLabel("The role").fill("Planner");
  await form.getByRole("button", { name: "Save the letter" }).click();
  await expect(form.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(form.getByRole("textbox", { name: "Letter", exact: true })).toHaveValue(/Planner\?$/);
  await expect(form.getByRole("button", { name: "Save the letter" })).toBeFocused();
});

test("a page to oneself that opened with a draft says that it was kept", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const { id } = await aSetback(member, lastWeek);
  await page.goto(`/setbacks/${id}/own-page`);
  await typeUntilKept(page, page.getByLabel("Your page"), "It still stings.");
  await page.reload();
  await expect(page.getByText("We kept what you typed.")).toBeVisible();
  const form = page.getByRole("form", { name: "A page to yourself" });
  await awake(form.getByLabel("Your page"));
  await form.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByText("We kept what you typed.")).toHaveCount(0);
  await expect(form.locator(".went")).not.toBeEmpty();
  await expect(form.getByLabel("Your page")).toHaveValue("It still stings.");
  await expect(form.getByRole("button", { name: "Keep it" })).toBeFocused();
});

test("a link to a place on a page leads focus there", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const { id } = await aSetback(member, lastWeek);
  await aReason(member, { id }, { words: "I had no example ready.", whose: "mine" });
  await page.goto(`/setbacks/${id}/learn`);
  await page.getByText("Something else instead").click();
  await page.getByRole("link", { name: "Make it a small goal" }).press("Enter");
  await expect(page.locator("#goal")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("What would you like to keep up?")).toBeFocused();
  await expect(page.getByLabel("What would you like to keep up?")).toHaveValue("");
});
