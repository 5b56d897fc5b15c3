import type { Page } from "@playwright/test";
import { asMember, asSystem } from "@/lib/db";
import { aCircle, aMember, type Member } from "@/tests/factories";
import { aJarEntry } from "@/tests/factories-of-feedback";
import { aSetback } from "@/tests/factories-of-setbacks";
import { expect, site, test } from "./fixtures";
import { awake, complaint, logSetback, plainForm, signIn, typeUntilKept } from "./steps";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const happened = (page: Page) => page.getByLabel("What happened?");
const save = (page: Page) => page.getByRole("button", { name: "Save setback" });

const countSetbacks = (member: Member) => asMember(member.id, (db) => db.setback.count());

const endSession = (member: Member) =>
  asSystem((db) => db.session.update({ where: { id: member.sessionId }, data: { revokedAt: new Date() } }));

test("a setback is logged in one line, one tap from anywhere, and rests in the list", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page } = await signedIn();
  await page.goto("/goals");
  await logSetback(page, "Four weeks, and not a word from the bakery.");
  await expect(page.getByText("That is enough for today.")).toBeVisible();
  await expect(page.getByText("Only you can read this.")).toBeVisible();

  await page.goto("/setbacks");
  await page.getByRole("link", { name: /Four weeks, and not a word/ }).click();
  await expect(heading(page)).toHaveText("A setback");
});

test("everything else about it can be told too, and is offered the next time", async ({ signedIn }) => {
  const { page } = await signedIn();
  await page.goto("/setbacks/new");
  await happened(page).fill("Second round, and then a form letter.");
  await page.getByLabel("deflated", { exact: true }).selectOption({ index: 8 });
  await page.getByText("More about it, if you like").click();
  await page.getByLabel("What kind of setback").selectOption("No after an interview");
  await page.getByLabel("Company").fill("Kestrel Freight");
  await page.getByLabel("Role").fill("Dispatcher");
  await save(page).click();
  await expect(heading(page)).toHaveText("Turned down after an interview");
  await expect(page.getByRole("list", { name: "What it felt like" })).toContainText("deflated 7 of 10");
  await expect(page.getByText("Kestrel Freight")).toBeVisible();

  await page.goto("/setbacks/new");
  const offered = await page.getByLabel("Company").getAttribute("list");
  await expect(page.locator(`[id="${offered}"] option[value="Kestrel Freight"]`)).toBeAttached();
});

test("nothing typed is lost to an empty line or to too many of them", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  await page.goto("/setbacks/new");
  await page.getByLabel("A word of your own").fill("hollow");
  await page.getByText("More about it, if you like").click();
  await page.getByLabel("Company").fill("Kestrel Freight");
  await save(page).click();
  await expect(happened(page)).toHaveAccessibleDescription(/Write one line about what happened/);
  await expect(page.getByLabel("A word of your own")).toHaveValue("hollow");
  await expect(page.getByLabel("Company")).toHaveValue("Kestrel Freight");

  const long = "They said no. ".repeat(800);
  await happened(page).fill(long);
  await save(page).click();
  await expect(complaint(page)).toContainText("longer than 10,000 characters");
  await expect(happened(page)).toHaveValue(long);
  await expect(page.getByLabel("Company")).toHaveValue("Kestrel Freight");
  expect(await countSetbacks(member)).toBe(0);

  await happened(page).fill("They said no.");
  await save(page).click();
  await expect(page.getByText("They said no.")).toBeVisible();
});

test("words outlive a session that ended: sign in, and they are there", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  await page.goto("/setbacks/new");
  await happened(page).fill("The offer was taken back by mail.");
  await endSession(member);
  await save(page).click();

  await expect(page.getByText("Your words are kept. Sign in and they are there.")).toBeVisible();
  expect(await page.content()).not.toContain("The offer was taken back");
  await signIn(page, member.email);
  await expect(page).toHaveURL(/\/setbacks\/new$/);
  await expect(page.getByText("We kept what you typed.")).toBeVisible();
  await expect(happened(page)).toHaveValue("The offer was taken back by mail.");
  await save(page).click();
  await expect(heading(page)).toHaveText("A setback");
  await expect(page.getByText("The offer was taken back by mail.")).toBeVisible();
  expect(await countSetbacks(member)).toBe(1);

  await page.goto("/setbacks/new");
  await expect(happened(page)).toHaveValue("");
});

test("words of one person never reach the next one at the same computer", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const other = await aMember();
  await page.goto("/setbacks/new");
  await happened(page).fill("The offer was taken back by mail.");
  await endSession(member);
  await save(page).click();
  await expect(page.getByText("Your words are kept.")).toBeVisible();
  await signIn(page, other.email);
  await expect(page).toHaveURL(/\/setbacks\/new$/);
  await expect(happened(page)).toHaveValue("");
  expect(await page.content()).not.toContain("The offer was taken back");
});

