import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { PASSWORD } from "@/tests/factories";
import { expect, mailTo, site, test } from "./fixtures";
import { beginCodes, complaint, enterCode, signIn, turnCodesOn } from "./steps";

test("somebody sets one-time codes up, and from then on a password alone opens nothing", {
  tag: "@no-js",
}, async ({ signedIn, someone }) => {
  const { page, member } = await signedIn();
  await page.goto("/settings/sign-in");
  await page.getByRole("link", { name: "Set up one-time codes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One-time codes");

  const app = await test.step("they show it to their app, and type what it says", async () => {
    const app = await beginCodes(page);
    await expect(page.getByRole("img", { name: /picture for your app/ })).toBeVisible();
    await enterCode(page, "000000", "Turn one-time codes on");
    await expect(complaint(page)).toContainText("This code does not fit");
    await enterCode(page, app(), "Turn one-time codes on");
    await expect(page.getByRole("heading", { name: "Your ten recovery codes" })).toBeVisible();
    return app;
  });
  const paper = await page.getByRole("main").locator("code").allInnerTexts();

  await test.step("they keep ten codes on paper, which are shown once", async () => {
    expect(paper).toHaveLength(10);
    const file = page.getByRole("link", { name: "Save as a file" });
    const [saved] = await Promise.all([page.waitForEvent("download"), file.click()]);
    expect(saved.suggestedFilename()).toBe("onward-recovery-codes.txt");
    expect(await readFile(await saved.path(), "utf8")).toContain(paper.join("\n"));
    await page.getByRole("button", { name: "I have kept them" }).click();
    await expect(page.getByText("You have 10 recovery codes left.")).toBeVisible();
    expect(await page.content()).not.toContain(paper[0]);
    await mailTo(member.email, /Subject: One-time codes are on/);
  });

  const elsewhere = await someone();
  await test.step("elsewhere, the password leads to one more step, and the code to where they were going", async () => {
    await elsewhere.goto("/goals");
    await signIn(elsewhere, member.email);
    await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("One more step");
    await elsewhere.goto("/today");
    await expect(elsewhere).toHaveURL(/\/sign-in\?next=%2Ftoday$/);
    await elsewhere.goto("/sign-in/second-step");
    await enterCode(elsewhere, "000000");
    await expect(complaint(elsewhere)).toContainText("This code does not fit");
    await enterCode(elsewhere, app(1));
    await expect(elsewhere).toHaveURL(/\/goals$/);
  });

  await test.step("without the phone, a code on paper signs them in, once", async () => {
    const lost = await someone();
    await lost.goto("/sign-in");
    await signIn(lost, member.email);
    await enterCode(lost, paper[0] ?? "");
    await expect(lost).toHaveURL(/\/today$/);
    await mailTo(member.email, /Subject: A recovery code was used/);
    await lost.goto("/settings/sign-in");
    await expect(lost.getByText("You have 9 recovery codes left.")).toBeVisible();

    const again = await someone();
    await again.goto("/sign-in");
    await signIn(again, member.email);
    await enterCode(again, paper[0] ?? "");
    await expect(complaint(again)).toContainText("This code does not fit");
  });
});

test("somebody adds a passkey, signs in with it alone, and takes it out again", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await turnCodesOn(page);
  const device = await aDevice(page);

  await test.step("they add it, once their password is right", async () => {
    await page.goto("/settings/sign-in");
    await page.getByRole("link", { name: "Add a passkey" }).click();
    await page.getByLabel("Its name").fill("The blue key");
    await page.getByLabel("Your password").fill("seven loud lanterns");
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await expect(complaint(page)).toContainText("This is not your password");
    await page.getByLabel("Your password").fill(PASSWORD);
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await expect(page).toHaveURL(/\/settings\/sign-in$/);
    await expect(page.getByText("The blue key", { exact: true })).toBeVisible();
    expect(await device.keys()).toMatchObject([{ rpId: "localhost", isResidentCredential: true }]);
    await mailTo(member.email, /Subject: A passkey was added/);
  });

  await test.step("one device makes one passkey", async () => {
    await page.getByRole("link", { name: "Add a passkey" }).click();
    await expect(page).toHaveURL(/\/settings\/sign-in\/passkey$/);
    await page.getByLabel("Your password").fill(PASSWORD);
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await expect(complaint(page)).toContainText("No passkey was used");
    expect(await device.keys()).toHaveLength(1);
  });

  await test.step("they sign out and in, without password and without code, to where they were going", async () => {
    await signOut(page);
    await page.goto("/goals");
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await expect(page).toHaveURL(/\/goals$/);
    await page.goto("/settings/sign-in");
    await expect(page.getByText("last used just now")).toBeVisible();
  });

  await test.step("they rename it, and take it out", async () => {
    await page.getByText("Rename “The blue key”").click();
    await page.getByLabel("Its name").fill("The old key");
    await page.getByRole("button", { name: "Save its name" }).click();
    await expect(page.getByText("The old key", { exact: true })).toBeVisible();
    await page.getByText("Take “The old key” out").click();
    const form = page.getByRole("form", { name: "Take The old key out" });
    await form.getByLabel("Your password").fill(PASSWORD);
    await form.getByRole("button", { name: "Take it out" }).click();
    await expect(page.getByText("None yet.")).toBeVisible();
  });

  await test.step("it does not sign in any more", async () => {
    await signOut(page);
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await expect(complaint(page)).toContainText("This passkey does not open an account here");
    await page.goto("/today");
    await expect(page).toHaveURL(/\/sign-in\?next=%2Ftoday$/);
  });
});

test("a passkey that did not look at its owner, and none at all, sign nobody in", async ({ signedIn }) => {
  const { page } = await signedIn();
  const device = await aDevice(page);
  await page.goto("/settings/sign-in/passkey");
  await page.getByLabel("Your password").fill(PASSWORD);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page).toHaveURL(/\/settings\/sign-in$/);
  await signOut(page);

  await device.sees(false);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(complaint(page)).toContainText("No passkey was used");

  await device.sees(true);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page).toHaveURL(/\/today$/);
});

test("a passkey's page shows no form that could not work", { tag: "@no-js" }, async ({
  signedIn,
  javaScriptEnabled,
}) => {
  const { page } = await signedIn();
  await page.goto("/settings/sign-in/passkey");
  // Not by its words: Playwright finds none inside of noscript.
  await expect(page.getByRole("main").locator("noscript p")).toBeVisible({ visible: !javaScriptEnabled });
  await expect(page.getByLabel("Its name")).toBeVisible({ visible: javaScriptEnabled });
});

async function signOut(page: Page): Promise<void> {
  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(`${site}/`);
}

/** A device that holds passkeys, and asks its owner for nothing: Chromium's own, made for tests. */
async function aDevice(page: Page) {
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  const { authenticatorId } = await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    keys: async () => (await browser.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
    /** Whether its owner's face, finger or PIN is the right one. */
    sees: (isUserVerified: boolean) =>
      browser.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}
