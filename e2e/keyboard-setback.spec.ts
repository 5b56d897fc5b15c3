import type { Page } from "@playwright/test";
import { exerciseKinds } from "@/lib/exercises/guides";
import { daysPass } from "@/tests/days-pass";
import { aCircle, type Member } from "@/tests/factories";
import { aFeedbackRequest, aJarEntry } from "@/tests/factories-of-feedback";
import {
  aDebrief,
  aLearningPlan,
  anExperiment,
  aPracticeQuestion,
  aReason,
} from "@/tests/factories-of-learning";
import { aFiring, aPlan } from "@/tests/factories-of-plans";
import { aReframe, aSetback, aWritingSession } from "@/tests/factories-of-setbacks";
import { expect, test } from "./fixtures";
import { keyboardOf } from "./keyboard";
import { awake, complaint } from "./steps";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const menu = (page: Page, name: string) => page.getByRole("combobox", { name, exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });
const fold = (page: Page, name: string) => page.locator("summary").filter({ hasText: name });

// The phone is the harder one: there a bar and a button lie over the page.
const phone = { width: 390, height: 844 };

test("with the keyboard alone, somebody goes the whole way of a setback", async ({ signedIn }) => {
  test.slow();
  const { page, member } = await signedIn();
  await page.setViewportSize(phone);
  const keys = keyboardOf(page);
  const main = page.getByRole("main");
  /** A page that came by keys: its heading has focus, and from there the keyboard goes on. */
  const arrives = async (title: string | RegExp) => {
    await expect(heading(page)).toHaveText(title);
    await keys.landsOn(heading(page));
  };

  /** A page that is asked for by its address, once it answers by itself. */
  const opens = async (path: string) => {
    await page.goto(path);
    await awake(heading(page));
  };

  await test.step("it is written down, and felt", async () => {
    await opens("/setbacks");
    await keys.press(link(page, "Log a setback").filter({ visible: true }));
    await arrives("Log a setback");
    await keys.press(button(page, "Save setback"));
    await keys.landsOn(complaint(page));
    await keys.press(complaint(page).getByRole("link"));
    await keys.landsOn(field(page, "What happened?"));
    await keys.type(field(page, "What happened?"), "No, after three rounds.");
    await keys.choose(menu(page, "deflated"), "deflated 8");
    await keys.press(fold(page, "More about it, if you like"), "Space");
    await keys.choose(menu(page, "What kind of setback"), "No after the final round");
    await keys.type(field(page, "Role"), "Shift planner");
    await keys.press(button(page, "Save setback"));
    await arrives(/^Turned down after the final round/);
  });

  await test.step("a page to oneself, and the rest is left for another day", async () => {
    await keys.press(link(page, "Write: Feel"));
    await arrives("A page to yourself");
    await keys.type(field(page, "Your page"), "I sat in the car for an hour.");
    await keys.press(button(page, "Keep it"));
    await expect(page.getByText("Kept.", { exact: true })).toBeVisible();
    await keys.landsOn(button(page, "Keep it"));
    await keys.reach(link(page, "Back to the setback"), { back: true });
    await page.keyboard.press("Enter");
    await arrives(/^Turned down/);
    await expect(page.getByText("You can leave this for another day.")).toBeVisible();
  });

  await test.step("a day later, one thought from both sides", async () => {
    await daysPass(member, 1);
    await keys.press(link(page, "Begin: Reframe"));
    await arrives("Look at a thought");
    await keys.type(field(page, "Which thought keeps coming back?"), "I always fall apart at the end.");
    await keys.press(button(page, "Look at it"));
    await arrives("A thought, looked at again");
    await keys.press(fold(page, "Is there a trap in it?"));
    await keys.reach(page.getByRole("radio", { name: /^None of these/ }));
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio").nth(1)).toBeChecked();
    await keys.type(field(page, "What speaks against it"), "Two rounds went well.");
    await keys.type(field(page, "A fairer thought"), "I was tired in the third round.");
    await keys.choose(menu(page, "deflated, now"), "4 of 10");
    await keys.press(button(page, "Save"));
    await expect(page.getByRole("img", { name: "Feelings before and after" })).toBeVisible();
    await expect(main.locator(":focus")).toHaveCount(1);
  });

  await test.step("another day, reasons, sorted by menu", async () => {
    await daysPass(member, 1);
    await opens("/setbacks");
    await keys.press(page.getByRole("link", { name: /No, after three rounds/ }));
    await arrives(/^Turned down/);
    await keys.press(link(page, "Sort it: Learn"));
    await arrives("Learn");
    for (const words of ["My answers ran long.", "They had somebody in the house."]) {
      await keys.reach(field(page, "Why do you think it happened?"), { back: words.startsWith("They") });
      await page.keyboard.type(words);
      await keys.press(button(page, "Add this reason"));
      await expect(page.getByRole("form", { name: `Whose it was: ${words}` })).toBeVisible();
      await keys.landsOn(button(page, "Add this reason"));
    }
    const sorting = (words: string, whose: string) =>
      page
        .getByRole("form", { name: `Whose it was: ${words}` })
        .getByRole("button", { name: whose, exact: true });
    await keys.press(sorting("My answers ran long.", "Mine"));
    await expect(page.getByRole("heading", { name: "Mine", exact: true })).toBeVisible();
    await expect(main.locator(":focus"), "focus stays near").toHaveCount(1);
    await keys.press(sorting("They had somebody in the house.", "Theirs"), "Space");
    await expect(page.getByRole("heading", { name: "Theirs", exact: true })).toBeVisible();
    await expect(main.locator(":focus"), "focus stays near").toHaveCount(1);
    await keys.press(page.getByRole("form", { name: /^Let go: They/ }).getByRole("button"));
    await expect(fold(page, "Let go")).toBeVisible();
    await expect(main.locator(":focus"), "focus stays near").toHaveCount(1);
  });

  await test.step("the conversation is looked back on", async () => {
    await keys.press(link(page, "look back on it"));
    await arrives("Look back on the conversation");
    await keys.type(field(page, "What went well"), "They laughed twice.");
    await keys.type(field(page, "What they asked"), "Why us?");
    await keys.press(button(page, "Keep this"));
    await expect(page.getByRole("heading", { name: "Questions to practise from here" })).toBeVisible();
    await keys.landsOn(fold(page, "Add to it, or change it"));
    await page.goBack();
    await expect(heading(page)).toHaveText("Learn");
  });

  await test.step("one small step: a letter is drafted", async () => {
    await keys.press(link(page, "Ask somebody about it"));
    await arrives("Ask for feedback");
    await keys.press(button(page, "Begin this letter"));
    await expect(page).toHaveURL(/\/feedback\/[0-9a-f-]{36}$/);
    await keys.landsOn(heading(page));
    await keys.type(field(page, "Subject"), "One short question");
    await keys.press(button(page, "Save the letter"));
    await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
    await keys.landsOn(button(page, "Save the letter"));
    await keys.press(button(page, "I asked"));
    await expect(page.getByText("It is among your wins")).toBeVisible();
    await expect(main.locator(":focus")).toHaveCount(1);
  });

  await test.step("an experiment is begun, and counted", async () => {
    await opens("/setbacks");
    await keys.press(page.getByRole("link", { name: /No, after three rounds/ }));
    await arrives(/^Turned down/);
    await keys.press(link(page, "Sort it: Learn"));
    await arrives("Learn");
    await keys.press(fold(page, "Something else instead"));
    await keys.press(link(page, "Try one change"));
    await arrives(/change|experiment/i);
    await keys.type(field(page, "What will you do differently?"), "Two minutes for each answer.");
    await keys.reach(page.getByRole("radio", { name: "for so many applications" }));
    await page.keyboard.press("ArrowDown");
    await keys.type(page.getByLabel("Days", { exact: true }), "14");
    await keys.press(button(page, "Begin"));
    await expect(page).toHaveURL(/\/experiments\/[0-9a-f-]{36}$/);
    await keys.landsOn(heading(page));
    const count = page
      .getByRole("form", { name: /^Count one: / })
      .first()
      .getByRole("button");
    await keys.press(count);
    await expect(page.getByText(/1 of the 1 better/).first()).toBeVisible();
    await keys.landsOn(count);
  });

  await test.step("a plan for the next time", async () => {
    await opens("/plans/new");
    await keys.reach(page.getByRole("radio", { name: "a kind of setback" }));
    await page.keyboard.press("ArrowDown");
    await expect(field(page, "it ends at")).toBeVisible();
    await page.keyboard.press("ArrowUp");
    await keys.choose(menu(page, "this happens:"), "No after the final round");
    await keys.type(field(page, "then I will"), "call my brother");
    await keys.press(button(page, "Keep this plan"));
    await arrives("If-then plans");
  });

  await test.step("it is let go, and opened again", async () => {
    await opens("/setbacks");
    await keys.press(page.getByRole("link", { name: /No, after three rounds/ }));
    await arrives(/^Turned down/);
    await keys.press(link(page, "Let this one go"));
    await arrives(/Let/);
    await keys.type(field(page, "A line to leave with it, if you like"), "It was a long week.");
    await keys.press(button(page, "Let it go"));
    await arrives(/^Turned down/);
    await keys.press(button(page, "Open it again"), "Space");
    await expect(page.getByRole("list", { name: "Stages" })).toBeVisible();
    await expect(main.locator(":focus")).toHaveCount(1);
  });
});

