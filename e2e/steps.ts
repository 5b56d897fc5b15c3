import { type APIResponse, expect, type Locator, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { PASSWORD } from "@/tests/factories";
import { linkIn, mailTo } from "./fixtures";

/* What people do in Onward, each by what the page calls it. Everything here works without JavaScript too. */

/** What is said above a form that could not be taken. */
export const complaint = (page: Page) => page.getByRole("main").getByRole("alert");

export async function join(page: Page, who: { name: string; email: string }): Promise<void> {
  await page.goto("/join");
  await fillJoinForm(page, who);
}

export async function fillJoinForm(
  page: Page,
  { name, email }: { name: string; email: string },
): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByLabel("Your name in circles").fill(name);
  await page.getByLabel("I am 18 or older").check();
  await page.getByRole("button", { name: "Join Onward" }).click();
}

export async function confirmAddress(page: Page, email: string): Promise<void> {
  await page.goto(linkIn(await mailTo(email, /\/verify\//)));
  await page.getByRole("button", { name: "Confirm my e-mail" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your e-mail is confirmed");
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Ends where an app is shown its secret; answers with what the app shows then, now or so many steps later. */
export async function beginCodes(page: Page): Promise<(steps?: number) => string> {
  await page.goto("/settings/sign-in/codes");
  await page.getByLabel("Your password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set them up" }).click();
  const typed = await page.getByRole("main").locator("code").innerText();
  const app = new TOTP({ secret: Secret.fromBase32(typed) });
  return (steps = 0) => app.generate({ timestamp: Date.now() + steps * 30_000 });
}

/** Ends where the recovery codes are shown; answers with what the app shows. */
export async function turnCodesOn(page: Page): Promise<(steps?: number) => string> {
  const app = await beginCodes(page);
  await enterCode(page, app(), "Turn one-time codes on");
  await expect(page.getByRole("heading", { name: "Your ten recovery codes" })).toBeVisible();
  return app;
}

export async function enterCode(page: Page, code: string, button = "Sign in"): Promise<void> {
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: button }).click();
}

/** Ends on the circle's page. */
export async function openCircle(page: Page, name: string): Promise<void> {
  await page.goto("/circles/new");
  await page.getByLabel("Name of the circle").fill(name);
  await page.getByLabel("Who it is for").fill("People between jobs in logistics.");
  await page.getByRole("button", { name: "Open the circle" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

/** From the circle's page; answers with the link as it is sent to a friend. */
export async function makeInvitation(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Look after this circle" }).click();
  await page.getByRole("button", { name: "Make an invitation" }).click();
  const link = page.getByLabel("Invitation link");
  await expect(link).toHaveValue(/\/invite\/[\w-]{43}$/);
  return link.inputValue();
}

export async function takeSeat(page: Page, alias: string): Promise<void> {
  await page.getByLabel("Your name in this circle").fill(alias);
  await page.getByLabel("I agree to these agreements").check();
  await page.getByRole("button", { name: "Join this circle" }).click();
}

/** Ends on the setback's page. */
export async function logSetback(page: Page, happened: string): Promise<void> {
  await page.getByRole("link", { name: "Log a setback" }).filter({ visible: true }).click();
  await page.getByLabel("What happened?").fill(happened);
  await page.getByRole("button", { name: "Save setback" }).click();
  await expect(page.getByText(happened)).toBeVisible();
}

/** From the setback's page; ends on the circle's. */
export async function shareInWords(page: Page, words: string): Promise<void> {
  await page.getByRole("link", { name: "Share with a circle" }).click();
  await page.getByLabel("My words too").check();
  await page.getByLabel("Your words for the circle").fill(words);
  await page.getByRole("button", { name: "See what they will see" }).click();
  await expect(page.getByRole("article")).toContainText(words);
  await page.getByRole("button", { name: "Share", exact: true }).click();
}

/** Types, and waits until the words are kept. What was typed before the page was awake is typed once more. */
export async function typeUntilKept(page: Page, field: Locator, words: string): Promise<void> {
  await expect(async () => {
    await field.fill(words);
    await expect(page.getByText("Saved as you write")).toBeVisible({ timeout: 4_000 });
  }).toPass({ timeout: 20_000 });
}

/** Waits until a control answers by itself, and no longer as a plain page would. */
export async function awake(control: Locator): Promise<void> {
  const isAwake = () =>
    control.evaluate((node) => Object.keys(node).some((key) => key.startsWith("__react")));
  await expect.poll(isAwake, { message: "the page wakes up" }).toBe(true);
}

/**
 * A form as the server gives it, to be sent as often and from wherever one likes: with what it carries
 * unasked, what is typed, and these headers alone.
 */
export async function plainForm(page: Page, path: string, label: string) {
  const html = await (await page.request.get(path)).text();
  const [form = ""] = html.slice(html.indexOf(`aria-label="${label}"`)).split("</form>");
  const unasked: Record<string, string> = {};
  for (const [, field = ""] of form.matchAll(/<input ([^>]*)>/g)) {
    const is = (name: string) =>
      new RegExp(`\\b${name}="([^"]*)"`).exec(field)?.[1]?.replaceAll("&quot;", '"');
    const name = is("name");
    if (is("type") === "hidden" && name) unasked[name] = is("value") ?? "";
  }
  expect(Object.keys(unasked).some((name) => name.startsWith("$ACTION"))).toBe(true);
  return (typed: Record<string, string>, headers: Record<string, string>): Promise<APIResponse> =>
    page.request.post(path, { multipart: { ...unasked, ...typed }, headers, maxRedirects: 0 });
}

export async function reply(page: Page, to: string, words: string): Promise<void> {
  await page.getByLabel(`Reply to ${to}`).fill(words);
  await page.getByRole("button", { name: "Reply", exact: true }).filter({ visible: true }).click();
}

/** Ends on the page of goals. */
export async function addGoal(page: Page, title: string): Promise<void> {
  await page.goto("/goals/new");
  await page.getByLabel("What would you like to keep up?").fill(title);
  await page.getByRole("button", { name: "Add goal" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Goals" })).toBeVisible();
}
