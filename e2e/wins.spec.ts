import { addDays, dayIn, weekOf } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { aMember, type Member } from "@/tests/factories";
import { aGoal, anEffort, aWin } from "@/tests/factories-of-goals";
import { aSetback } from "@/tests/factories-of-setbacks";
import { aPictureFile, aWinPicture } from "@/tests/factories-of-wins";
import { expect, expectAccessible, site, test } from "./fixtures";

async function tenTimes(member: Member) {
  const goal = await aGoal(member, { title: "Applications" });
  for (let each = 0; each < 10; each++) await anEffort(member, goal);
}

test("what was logged is noticed, kept in one press, and ends with a step that can be declined", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await tenTimes(member);
  await aGoal(member, { title: "A walk outside", category: "routine" });
  await page.goto("/today");
  await expect(page.getByText("Ten times now you did something for an application.")).toBeVisible();
  await page.getByRole("button", { name: "Keep it" }).dblclick();
  await expect(page.getByText("Kept. That was you.")).toBeVisible();
  await expect(page.getByText("One tiny step more, only if you like:")).toBeVisible();
  await expect(page.getByRole("main").getByText("A walk outside", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Rest is fine" }).click();
  await expect(page.getByText("Kept. That was you.")).toHaveCount(0);
  await expect(page.getByText("Worked on applications ten times.")).toHaveCount(1);

  await page.getByLabel("What went well?").fill("I called them.");
  await page.getByRole("button", { name: "Keep this win" }).click();
  await expect(page.getByText("That is enough for today.")).toBeVisible();
  await page.goto("/today");
  await expect(page.getByText("Ten times now")).toHaveCount(0);
});

test("what is not for somebody is left out, and nothing is said on the day of a setback", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await tenTimes(member);
  const { id } = await aSetback(member, { kind: "final_round" });
  await page.goto("/today");
  await expect(page.getByRole("button", { name: "Keep it" })).toHaveCount(0);
  await asMember(member.id, (db) => db.setback.deleteMany({ where: { id } }));
  await page.goto("/wins");
  await page.getByRole("button", { name: "Not for me" }).click();
  await expect(page.getByRole("button", { name: "Keep it" })).toHaveCount(0);
  await expect(page.getByText("Nothing written yet")).toBeVisible();
});

test("a win gets a picture; one that is none is refused, and no word is lost", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page } = await signedIn();
  await page.goto("/wins");
  await page.getByLabel("What went well?").fill("A desk of my own again.");
  await page.getByRole("button", { name: "Keep this win" }).click();
  await page.getByRole("link", { name: "Add a picture" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A win");

  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await page.getByLabel("What is on it, in a few words").fill("My small desk");
  await page
    .getByLabel("Picture", { exact: true })
    .setInputFiles({ name: "desk.jpg", mimeType: "image/jpeg", buffer: svg });
  await page.getByRole("button", { name: "Add this picture" }).click();
  await expect(page.getByText("That is no JPEG, PNG or WebP picture")).toBeVisible();
  await expect(page.getByText("A desk of my own again.")).toBeVisible();
  await expect(page.getByLabel("What is on it, in a few words")).toHaveValue("My small desk");

  const large = Buffer.alloc(7 * 1024 * 1024, 255);
  await page
    .getByLabel("Picture", { exact: true })
    .setInputFiles({ name: "desk.jpg", mimeType: "image/jpeg", buffer: large });
  await page.getByRole("button", { name: "Add this picture" }).click();
  await expect(page.getByText("That picture is larger than 5 MB")).toBeVisible();
  await expect(page.getByLabel("What is on it, in a few words")).toHaveValue("My small desk");

  const buffer = Buffer.from(await aPictureFile("png", { width: 1200, height: 900 }));
  await page.getByLabel("Picture", { exact: true }).setInputFiles({ name: "desk", mimeType: "", buffer });
  await page.getByRole("button", { name: "Add this picture" }).click();
  await expect(page.getByText("Your picture is kept, beside your words.")).toBeVisible();
  const picture = page.getByRole("img", { name: "My small desk" });
  await expect(picture).toBeVisible();
  await expect(picture).toHaveJSProperty("naturalWidth", 1200);

  await page.goto("/wins");
  await expect(page.getByRole("img", { name: "My small desk" })).toBeVisible();
  await page.getByRole("link", { name: /^The picture/ }).click();
  await page.getByRole("button", { name: "Take the picture off" }).click();
  await expect(page.getByText("A picture beside it, if you like")).toBeVisible();
  await expect(page.getByText("A desk of my own again.")).toBeVisible();
});