for (const [where, size] of [
  ["a phone", phone],
  ["a desk", { width: 1280, height: 900 }],
] as const) {
  test(`nothing that Tab comes to is hidden or covered on ${where}, and every page has an end`, async ({
    signedIn,
  }) => {
    test.slow();
    const { page, member } = await signedIn();
    await page.setViewportSize(size);
    const keys = keyboardOf(page);
    const { its, paths } = await whatBecameOfASetback(member);
    for (const path of paths) {
      await test.step(path, async () => {
        await page.goto(path);
        await expect(heading(page)).toBeVisible();
        await keys.walk();
      });
    }

    await test.step("what a circle will see of it, before it is shared", async () => {
      await page.goto(`${its}/share`);
      await awake(button(page, "See what they will see"));
      await keys.press(button(page, "See what they will see"));
      await expect(page.getByRole("article", { name: /will see$/ })).toBeVisible();
      await page.reload();
      await expect(button(page, "Share")).toBeVisible();
      await keys.walk();
    });
  });
}

/** Somebody who went the whole way: the address of the setback, and those of all that came of it. */
async function whatBecameOfASetback(member: Member): Promise<{ its: string; paths: string[] }> {
  const setback = await aSetback(member, { kind: "final_round", feelings: { deflated: 8, tired: 3 } });
  const reframe = await aReframe(member, setback, { feelings: { deflated: { before: 8 } } });
  const mine = await aReason(member, setback, { whose: "mine" });
  await aReason(member, setback, { whose: "theirs" });
  await aReason(member, setback);
  await aDebrief(member, setback);
  const session = await aWritingSession(member, setback);
  const letter = await aFeedbackRequest(member, { setbackId: setback.id });
  const plan = await aPlan(member, { kind: "final_round" });
  const experiment = await anExperiment(member, { counted: [true] });
  await aFiring(member, plan, setback);
  const learning = await aLearningPlan(member);
  await aJarEntry(member);
  await aPracticeQuestion(member);
  await aCircle(member);
  await daysPass(member, 2);
  const its = `/setbacks/${setback.id}`;
  const paths = [
    "/today",
    "/setbacks",
    its,
    ...["own-page", "reframe", `reframe/${reframe.id}`, "learn", "debrief"].map((page) => `${its}/${page}`),
    ...["writing", `writing/${session.id}`, "let-go", "edit", "share"].map((page) => `${its}/${page}`),
    ...exerciseKinds.map((kind) => `${its}/exercise/${kind}`),
    "/feedback",
    `/feedback/new?setback=${setback.id}`,
    `/feedback/${letter.id}`,
    "/plans",
    "/plans/new",
    `/plans/${plan.id}`,
    `/plans/${plan.id}/share`,
    "/experiments",
    `/experiments/new?reason=${mine.id}`,
    `/experiments/${experiment.id}`,
    `/experiments/${experiment.id}/share`,
    "/learning",
    `/learning/new?reason=${mine.id}`,
    `/learning/${learning.id}`,
    `/learning/${learning.id}/share`,
    "/practice",
    "/jar",
    "/patterns",
  ];
  return { its, paths };
}