test("what is typed saves itself and says so, and is there after a reload", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await page.goto("/setbacks/new");
  await typeUntilKept(page, happened(page), "I do not have the words yet");
  await page.reload();
  await expect(page.getByText("We kept what you typed.")).toBeVisible();
  await expect(happened(page)).toHaveValue("I do not have the words yet");
  await expect(page.getByText(/^Saved /)).toBeVisible();
  expect(await countSetbacks(member)).toBe(0);

  await page.getByRole("button", { name: "Start afresh" }).click();
  await expect(happened(page)).toHaveValue("");
  await expect(page.getByText("We kept what you typed.")).toHaveCount(0);
});

test("a lost connection costs no word, and is said", async ({ signedIn }) => {
  const { page } = await signedIn();
  await page.goto("/setbacks/new");
  await typeUntilKept(page, happened(page), "They said no by mail.");
  await page.context().setOffline(true);
  await happened(page).fill("They said no by mail, and I was at lunch.");
  await expect(page.getByText("Not saved yet: we will try again")).toBeVisible();
  await save(page).click();
  await expect(complaint(page)).toContainText("Everything you typed is still here");
  await expect(complaint(page)).toBeFocused();
  await expect(happened(page)).toHaveValue("They said no by mail, and I was at lunch.");

  await page.context().setOffline(false);
  await save(page).click();
  await expect(heading(page)).toHaveText("A setback");
  await expect(page.getByText("and I was at lunch.")).toBeVisible();
});

test("a double press makes one setback", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await page.goto("/setbacks/new");
  await happened(page).fill("A no by telephone.");
  await save(page).dblclick();
  await expect(heading(page)).toHaveText("A setback");
  await expect(page.getByText("A no by telephone.")).toBeVisible();
  expect(await countSetbacks(member)).toBe(1);
});

test("a form that reaches the server twice makes one setback", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const send = await plainForm(page, "/setbacks/new", "Setback");
  const once = () => send({ happened: "A no by telephone." }, { Origin: site });
  const answers = await Promise.all([once(), once()]);
  expect(answers.map((answer) => answer.headers().location)).toEqual([
    expect.stringMatching(/^\/setbacks\/[\w-]{36}$/),
    answers[0]?.headers().location,
  ]);
  expect(await countSetbacks(member)).toBe(1);
});

test("a setback is found again by one's own words", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await aSetback(member, { happened: "They went with someone internal.", company: "Kestrel Freight" });
  await aSetback(member, { happened: "Silence since Monday." });
  await page.goto("/setbacks");
  const find = page.getByLabel("Find in your own words");
  await find.fill("kestrel INTERNAL");
  await find.press("Enter");
  await expect(page.getByRole("link", { name: /someone internal/ })).toBeVisible();
  await expect(page.getByText("Silence since Monday.")).toHaveCount(0);
  await expect(find).toHaveValue("kestrel INTERNAL");

  await aJarEntry(member, { words: "You stayed calm when the kestrel line stood still." });
  await page.reload();
  await expect(find).toHaveValue("kestrel INTERNAL");
  await expect(page.getByRole("region", { name: "Elsewhere in your writing" })).toHaveCount(0);
  await find.fill("kestrel");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("Found in: the company.")).toBeVisible();
  const elsewhere = page.getByRole("region", { name: "Elsewhere in your writing" });
  await elsewhere.getByRole("link", { name: /In your evidence jar/ }).click();
  await expect(heading(page)).toHaveText("Evidence jar");
  await expect(page.getByText("You stayed calm when")).toBeInViewport();
  await page.goBack();
  await expect(find).toHaveValue("kestrel");

  await find.fill("a bakery");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("Nothing here says that")).toBeVisible();
  await page.getByRole("link", { name: "Show all of them" }).click();
  await expect(page.getByText("Silence since Monday.")).toBeVisible();
});

test("a setback is edited; deleting it can be undone", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const { id } = await aSetback(member, { happened: "They went with someone internal." });
  await page.goto(`/setbacks/${id}`);
  await page.getByRole("link", { name: "Edit" }).click();
  await expect(happened(page)).toHaveValue("They went with someone internal.");
  await happened(page).fill("They went with someone internal. I had hoped so.");
  await save(page).click();
  await expect(page).toHaveURL(new RegExp(`/setbacks/${id}$`));
  await expect(page.getByText("I had hoped so.")).toBeVisible();

  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Deleted", { exact: true })).toBeVisible();
  await expect(page.getByText("I had hoped so.")).toHaveCount(0);
  expect((await page.request.get(`/setbacks/${id}`)).status()).toBe(404);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("I had hoped so.")).toBeVisible();
});

