import type { Page } from "@playwright/test";
import { aCircle, aMember } from "@/tests/factories";
import { aDraft } from "@/tests/factories-of-drafts";
import { aPost } from "@/tests/factories-of-posts";
import { expect, test } from "./fixtures";
import { awake, complaint, typeUntilKept } from "./steps";

/* Going back shows a page as the browser remembers it, which is from before the words were typed. */

const happened = (page: Page) => page.getByLabel("What happened?");
const toToday = async (page: Page) => {
  await page.getByRole("link", { name: "Today", exact: true }).filter({ visible: true }).click();
  await expect(page).toHaveURL(/\/today$/);
};
const toNewSetback = async (page: Page) => {
  const link = page.getByRole("link", { name: "Log a setback" }).filter({ visible: true });
  await awake(link);
  await link.click();
  await expect(happened(page)).toBeVisible();
};

test("going back to a form brings the words that were typed into it, the newest ones", async ({
  signedIn,
}) => {
  const { page } = await signedIn();
  await page.goto("/today");
  await toNewSetback(page);
  await typeUntilKept(page, happened(page), "Two lines of mail.");
  await toToday(page);
  await page.goBack();
  await expect(happened(page)).toHaveValue("Two lines of mail.");

  await page.reload();
  await typeUntilKept(page, happened(page), "Two lines of mail, after three rounds.");
  await toToday(page);
  await page.goBack();
  await expect(happened(page)).toHaveValue("Two lines of mail, after three rounds.");

  await page.getByRole("button", { name: "Save setback" }).click();
  await expect(page.getByText("Only you can read this.")).toBeVisible();
  await page.goBack();
  await expect(happened(page)).toHaveValue("");
});

test("a clock that runs behind costs no words, and what is not kept is not called saved", async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  await page.clock.setSystemTime(new Date(Date.now() - 3_600_000));
  await page.goto("/setbacks/new");
  const beside = await page.context().newPage();
  await beside.goto("/setbacks/new");
  await aDraft(member, "setback", { happened: ["Sent while signed out."] });

  await awake(happened(beside));
  await happened(beside).fill("Typed into a page that is older than that.");
  await expect(beside.getByText(/^Not saved as you write: newer words/)).toBeVisible();

  await page.reload();
  await expect(happened(page)).toHaveValue("Sent while signed out.");
  await typeUntilKept(page, happened(page), "Sent while signed out, and more.");
  await page.reload();
  await expect(happened(page)).toHaveValue("Sent while signed out, and more.");
});

test("a reply that was begun is there again after going back", async ({ signedIn }) => {
  const heron = await aMember({ name: "Heron" });
  const { page, member } = await signedIn({ name: "Juniper" });
  const circle = await aCircle(heron, [member]);
  await aPost(heron, circle, { body: "No offer." });
  await page.goto(`/circles/${circle.id}`);
  const reply = page.getByLabel("Reply to Heron");
  await typeUntilKept(page, reply, "I am glad you told us.");
  await toToday(page);
  await page.goBack();
  await expect(reply).toHaveValue("I am glad you told us.");
});

test("who leaves in the middle of a word finds it again", async ({ signedIn }) => {
  const { page } = await signedIn();
  await page.goto("/today");
  await toNewSetback(page);
  await awake(happened(page));
  await happened(page).fill("They went with someone inter");
  await page.goBack();
  await expect(page).toHaveURL(/\/today$/);
  await page.goForward();
  await expect(happened(page)).toHaveValue("They went with someone inter");
});

test("words that were sent at once and not taken are kept, and said to be", async ({ signedIn }) => {
  const { page } = await signedIn();
  await page.goto("/setbacks/new");
  await page.getByText("More about it, if you like").click();
  const company = page.getByLabel("Company");
  await awake(company);
  await company.fill("Kestrel Freight");
  await company.press("Enter");
  await expect(complaint(page)).toContainText("Write one line about what happened");
  await expect(page.getByText("Saved as you write")).toBeVisible();
  await page.reload();
  await expect(company).toHaveValue("Kestrel Freight");
});