test("a picture is served to its member alone, as what it is, and kept by no browser", async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  const win = await aWin(member);
  await aWinPicture(member, win);
  const address = `${site}/api/win-pictures/${win.id}`;
  const mine = await page.request.get(address);
  expect(mine.status()).toBe(200);
  expect(mine.headers()).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
  const { page: other } = await signedIn(await aMember({ name: "Wren" }));
  expect((await other.request.get(address)).status()).toBe(404);
  const nobody = await fetch(address, { redirect: "manual" });
  expect(nobody.headers.get("location")).toContain("/sign-in");
  // Every other form still has its bound.
  const form = new FormData();
  form.set("body", "x".repeat(300_000));
  const tooMuch = await fetch(`${site}/wins`, { method: "POST", body: form, headers: { Origin: site } });
  expect(tooMuch.status).toBe(413);
});

test("a win goes into the evidence jar in one tap", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await aWin(member, "They said my summary was clear.");
  await page.goto("/wins");
  await page.getByRole("button", { name: "Put it in the jar" }).click();
  await page.getByRole("link", { name: "In your jar" }).click();
  await expect(page.getByText("They said my summary was clear.")).toBeVisible();
});

test("a week and a year can be looked back on, and hang on a wall", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  const today = dayIn(member.timeZone, new Date());
  const monday = weekOf(today)[0] ?? today;
  await aWin(member, "I asked Heronworks for feedback.", today);
  await aSetback(member, { company: "Heronworks", day: addDays(today, -40) });
  const goal = await aGoal(member, { title: "Applications" });
  await anEffort(member, goal);
  await page.goto("/wins");
  await page.getByRole("link", { name: "Look back on this week" }).click();
  await expect(page).toHaveURL(new RegExp(`/wins/week/${monday}$`));
  await expect(page.getByText(/^You showed up on 1 of \d days?\.$/)).toBeVisible();
  await expect(page.getByText("I asked a company for feedback.")).toBeVisible();
  await page.getByText("What is on this page").click();
  await page.getByLabel("Names of employers, as you wrote them").check();
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(page.getByText("I asked Heronworks for feedback.")).toBeVisible();

  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("What is on this page")).toBeHidden();
  await expect(page.getByText("I asked Heronworks for feedback.")).toBeVisible();
  await page.emulateMedia({ media: null });
  await page.goto(`/wins/year/${today.slice(0, 4)}`);
  await expect(page.getByText("You showed up on 1 day.")).toBeVisible();
});

test("the new pages read well", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await tenTimes(member);
  const win = await aWin(member, "A desk of my own again.");
  await aWinPicture(member, win);
  const today = dayIn(member.timeZone, new Date());
  const shots = process.env.SHOTS;
  for (const [name, path] of Object.entries({
    today: "/today",
    wins: "/wins",
    written: `/wins?written=${win.id}`,
    win: `/wins/${win.id}?refused=too-large`,
    week: `/wins/week/${weekOf(today)[0]}?chosen=1&part=days&part=wins&part=efforts&part=pictures`,
    year: `/wins/year/${today.slice(0, 4)}`,
  })) {
    await page.goto(path);
    await expectAccessible(page);
    if (!shots) continue;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.screenshot({ path: `${shots}/${name}-dark-390.png`, fullPage: true });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: "light" });
    await page.screenshot({ path: `${shots}/${name}-light-1280.png`, fullPage: true });
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.screenshot({ path: `${shots}/${name}-print.png`, fullPage: true });
    await page.emulateMedia({ media: null });
  }
});