test("words that were written for the circle go along, or are said to stay here", { tag: "@no-js" }, async ({
  signedIn,
  javaScriptEnabled,
}) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  await aCircle(member);
  const { id } = await aSetback(member, {
    happened: "They went with someone internal.",
    kind: "final_round",
  });
  await page.goto(`/setbacks/${id}/share`);
  const words = page.getByLabel("Your words for the circle");
  if (javaScriptEnabled) {
    await awake(words);
    await words.fill("I would like to talk on Thursday.");
    await expect(page.getByLabel("My words too")).toBeChecked();
    await page.getByLabel("My words too").uncheck();
    await words.pressSequentially(" Or later.");
    await expect(page.getByLabel("My words too"), "who said no is not overruled").not.toBeChecked();
  } else await words.fill("I would like to talk on Thursday. Or later.");
  await page.getByRole("button", { name: "See what they will see" }).click();
  await expect(page.getByText("Your words stay here")).toBeVisible();
  await expect(page.getByRole("article")).not.toContainText("Thursday.");
  await page.getByRole("button", { name: "Add my words" }).click();
  await expect(page.getByRole("article")).toContainText("I would like to talk on Thursday. Or later.");
  await expect(page.getByText("Your words stay here")).toHaveCount(0);
});

test("that something saves itself is said where somebody types", async ({ signedIn }) => {
  const { page } = await signedIn();
  // As much as a phone leaves above its keyboard.
  await page.setViewportSize({ width: 390, height: 480 });
  await page.goto("/setbacks/new");
  await typeUntilKept(page, happened(page), "I do not have the words yet");
  await expect(page.getByText("Saved as you write")).toBeInViewport();
});

test("a circle sees what was chosen, with the employer masked, exactly as previewed, until it is taken back", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  const { page: reader, member: heron } = await signedIn({ name: "Heron" });
  const circle = await aCircle(member, [heron]);
  const { id } = await aSetback(member, {
    happened: "Kestrel Freight went with someone internal. I sat in the car until it was dark.",
    kind: "final_round",
    company: "Kestrel Freight GmbH",
    industry: "Logistics",
    role: "Dispatcher",
    feelings: { ashamed: 8 },
  });

  await page.goto(`/setbacks/${id}`);
  await page.getByRole("link", { name: "Share with a circle" }).click();
  await expect(page.getByLabel("My words too")).not.toBeChecked();
  await page.getByLabel("Industry: Logistics").check();
  await page.getByRole("radio", { name: "Without its name" }).check();
  await page.getByLabel("My words too").check();
  await page.getByLabel("Your words for the circle").fill("Kestrel Freight went with someone internal.");
  await page.getByRole("radio", { name: "Ideas, please" }).check();
  await page.getByRole("button", { name: "See what they will see" }).click();

  const preview = page.getByRole("article", { name: "What Thursday lanterns will see" });
  await expect(preview).toContainText("A company in logistics went with someone internal.");
  await expect(preview).toContainText("Turned down after the final round");
  await expect(preview).toContainText("Ideas welcome");
  await expect(preview).not.toContainText(/Kestrel|Dispatcher|ashamed|dark/);
  await reader.goto(`/circles/${circle.id}`);
  await expect(reader.getByText("Nothing is shared here yet")).toBeVisible();

  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/circles/${circle.id}#`));
  await expect(page.locator(`[id="${page.url().split("#")[1]}"]`)).toBeInViewport();
  await reader.reload();
  const post = reader.getByRole("article", { name: /^Juniper/ });
  await expect(post).toContainText("A company in logistics went with someone internal.");
  await expect(post).toContainText("At a company in logistics");

  await test.step("what was not shared, and what is changed later, stays out of every byte", async () => {
    await page.goto(`/setbacks/${id}/edit`);
    await happened(page).fill("I wrote to the union on Tuesday.");
    await save(page).click();
    await expect(page.getByText("I wrote to the union on Tuesday.")).toBeVisible();
    for (const path of [`/circles/${circle.id}`, "/today", "/circles"]) {
      const sent = await (await reader.request.get(path)).text();
      expect(sent, path).not.toMatch(/Kestrel|Dispatcher|ashamed|in the car|union/);
    }
  });

  await page.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("A copy is in")).toHaveCount(0);
  await reader.reload();
  await expect(reader.getByText("Nothing is shared here yet")).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("whoever is new saves a setback with one field and at most three taps, well within a minute", async ({
    signedIn,
  }) => {
    const { page } = await signedIn();
    // The page counts by itself what a finger does on it, from one page to the next.
    await page.addInitScript(() => {
      const note = (what: string, more: string) =>
        sessionStorage.setItem(what, `${sessionStorage.getItem(what) ?? ""}${more}`);
      addEventListener("touchstart", () => note("taps", "."), true);
      addEventListener(
        "change",
        ({ target }) => note("fields", `${(target as HTMLInputElement).name} `),
        true,
      );
    });
    await page.goto("/today");
    const log = page.getByRole("link", { name: "Log a setback" }).filter({ visible: true });
    await awake(log);
    const began = Date.now();
    await log.tap();
    await happened(page).tap();
    await page.keyboard.type("They went with someone internal.", { delay: 50 });
    await save(page).tap();
    await expect(page.getByText("They went with someone internal.")).toBeVisible();
    expect(Date.now() - began).toBeLessThan(60_000);
    const [taps, fields] = await page.evaluate(() => [sessionStorage.taps, sessionStorage.fields]);
    expect(taps.length, "taps").toBeLessThanOrEqual(3);
    expect(fields, "fields").toBe("happened ");
  });
});
