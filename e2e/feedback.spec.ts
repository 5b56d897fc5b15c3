import type { Page } from "@playwright/test";
import { aFeedbackRequest } from "@/tests/factories-of-feedback";
import { aSetback } from "@/tests/factories-of-setbacks";
import { expect, test } from "./fixtures";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("a letter is begun, sent by oneself, answered, and what they said is kept for bad days", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const { id } = await aSetback(member, {
    kind: "final_round",
    company: "Kestrel Freight",
    createdAt: new Date(Date.now() - 36 * 3_600_000),
  });
  await page.goto(`/feedback/new?setback=${id}`);
  await page.getByLabel("Who you ask").fill("Ms Tern");
  await press(page, "Begin this letter");

  await expect(heading(page)).toHaveText("Feedback on your interview");
  const form = page.getByRole("form", { name: "The letter" });
  const letter = form.getByRole("textbox", { name: "Letter", exact: true });
  await expect(letter).toHaveValue(/^Hello Ms Tern,\n\n.*Kestrel Freight.*\{me\}$/s);
  await expect(page.getByText(/^Still to fill in: your name\./)).toBeVisible();
  await expect(page.getByRole("link", { name: "Open with the gaps" })).toHaveAttribute(
    "href",
    /%5Byour%20name%5D$/,
  );
  await form.getByLabel("Your name").fill("Juniper Vale");
  await press(page, "Save the letter");
  await expect(letter).toHaveValue(/Juniper Vale$/);
  await expect(page.getByText(/^Still to fill in: /)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Open in my mail program" })).toHaveAttribute(
    "href",
    /^mailto:\?subject=Thank%20you%20for%20these%20weeks&body=Hello%20Ms%20Tern%2C%0D%0A%0D%0AThank/,
  );

  await press(page, "I asked");
  await expect(page.getByText("It is among your wins")).toBeVisible();
  await page.getByText("They answered", { exact: true }).click();
  await page.getByLabel("What they said").fill("You explained that so well.");
  await page.getByLabel("What I take from it").fill("Say less, sooner.");
  await press(page, "Keep it");
  await expect(page.getByRole("blockquote")).toHaveText("You explained that so well.");
  await expect(page.getByRole("link", { name: "Note a reason from it" })).toBeVisible();
  await press(page, "Put it in my evidence jar");
  await page.getByRole("link", { name: "evidence jar" }).click();
  await expect(heading(page)).toHaveText("Evidence jar");
  await expect(page.getByText("You explained that so well.")).toBeVisible();
  await press(page, "Delete");
  await expect(page.getByText("Nothing in it yet")).toBeVisible();
  await press(page, "Undo");
  await expect(page.getByText("You explained that so well.")).toBeVisible();

  await page.goto("/wins");
  await expect(page.getByText("Asked for feedback on my interview.")).toBeVisible();
});

test("silence ends a letter kindly, and each step can be gone back", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  const { id } = await aFeedbackRequest(member);
  await page.goto(`/feedback/${id}`);
  await press(page, "I asked");
  await press(page, "I followed up once");
  await press(page, "No answer came");
  await expect(page.getByText("No answer came, and that is a normal end.")).toBeVisible();
  await press(page, "I am still waiting");
  await press(page, "I have not followed up");
  await press(page, "I have not asked yet");
  await expect(page.getByRole("button", { name: "I asked", exact: true })).toBeVisible();

  await press(page, "Delete");
  await expect(page.getByText("Nobody asked yet")).toBeVisible();
  await press(page, "Undo");
  await expect(heading(page)).toHaveText("Feedback on your resume");
});

test("an answer to a letter about no setback can become a lesson, and a reason of a setback that it is tied to", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const createdAt = new Date(Date.now() - 36 * 3_600_000);
  const { id: setbackId } = await aSetback(member, { happened: "They chose another.", createdAt });
  const { id } = await aFeedbackRequest(member, { askedOn: "2026-11-01", answer: "Your summary was long." });
  await page.goto(`/feedback/${id}`);
  await page.getByText("Write down what you take from it", { exact: true }).click();
  await page.getByLabel("What I take from it").fill("Two lines on top.");
  await press(page, "Keep it");
  await expect(page.getByRole("region", { name: "What you take from it" })).toContainText(
    "Two lines on top.",
  );

  await page.getByText("Tie it to one of your setbacks", { exact: true }).click();
  await page.getByLabel("The setback that it is about").selectOption(setbackId);
  await press(page, "Keep this choice");
  await page.getByRole("link", { name: "Note a reason from it" }).click();
  await expect(heading(page)).toHaveText("Learn");
});

test("a letter is kept for the next time, with its particulars left open", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  const { id } = await aFeedbackRequest(member, { name: "Ms Tern", letter: "Dear Ms Tern, how was it?" });
  await page.goto(`/feedback/${id}`);
  await page.getByText("Keep it as a letter of my own", { exact: true }).click();
  await press(page, "Keep it for next time");
  await expect(page.getByText("Kept. It is offered")).toBeVisible();
  await page.goto("/feedback/new?artefact=resume&of=employer");
  await page.getByRole("link", { name: "Your own: One question about my resume" }).click();
  await expect(page.getByRole("region", { name: "The letter to begin with" })).toContainText(
    "Dear {name}, how was it?",
  );
});
