import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { daysPass } from "@/tests/days-pass";
import { aCircle, aMember } from "@/tests/factories";
import { aCheckIn, aCommitment } from "@/tests/factories-of-circles";
import { aGoal } from "@/tests/factories-of-goals";
import { expect, expectAccessible, site, test } from "./fixtures";
import { complaint, typeUntilKept } from "./steps";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const noteOf = (page: Page, alias: string) => page.getByRole("article", { name: alias });
const checkIn = (page: Page) => page.getByRole("button", { name: "Check in" });

test("somebody checks in, mends a vague commitment, and a week later it comes back to be carried over", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member: juniper } = await signedIn({ name: "Juniper" });
  const { page: reader, member: heron } = await signedIn({ name: "Heron" });
  const circle = await aCircle(juniper, [heron, await aMember({ name: "Wren" })]);

  await page.goto(`/circles/${circle.id}`);
  await page.getByRole("link", { name: "No check-ins yet this week" }).click();
  await page.getByRole("link", { name: "Check in" }).click();
  await expect(heading(page)).toHaveText("Check in");
  await page.getByRole("radio", { name: "Up and down" }).check();
  await page.getByLabel("A line about it, if you like").fill("Slow start, then two good talks.");
  await page.getByRole("radio", { name: "Ideas, please" }).check();
  await page.getByLabel("One thing").fill("network more");
  await page.getByLabel("Another").fill("Call 2 agencies by Friday");
  await checkIn(page).click();

  // Other words are offered, nothing is lost, and one's own would be kept by pressing again.
  const offer = page.getByText(/^Could “network more” say how many/).last();
  await expect(offer).toBeVisible();
  await expect(page.getByLabel("One thing")).toHaveValue("network more");
  await expect(page.getByLabel("A line about it, if you like")).toHaveValue(
    "Slow start, then two good talks.",
  );
  await page.getByLabel("One thing").fill("Write to two people from the fair by Thursday");
  await checkIn(page).dblclick();
  await expect(heading(page)).toHaveText("This week");
  await expect(noteOf(page, "Juniper")).toHaveCount(1);
  await expect(page.getByText("1 of 3 has checked in")).toBeVisible();

  await reader.goto(`/circles/${circle.id}`);
  await reader.getByRole("link", { name: "1 of 3 has checked in" }).click();
  const note = noteOf(reader, "Juniper");
  await expect(note).toContainText("An up-and-down week");
  await expect(note).toContainText("Ideas welcome");
  await expect(note.getByRole("list", { name: "Commitments" }).getByRole("listitem")).toHaveCount(2);
  await expect(note).toContainText("Write to two people from the fair by Thursday");
  await expect(note.getByRole("button")).toHaveCount(0);
  await expect(reader.getByText("Not yet: Heron and Wren.")).toBeVisible();

  // One press, during the week.
  await page.getByRole("button", { name: "Kept" }).first().click();
  await expect(page.getByRole("button", { name: "Kept" })).toHaveCount(1);
  await expect(noteOf(page, "Juniper").getByText("Kept", { exact: true })).toHaveCount(2);
  await reader.reload();
  await expect(note.getByText("Kept", { exact: true })).toBeVisible();

  await daysPass(juniper, 7);
  await page.goto(`/circles/${circle.id}/check-in`);
  const last = page.getByRole("group", { name: "Call 2 agencies by Friday" });
  await last.getByRole("radio", { name: "Partly" }).check();
  await last.getByLabel("Why, if you like to say").fill("One did not pick up.");
  await last.getByRole("radio", { name: "Make it smaller" }).check();
  await expect(last.getByLabel("The smaller one")).toHaveValue("Call 1 agencies by Friday");
  await last.getByLabel("The smaller one").fill("Call 1 agency by Friday");
  await page.getByRole("radio", { name: "Steady" }).check();
  await checkIn(page).click();
  await expect(noteOf(page, "Juniper")).toContainText("Call 1 agency by Friday");
  await expect(noteOf(page, "Juniper")).toContainText("Carried over");

  await reader.goto(`/circles/${circle.id}/week`);
  await expect(note).toContainText("A steady week");
  await reader.getByRole("link", { name: "An earlier week" }).click();
  await expect(heading(reader)).toHaveText("An earlier week");
  await expect(note).toContainText("Partly");
  await expect(note).toContainText("One did not pick up.");
  await reader.getByRole("link", { name: "The week after" }).click();
  await expect(heading(reader)).toHaveText("This week");
});

