import type { Page } from "@playwright/test";
import { daysPass } from "@/tests/days-pass";
import { aReason } from "@/tests/factories-of-learning";
import { aSetback } from "@/tests/factories-of-setbacks";
import { expect, test } from "./fixtures";
import { awake, logSetback, typeUntilKept } from "./steps";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const stages = (page: Page) => page.getByRole("list", { name: "Stages" });
const stage = (page: Page, name: string) => stages(page).getByRole("listitem").filter({ hasText: name });

test("on its first day a setback is felt, and the rest can wait", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await page.goto("/setbacks");
  await logSetback(page, "No, after three rounds.");
  await expect(stages(page).getByRole("heading")).toHaveText(["Feel", "Reframe"]);
  await expect(page.getByText("You can leave this for another day.")).toBeVisible();

  await page.getByRole("link", { name: "Write: Feel" }).click();
  await page.getByLabel("Your page").fill("I sat in the car for an hour.");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByText("Kept.", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Back to the setback" }).click();
  await page.getByRole("link", { name: "Read: Feel" }).click();
  await expect(page.getByLabel("Your page")).toHaveValue("I sat in the car for an hour.");

  await daysPass(member, 1);
  await page.getByRole("link", { name: "Back to the setback" }).click();
  await expect(stages(page).getByRole("heading")).toHaveText(["Feel", "Reframe", "Learn", "Act"]);
});

test("a thought is looked at from both sides, over as many days as it takes", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  const setback = await aSetback(member, { feelings: { deflated: 8 } });
  await daysPass(member, 1);
  await page.goto(`/setbacks/${setback.id}`);
  await page.getByRole("link", { name: "Begin: Reframe" }).click();
  await page.getByLabel("Which thought keeps coming back?").fill("They saw that I do not belong there.");
  await page.getByRole("button", { name: "Look at it" }).click();
  await expect(heading(page)).toHaveText("A thought, looked at again");

  await page.getByText(/^Is there a trap in it/).click();
  await page.getByRole("radio", { name: /^Mind reading/ }).check();
  await page.getByLabel("What speaks for it").fill("They ended early.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await daysPass(member, 1);
  await page.goto(`/setbacks/${setback.id}`);
  await expect(stage(page, "Reframe")).toContainText("They saw that I do not belong there. open");
  await page.getByRole("link", { name: "They saw that I do not belong there." }).click();
  await expect(page.getByLabel("What speaks for it")).toHaveValue("They ended early.");

  await page.getByLabel("What speaks against it").fill("They asked when I could begin.");
  await page.getByLabel("A fairer thought").fill("I do not know what they thought.");
  await page.getByLabel("deflated, now").selectOption("4 of 10");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("img", { name: "Feelings before and after" })).toHaveAccessibleDescription(
    "deflated from 8 to 4. The table below says each.",
  );
  await expect(page.getByText("I do not know what they thought.").first()).toBeVisible();

  await page.getByRole("button", { name: "Take this out" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(heading(page)).toHaveText("A thought, looked at again");
});

test("what is typed into a reframe outlives a reload", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const setback = await aSetback(member);
  await page.goto(`/setbacks/${setback.id}/reframe`);
  const thought = page.getByLabel("Which thought keeps coming back?");
  await awake(thought);
  await typeUntilKept(page, thought, "It must be me.");
  await page.reload();
  await expect(thought).toHaveValue("It must be me.");
});

test("a silence is closed with a line to it, and opened again in one press", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  const setback = await aSetback(member, { kind: "silence" });
  await page.goto(`/setbacks/${setback.id}`);
  await page.getByRole("link", { name: "Close this silence" }).click();
  await page.getByLabel("A line to leave with it").fill("I will not wait for you any longer.");
  await page.getByRole("button", { name: "Let it go" }).click();
  await expect(page.getByText("You let this one go on")).toBeVisible();
  await expect(page.getByText("I will not wait for you any longer.")).toBeVisible();
  await expect(stages(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Open it again" }).click();
  await expect(stages(page)).toBeVisible();
});

test("a setback rests in whichever stage its member says", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const setback = await aSetback(member);
  await daysPass(member, 2);
  await page.goto(`/setbacks/${setback.id}`);
  await page.getByRole("button", { name: "I am here now: Reframe" }).click();
  await expect(stage(page, "Reframe")).toHaveAttribute("aria-current", "step");
  await page.getByRole("button", { name: "Back to this: Feel" }).click();
  await expect(stage(page, "Feel")).toHaveAttribute("aria-current", "step");
});

