import type { Page } from "@playwright/test";
import { eraseMember } from "@/lib/accounts/erase-member";
import { asSystem } from "@/lib/db";
import { aCircle, aMember, PASSWORD } from "@/tests/factories";
import { aPost, aReply } from "@/tests/factories-of-posts";
import { expect, linkIn, mailTo, site, test } from "./fixtures";
import { complaint, confirmAddress, fillJoinForm, join, signIn } from "./steps";

const anAddress = () => `${crypto.randomUUID()}@example.org`;

test("somebody joins, and confirms their address by the mailed link", { tag: "@no-js" }, async ({
  someone,
}) => {
  const page = await someone();
  const email = anAddress();
  await join(page, { name: "Linnet", email });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Linnet");
  await expect(page.getByText("Please confirm your e-mail")).toBeVisible();

  await confirmAddress(page, email);
  await page.getByRole("link", { name: "Go to Today" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Linnet");
  await expect(page.getByText("Please confirm your e-mail")).toHaveCount(0);
});

test("the link in the mail asks for the password where nobody is signed in: anybody could have caused that mail", {
  tag: "@no-js",
}, async ({ someone }) => {
  const page = await someone();
  const email = anAddress();
  await join(page, { name: "Linnet", email });
  await expect(page).toHaveURL(/\/today$/);

  const elsewhere = await someone();
  await elsewhere.goto(linkIn(await mailTo(email, /\/verify\//)));
  await expect(
    elsewhere.getByText("If it was not you who asked for this, there is nothing to do"),
  ).toBeVisible();
  await elsewhere.getByLabel("Password").fill("seven loud lanterns");
  await elsewhere.getByRole("button", { name: "Confirm my e-mail" }).click();
  await expect(complaint(elsewhere)).toContainText("Nothing was changed; please try once more.");
  await elsewhere.getByLabel("Password").fill(PASSWORD);
  await elsewhere.getByRole("button", { name: "Confirm my e-mail" }).click();
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Your e-mail is confirmed");
});

test("who joins learns what is missing, and keeps what they typed", { tag: "@no-js" }, async ({
  someone,
}) => {
  const page = await someone();
  const email = anAddress();
  await page.goto("/join");

  await test.step("an address that is none, and no word on being of age", async () => {
    await page.getByLabel("E-mail").fill("linnet at home");
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByLabel("Your name in circles").fill("Linnet");
    await page.getByRole("button", { name: "Join Onward" }).click();
    await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/like name@example.org/);
    await expect(page.getByLabel("E-mail")).toHaveValue("linnet at home");
    await expect(page.getByLabel("Your name in circles")).toHaveValue("Linnet");
    await expect(complaint(page)).toContainText("18 or older");
  });

  await test.step("a password that everybody tries first", async () => {
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill("password1");
    await page.getByLabel("I am 18 or older").check();
    await page.getByRole("button", { name: "Join Onward" }).click();
    await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/Please choose another/);
    await expect(page.getByLabel("E-mail")).toHaveValue(email);
    expect(await page.content()).not.toContain("password1");
  });

  await fillJoinForm(page, { name: "Linnet", email });
  await expect(page).toHaveURL(/\/today$/);
});

test("how pages look is the reader's choice: at once, after a reload, and where they sign in next", {
  tag: "@no-js",
}, async ({ signedIn, someone }) => {
  const { page, member } = await signedIn();
  await page.goto("/settings");
  const plainSize = await sizeOfText(page);
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.getByRole("radio", { name: "Larger" }).check();
  await page.getByRole("radio", { name: "Atkinson Hyperlegible" }).check();
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Your settings are saved.")).toBeVisible();
  await expectChosenLook(page);

  await page.reload();
  await expectChosenLook(page);
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await page.goto("/privacy");
  await expectChosenLook(page);

  const elsewhere = await someone();
  await elsewhere.goto("/sign-in");
  await signIn(elsewhere, member.email);
  await expect(elsewhere).toHaveURL(/\/today$/);
  await expectChosenLook(elsewhere);

  async function expectChosenLook(where: Page) {
    await expect(where.locator("html")).toHaveCSS("color-scheme", "dark");
    await expect(where.locator("body")).toHaveCSS("font-family", /Atkinson/);
    await expect.poll(() => sizeOfText(where)).toBeGreaterThan(plainSize);
  }
});

test("a name and a time zone are changed in Settings", async ({ signedIn }) => {
  const { page } = await signedIn({ name: "Juniper" });
  await page.goto("/settings");
  await page.getByLabel("Your name in circles").fill("Marten");
  await page.getByLabel("Time zone").selectOption("Pacific/Auckland");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Your settings are saved.")).toBeVisible();
  await expect(page.getByLabel("Time zone")).toHaveValue("Pacific/Auckland");
  await page.goto("/today");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Marten");
});

test("signing out ends the session: a copied cookie is dead, and going back shows nothing", {
  tag: "@no-js",
}, async ({ someone }) => {
  const member = await aMember();
  const page = await someone();
  await page.goto("/sign-in");
  await signIn(page, member.email);
  await expect(page).toHaveURL(/\/today$/);
  const copied = await page.context().cookies();

  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(`${site}/`);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText(member.email)).toHaveCount(0);

  const thief = await someone();
  await thief.context().addCookies(copied);
  await thief.goto("/today");
  await expect(thief).toHaveURL(/\/sign-in\?next=%2Ftoday$/);
});

test("a wrong password is met kindly, and the right one leads on to where one was going", {
  tag: "@no-js",
}, async ({ someone }) => {
  const { email } = await aMember();
  const page = await someone();
  await page.goto("/goals");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("seven loud lanterns");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(complaint(page)).toContainText("do not belong together. Please try once more.");
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  expect(await page.content()).not.toContain("seven loud lanterns");

  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/goals$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Goals");
});

test("an address that nobody has reads like a wrong password", async ({ someone }) => {
  const page = await someone();
  await page.goto("/sign-in");
  await signIn(page, anAddress());
  await expect(complaint(page)).toContainText("do not belong together. Please try once more.");
});

test("a forgotten password is set anew from the mail, and every other browser is signed out", {
  tag: "@no-js",
}, async ({ someone, signedIn }) => {
  const { page: elsewhere, member } = await signedIn();
  const page = await someone();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "I forgot my password" }).click();
  // Both pages ask for an address: typed too early, it goes away with the first.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set a new password");
  await page.getByLabel("E-mail").fill(member.email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText("a mail with a link is on its way")).toBeVisible();

  const link = linkIn(await mailTo(member.email, /\/reset-password\//));
  await page.goto(link);
  await page.getByLabel("New password").fill("eight slow ferries");
  await page.getByRole("button", { name: "Save and sign in" }).click();
  await expect(page).toHaveURL(/\/today$/);

  await elsewhere.goto("/today");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await signIn(elsewhere, member.email);
  await expect(complaint(elsewhere)).toContainText("do not belong together");
  await elsewhere.getByLabel("Password").fill("eight slow ferries");
  await elsewhere.getByRole("button", { name: "Sign in" }).click();
  await expect(elsewhere).toHaveURL(/\/today$/);

  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link does not work any more");
});

test("a session that was ended elsewhere is out on the next request", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await page.goto("/today");
  await asSystem((db) =>
    db.session.update({ where: { id: member.sessionId }, data: { revokedAt: new Date() } }),
  );
  await page.getByRole("link", { name: "Goals", exact: true }).filter({ visible: true }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fgoals$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("a new password in one browser signs every other one out", { tag: "@no-js" }, async ({
  someone,
  signedIn,
}) => {
  const { page: elsewhere, member } = await signedIn();
  await elsewhere.goto("/today");
  const page = await someone();
  await page.goto("/sign-in");
  await signIn(page, member.email);
  await expect(page).toHaveURL(/\/today$/);

  await page.goto("/settings");
  await page.getByRole("link", { name: "Signing in" }).click();
  await page.getByRole("link", { name: "Change my password" }).click();
  await page.getByLabel("Your password until now").fill("seven loud lanterns");
  await page.getByLabel("New password").fill("eight slow ferries");
  await page.getByRole("button", { name: "Change my password" }).click();
  await expect(complaint(page)).toContainText("This is not your password.");
  expect(await page.content()).not.toContain("eight slow ferries");

  await page.getByLabel("Your password until now").fill(PASSWORD);
  await page.getByLabel("New password").fill("eight slow ferries");
  await page.getByRole("button", { name: "Change my password" }).click();
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await mailTo(member.email, /Subject: Your password was changed/);

  await elsewhere.goto("/goals");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
});

test("an address is changed by the link that goes to the new one", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  const email = anAddress();
  await page.goto("/settings/sign-in");
  await page.getByRole("link", { name: "Change my address" }).click();
  await page.getByLabel("New e-mail address").fill(email);
  await page.getByLabel("Your password").fill(PASSWORD);
  await page.getByRole("button", { name: "Send me a link there" }).click();
  await expect(page.getByText(`Until you follow it, your address stays ${member.email}.`)).toBeVisible();

  await page.goto(linkIn(await mailTo(email, /\/new-address\//)));
  await page.getByRole("button", { name: "Use this address from now on" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your address is changed");
  await page.getByRole("link", { name: "Go to Signing in" }).click();
  await expect(page.getByText(email)).toBeVisible();
  await mailTo(member.email, /another e-mail address now/);

  await page.goto("/settings/history");
  await expect(page.getByRole("listitem").filter({ hasText: "Changed your e-mail address" })).toBeVisible();
});

test("a device is signed out from another", { tag: "@no-js" }, async ({ someone, signedIn }) => {
  const { page, member } = await signedIn();
  const there = await someone();
  await there.goto("/sign-in");
  await signIn(there, member.email);
  await expect(there).toHaveURL(/\/today$/);

  await page.goto("/settings/sign-in");
  await expect(page.getByRole("listitem").filter({ hasText: "this one" })).toHaveCount(1);
  await page.getByRole("button", { name: "Sign out there" }).click();
  // The button says something else as soon as it is pressed; the line goes when it is done.
  await expect(page.getByRole("listitem").filter({ hasText: "Signed in" })).toHaveCount(1);
  await there.goto("/today");
  await expect(there).toHaveURL(/\/sign-in/);
  await page.goto("/today");
  await expect(page).toHaveURL(/\/today$/);
});

test("an account is deleted, and kept by signing in again in time", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  await deleteMyAccount(page);
  await mailTo(member.email, /Until then you can take it back/);
  await page.goto("/today");
  await expect(page).toHaveURL(/\/sign-in/);

  await signIn(page, member.email);
  await expect(page.getByText("Your account stays")).toBeVisible();
  await page.getByRole("link", { name: "Goals", exact: true }).filter({ visible: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Goals");
});

test("an account that nobody came back to is erased, in circles too", async ({ signedIn }) => {
  const [juniper, heron] = [await aMember({ name: "Juniper" }), await aMember({ name: "Heron" })];
  const circle = await aCircle(juniper, [heron]);
  await aReply(juniper, await aPost(heron, circle, { body: "They said no." }), { body: "I am with you." });
  await aPost(heron, circle, { body: "Is anybody there?" });
  const { page } = await signedIn(heron);
  await deleteMyAccount(page);
  await asSystem(async (db) => {
    await db.user.update({ where: { id: heron.id }, data: { leavesAt: new Date(0) } });
    await eraseMember(db, heron.id);
  });

  await page.goto("/sign-in");
  await signIn(page, heron.email);
  await expect(complaint(page)).toContainText("do not belong together");

  const { page: hers } = await signedIn(juniper);
  await hers.goto(`/circles/${circle.id}`);
  await expect(hers.getByText("I am with you.")).toBeVisible();
  await expect(hers.getByText("Somebody who left took this back.")).toBeVisible();
  for (const words of ["They said no.", "Is anybody there?", "Heron"]) {
    await expect(hers.getByText(words)).toHaveCount(0);
  }
});

/** From anywhere to the goodbye. */
async function deleteMyAccount(page: Page): Promise<void> {
  await page.goto("/settings");
  await page.getByRole("link", { name: "Delete your account" }).click();
  await page.getByRole("link", { name: "Go on" }).click();
  await page.getByLabel("Your password").fill(PASSWORD);
  await page.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Take care");
}

const sizeOfText = (page: Page) =>
  page.locator("body").evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize));
