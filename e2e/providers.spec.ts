import type { Page } from "@playwright/test";
import { aMember, PASSWORD } from "@/tests/factories";
import { expect, expectAccessible, test } from "./fixtures";
import { signIn } from "./steps";

const somebody = () => ({ who: crypto.randomUUID(), email: `${crypto.randomUUID()}@example.org` });

/** Says at the provider who one is there. */
async function sayAtLantern(page: Page, { who, email }: ReturnType<typeof somebody>): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who are you?");
  await page.getByLabel("Name").fill(who);
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "That is me" }).click();
}

test("somebody joins through a provider, and comes in through it from another browser", {
  tag: "@no-js",
}, async ({ someone }) => {
  const [page, person] = [await someone(), somebody()];
  await page.goto("/join");
  await page.getByRole("link", { name: "Continue with Lantern" }).click();
  await sayAtLantern(page, person);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Join Onward");
  await expect(page.getByRole("main")).toContainText(person.email);
  await page.getByLabel("Your name in circles").fill("Linnet");
  await page.getByLabel("I am 18 or older").check();
  await page.getByRole("button", { name: "Join Onward" }).click();
  await expect(page).toHaveURL(/\/today$/);
  await expect(page.getByText("Please confirm your e-mail")).toHaveCount(0);

  const elsewhere = await someone();
  await elsewhere.goto("/goals");
  await elsewhere.getByRole("link", { name: "Continue with Lantern" }).click();
  await sayAtLantern(elsewhere, person);
  await expect(elsewhere).toHaveURL(/\/goals$/);
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Goals");
});

test("a member adds a provider after signing in with their password, and takes it out again", {
  tag: "@no-js",
}, async ({ someone }) => {
  const member = await aMember();
  const [page, person] = [await someone(), { ...somebody(), email: member.email }];
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Continue with Lantern" }).click();
  await sayAtLantern(page, person);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You have an account here already");
  await page.getByRole("link", { name: "Sign in", exact: true }).last().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await signIn(page, member.email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Add Lantern as a way in?");
  await page.getByLabel("Your password").fill(PASSWORD);
  await page.getByRole("button", { name: "Add Lantern" }).click();
  await expect(page).toHaveURL(/\/settings\/sign-in$/);
  await page.getByText("Take Lantern out").click();
  const form = page.getByRole("form", { name: "Take Lantern out" });
  await form.getByLabel("Your password").fill(PASSWORD);
  await form.getByRole("button", { name: "Take it out" }).click();
  await expect(page.getByRole("link", { name: "Add Lantern" })).toBeVisible();
});

test("who says no at the provider is met kindly", async ({ someone }) => {
  const page = await someone();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Continue with Lantern" }).click();
  await page.getByRole("button", { name: "Rather not" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You said no there");
  await page.getByRole("link", { name: "Go to the sign-in page" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("what a provider leads to is as easy to read as the rest", async ({ someone, signedIn }) => {
  test.slow();
  const stranger = await someone();
  await stranger.goto("/api/auth/lantern");
  await sayAtLantern(stranger, somebody());
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Join Onward");
  await expectAccessible(stranger);

  const { page, member } = await signedIn();
  await page.goto("/api/auth/lantern?link=1");
  await sayAtLantern(page, { ...somebody(), email: member.email });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Add Lantern as a way in?");
  await expectAccessible(page);
});