test("a page that was open when it happened again keeps its words for another day", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const before = await aSetback(member);
  await aReason(member, before, { words: "The budget was cut.", whose: "theirs" });
  await daysPass(member, 3);
  await page.goto(`/setbacks/${before.id}/learn`);
  await page.getByLabel("Why do you think it happened?").fill("My answers ran long.");
  const { id } = await aSetback(member);
  await page.getByRole("button", { name: "Add this reason" }).click();
  await expect(page.getByText("that is enough for one day")).toBeVisible();

  await page.goto(`/setbacks/${before.id}`);
  await expect(stage(page, "Learn")).toContainText("This can wait until tomorrow");
  await page.getByRole("link", { name: "Read: Learn" }).click();
  await expect(page.getByText("What you typed here before is kept.")).toBeVisible();
  await expect(page.getByText("The budget was cut.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await page.goto(`/setbacks/${id}`);
  await expect(stages(page).getByRole("heading")).toHaveText(["Feel", "Reframe"]);

  await daysPass(member, 1);
  await page.goto(`/setbacks/${before.id}/learn`);
  await page.getByRole("button", { name: "Add this reason" }).click();
  await expect(page.getByRole("region", { name: "Not sorted yet" })).toContainText("My answers ran long.");
});

test("one setback from the first hour to a tested change, over four days", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  const setbackPage = async (path: string) => {
    await page.goto("/setbacks");
    await page.getByRole("link", { name: /No, after three rounds/ }).click();
    if (path) await page.getByRole("link", { name: path }).click();
  };

  // The first day: it is written down, and that is enough.
  await page.goto("/setbacks/new");
  await page.getByLabel("What happened?").fill("No, after three rounds.");
  await page.getByLabel("deflated", { exact: true }).selectOption({ index: 9 });
  await page.getByText("More about it, if you like").click();
  await page.getByLabel("What kind of setback").selectOption("No after the final round");
  await page.getByRole("button", { name: "Save setback" }).click();
  await expect(heading(page)).toHaveText("Turned down after the final round");
  await expect(page.getByRole("main")).not.toContainText(/why|reason|lesson|learn/i);

  // The second: one thought from both sides.
  await daysPass(member, 1);
  await setbackPage("Begin: Reframe");
  await page.getByLabel("Which thought keeps coming back?").fill("I always fall apart at the end.");
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByLabel("What speaks against it").fill("Two rounds went well.");
  await page.getByLabel("A fairer thought").fill("I was tired in the third round.");
  await page.getByLabel("deflated, now").selectOption("4 of 10");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("img", { name: "Feelings before and after" })).toBeVisible();

  // The third: the conversation is looked back on, and what was mine becomes a question, a change to try and a plan.
  await daysPass(member, 1);
  await setbackPage("Sort it: Learn");
  await page.getByRole("link", { name: "look back on it" }).click();
  await page.getByLabel("What went well", { exact: true }).fill("They laughed twice.");
  await page.getByLabel("What they asked").fill("Why us?");
  await page.getByRole("button", { name: "Keep this" }).click();
  await expect(page.getByRole("region", { name: "Questions to practise from here" })).toContainText(
    "Why us?",
  );
  await expect(page.getByText("They laughed twice.").first()).toBeVisible();

  await setbackPage("Sort it: Learn");
  await page.getByLabel("Why do you think it happened?").fill("My answers ran long.");
  await page.getByRole("button", { name: "Add this reason" }).click();
  await page.getByRole("button", { name: "Mine", exact: true }).click();
  await page.getByRole("link", { name: "Ask somebody about it" }).click();
  await page.getByRole("button", { name: "Begin this letter" }).first().click();
  await page.getByRole("button", { name: "I asked", exact: true }).click();
  await expect(page.getByText("It is among your wins")).toBeVisible();

  await setbackPage("Sort it: Learn");
  await page.getByText("Something else instead").click();
  await page.getByRole("link", { name: "Try one change" }).click();
  await expect(page.getByText("You said: My answers ran long.")).toBeVisible();
  await page.getByLabel("What will you do differently?").fill("Two minutes for each answer.");
  await page.getByLabel("Applications", { exact: true }).fill("3");
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(heading(page)).toHaveText("Two minutes for each answer.");
  const experiment = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "They replied" }).click();
  await expect(page.getByText("1 of 3 counted, 1 of the 1 better.")).toBeVisible();

  await page.goto("/plans/new");
  await page.getByLabel("this happens:").selectOption("No after the final round");
  await page.getByLabel("then I will").fill("call my brother before I open my laptop");
  await page.getByRole("button", { name: "Keep this plan" }).click();

  // The fourth: the experiment is counted to its end, and says no more than three can tell.
  await daysPass(member, 1);
  await page.goto(experiment);
  await page.getByRole("button", { name: "Silence" }).click();
  await expect(page.getByText("2 of 3 counted, 1 of the 2 better.")).toBeVisible();
  await page.getByRole("button", { name: "They replied" }).click();
  const result = page.getByRole("table", { name: "What came of it" });
  await expect(result.getByRole("row")).toHaveText([
    /^Applications counted\s*3$/,
    /^Better: they reply\s*2$/,
    /^Share that was better\s*Too few to tell$/,
  ]);
  await page.getByRole("button", { name: "Keep it", exact: true }).click();
  await expect(page.getByText("You keep it.").first()).toBeVisible();

  // The same day it happens again, and the plan is the first thing there.
  await page.goto("/setbacks/new");
  await page.getByLabel("What happened?").fill("No again, by telephone.");
  await page.getByText("More about it, if you like").click();
  await page.getByLabel("What kind of setback").selectOption("No after the final round");
  await page.getByRole("button", { name: "Save setback" }).click();
  const planned = page.getByRole("region", { name: "You planned for this" });
  await expect(planned).toContainText("call my brother before I open my laptop");
  await planned.getByRole("button", { name: "Done" }).click();
  await expect(planned).toContainText("Done, as you planned.");
});