test("the offered words are taken by a press, and a check-in is changed in its week", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  const circle = await aCircle(member);
  await page.goto(`/circles/${circle.id}/check-in`);
  await page.getByLabel("One thing").fill("apply");
  await checkIn(page).click();
  await expect(complaint(page)).toContainText("Please choose a word for your week");
  await expect(page.getByLabel("One thing")).toHaveValue("apply");
  await page.getByRole("radio", { name: "Heavy" }).check();
  await checkIn(page).click();
  await page.getByRole("button", { name: "Use these words" }).click();
  await expect(noteOf(page, "Juniper")).toContainText(/Send two applications by \w+day/);

  await page.getByRole("link", { name: "Change your check-in" }).click();
  await expect(page.getByRole("radio", { name: "Heavy" })).toBeChecked();
  await expect(page.getByLabel("One thing")).toHaveValue(/^Send two applications by/);
  await page.getByRole("radio", { name: "Light" }).check();
  await page.getByLabel("One thing").fill("");
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(noteOf(page, "Juniper")).toContainText("A light week");
  await expect(noteOf(page, "Juniper")).not.toContainText("Send two applications");
});

test("vague words are kept by pressing again", { tag: "@no-js" }, async ({ signedIn, javaScriptEnabled }) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  const circle = await aCircle(member);
  await page.goto(`/circles/${circle.id}/check-in`);
  await page.getByRole("radio", { name: "Resting" }).check();
  await page.getByLabel("One thing").fill("be kinder to myself");
  await checkIn(page).click();
  await expect(page.getByRole("button", { name: "Use these words" })).toBeVisible();
  // axe is a script of the page.
  if (javaScriptEnabled) await expectAccessible(page);
  await checkIn(page).click();
  await expect(noteOf(page, "Juniper")).toContainText("be kinder to myself");
});

test("what is typed is kept before it is sent, with the goal that was chosen", async ({ signedIn }) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  const circle = await aCircle(member);
  await aGoal(member, { title: "New contacts", rhythm: "week", times: 2 });
  await page.goto(`/circles/${circle.id}/check-in`);
  const list = await page.getByLabel("One thing").getAttribute("list");
  await expect(page.locator(`[id="${list}"] option`)).toHaveAttribute("value", "New contacts, 2 a week");
  await typeUntilKept(page, page.getByLabel("One thing"), "New contacts, 2 a week");
  await page.reload();
  await expect(page.getByLabel("One thing")).toHaveValue("New contacts, 2 a week");
  await page.getByRole("radio", { name: "Steady" }).check();
  await checkIn(page).click();
  await expect(noteOf(page, "Juniper")).toContainText("New contacts, 2 a week");
});

test("a calendar's address is made, read by a program that is nobody, made anew and stopped", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn({ name: "Juniper" });
  const circle = await aCircle(member);
  await aCheckIn(member, circle);
  await aCommitment(member, circle, { words: "Call Marta" });
  await page.goto("/settings");
  await page.getByRole("link", { name: "Your calendar" }).click();
  await page.getByRole("button", { name: "Make an address" }).click();
  const field = page.getByLabel("The address of your calendar");
  await expect(field).toHaveValue(/\/api\/calendar\/[\w-]{22}$/);
  const first = await field.inputValue();
  expect(first.startsWith(site)).toBe(true);

  const answer = await fetch(first);
  const text = await answer.text();
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect(text.match(/SUMMARY:Circle meeting/g)).toHaveLength(12);
  expect(text.match(/SUMMARY:A commitment/g)).toHaveLength(1);
  expect(text).not.toContain("Marta");

  await page.getByRole("button", { name: "Make a new address" }).click();
  await expect(field).not.toHaveValue(first);
  expect((await fetch(first)).status).toBe(404);
  const second = await field.inputValue();
  expect((await fetch(second)).status).toBe(200);
  await page.getByRole("button", { name: "Stop it" }).click();
  await expect(page.getByRole("button", { name: "Make an address" })).toBeVisible();
  expect((await fetch(second)).status).toBe(404);
  // Whoever reads the log reads no address that works.
  const log = readFileSync(process.env.ONWARD_SERVER_LOG ?? "", "utf8");
  expect(log).not.toContain(second.split("/").at(-1));
});
