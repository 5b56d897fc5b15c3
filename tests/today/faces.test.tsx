import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import TodayPage from "@/app/(member)/today/page";
import { addDays, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { logEffort } from "@/lib/efforts/actions";
import { freshId } from "@/lib/ids";
import { pictureNames, pictures } from "@/lib/numbers/pictures";
import { markPlannedStep } from "@/lib/planned-steps/actions";
import { listPlannedFor } from "@/lib/planned-steps/queries";
import { placeSection, showPicture, showSection } from "@/lib/today/actions";
import { findArranged } from "@/lib/today/queries";
import { daysPass } from "../days-pass";
import { aCircle, aMember, type Member } from "../factories";
import { aGoal, anEffort, aWin } from "../factories-of-goals";
import { aPost } from "../factories-of-posts";
import { aSetback } from "../factories-of-setbacks";
import { aPlannedStep } from "../factories-of-weeks";
import { as, submit, visit } from "../people";
import { statementsOf } from "../statements";

async function html(member: Member): Promise<string> {
  const answer = await visit(member, () =>
    TodayPage({ params: Promise.resolve({}), searchParams: Promise.resolve({}) }),
  );
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown);
}

/** What is in sight: without what is folded, and without markup. */
const words = (page: string) =>
  page
    .replace(/<details.*?<\/details>/gs, "")
    .replace(/<(title|desc)[^>]*>.*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

const today = (member: Member) => dayIn(member.timeZone, new Date());
const DAY = 86_400_000;
/** Makes everything of somebody's as old as that: as if they had been here before. */
const longAgo = (member: Member, days: number) =>
  asMember(member.id, (db) =>
    db.goal.updateMany({ data: { createdAt: new Date(Date.now() - days * 86_400_000) } }),
  );

describe("Today looks at who opens it", () => {
  test("somebody new is shown three gentle first steps, and none that has to be taken", async () => {
    const page = await html(await aMember());
    expect(words(page)).toContain("Three gentle first steps");
    for (const href of ["/goals/new", "/wins", "/circles/find"]) expect(page).toContain(`href="${href}"`);
    expect(words(page)).toContain("none of them has to be");
  });

  test("on the day of a setback and on the day after kindness comes first, and says nothing of why", async () => {
    const juniper = await aMember();
    await aGoal(juniper, { title: "Letters" });
    await aGoal(juniper, { title: "Calls" });
    await aSetback(juniper, {
      day: addDays(today(juniper), -1),
      kind: "final_round",
      happened: "Acme said no.",
    });
    const said = words(await html(juniper));
    expect(said.indexOf("Gently today")).toBeGreaterThan(-1);
    expect(said.indexOf("Gently today")).toBeLessThan(said.lastIndexOf("One small step"));
    expect(said).not.toMatch(/Acme|final round|setback|rejec/i);
    // One step, and not three.
    expect(said.match(/ Done /g)).toHaveLength(1);
  });

  test("a setback that was written down long ago is no reason to be asked how one is", async () => {
    const juniper = await aMember();
    await aGoal(juniper);
    await aSetback(juniper, {
      day: addDays(today(juniper), -9),
      createdAt: new Date(Date.now() - 9 * 86_400_000),
      id: "0190a000-0000-7000-8000-000000000001",
    });
    expect(words(await html(juniper))).not.toContain("Gently today");
  });

  test("somebody who comes back after weeks is greeted, asked nothing, and shown one step", async () => {
    const juniper = await aMember();
    for (const title of ["Letters", "Calls", "Walks"]) await aGoal(juniper, { title });
    await longAgo(juniper, 60);
    await aWin(juniper, "A walk.", addDays(today(juniper), -20));
    const said = words(await html(juniper));
    expect(said).toContain("Good to see you, Juniper");
    expect(said.match(/ Done /g)).toHaveLength(1);
    expect(said).not.toMatch(/missed|away|streak|behind|been \d/i);
    await aWin(juniper, "A talk.", today(juniper));
    expect(words(await html(juniper))).not.toContain("Good to see you, Juniper");
  });
});

describe("who somebody is does not hang on what is drawn:", () => {
  test("after 400 days, with goals finished and the last effort 100 days ago, they are greeted either way", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, {
      finishedAt: new Date(),
      createdAt: new Date(Date.now() - 400 * DAY),
    });
    for (const days of [100, 200, 400]) await anEffort(juniper, goal, addDays(today(juniper), -days));
    expect(words(await html(juniper))).toContain("Good to see you, Juniper");
    await submit(juniper, showPicture, { picture: "year", turned: "on" });
    expect(words(await html(juniper))).toContain("Good to see you, Juniper");
  });

  test("who only spoke in a circle, and long ago, was here", async () => {
    const juniper = await aMember();
    await aPost(juniper, await aCircle(juniper), { createdAt: new Date(Date.now() - 100 * DAY) });
    expect(words(await html(juniper))).not.toContain("Three gentle first steps");
  });

  test("who wrote a setback down four days ago, and nothing else, is not new", async () => {
    const juniper = await aMember();
    await aSetback(juniper, {
      day: addDays(today(juniper), -4),
      createdAt: new Date(Date.now() - 4 * DAY),
    });
    expect(words(await html(juniper))).not.toContain("Three gentle first steps");
  });

  test("who wrote setbacks down three days ago was not away", async () => {
    const juniper = await aMember();
    await aGoal(juniper);
    await longAgo(juniper, 60);
    for (const days of [3, 6, 9]) {
      const createdAt = new Date(Date.now() - 3 * DAY);
      await aSetback(juniper, { day: addDays(today(juniper), -days), createdAt });
    }
    expect(words(await html(juniper))).not.toContain("Good to see you, Juniper");
  });
});

describe("Today, as its member arranged it", () => {
  test("has its sections in their order, and what was put away is not there", async () => {
    const juniper = await aMember();
    await anEffort(juniper, await aGoal(juniper));
    const before = words(await html(juniper));
    expect(before.indexOf("This week")).toBeLessThan(before.indexOf("Days you showed up"));
    await submit(juniper, placeSection, { section: "days", place: "0" });
    await submit(juniper, showSection, { section: "circles", turned: "off" });
    const after = words(await html(juniper));
    expect(after.indexOf("Days you showed up")).toBeLessThan(after.indexOf("This week"));
    expect(after).not.toContain("In your circles");
  });

  test("says what is planned for today, when and where, and one press notes it done", async () => {
    const [juniper, wren] = [await aMember(), await aMember({ name: "Wren" })];
    const goal = await aGoal(juniper, { title: "Letters" });
    const [day, next] = [today(juniper), addDays(today(juniper), 1)];
    await aPlannedStep(juniper, { words: "Ring the bell", day: next });
    await aPlannedStep(juniper, { words: "Sit down" });
    const { id } = await aPlannedStep(juniper, { time: "18:00", place: "The library", goalId: goal.id });
    await aPlannedStep(juniper, { words: "Sing", deletedAt: new Date() });
    await aPlannedStep(wren, { words: "Call Alder" });
    const said = words(await html(juniper));
    // What has a time by it comes first.
    expect(said).toMatch(
      /Planned for today Write to Alder 18:00 ?\. Where: The library ?\. Letters Done Sit down Done/,
    );
    expect(said).not.toMatch(/Ring the bell|Sing|Call Alder/);
    await submit(juniper, markPlannedStep, { stepId: id, done: "yes" });
    expect(words(await html(juniper))).toMatch(
      /Write to Alder Done\. 18:00.*Not yet Count it for Letters Sit down/,
    );

    // It has its place, like every section, and can be put away.
    await submit(juniper, placeSection, { section: "planned", place: "0" });
    const first = words(await html(juniper));
    expect(first.indexOf("Planned for today")).toBeLessThan(first.lastIndexOf("One small step"));
    await submit(juniper, showSection, { section: "planned", turned: "off" });
    expect(words(await html(juniper))).not.toContain("Planned for today");
    expect(await as(juniper, (viewer) => listPlannedFor(viewer, day))).toEqual(
      (await as(juniper, findArranged)).planned,
    );
  });

  test("where nothing is planned for today, nothing is said of it", async () => {
    expect(await html(await aMember())).not.toContain("Planned for today");
  });

  test("has every picture that its member chose, each with its table, and folded what tells of setbacks", async () => {
    const juniper = await aMember();
    await anEffort(juniper, await aGoal(juniper));
    for (let at = 0; at < 12; at++)
      await aSetback(juniper, { kind: "after_interview", feelings: { low: 5 }, happened: "Acme." });
    for (const picture of pictures) await submit(juniper, showPicture, { picture, turned: "on" });
    const page = await html(juniper);
    // Of commitments there is none: a sentence says what the picture will hold.
    expect(page).toContain("Here stand the commitments");
    for (const picture of pictures.filter((name) => name !== "commitments"))
      expect(page).toContain(`<caption class="sr-only">${pictureNames[picture]}`);
    expect(page).not.toContain("<details open");
    expect(words(page)).not.toMatch(/Came to|Feelings|Acme/);
    // On a large screen these two stay folded as well.
    for (const title of ["Feelings over time", "How far applications came"]) {
      const [box = ""] =
        new RegExp(`<details class="[^"]*">(?=<summary[^>]*><span[^>]*>${title})`).exec(page) ?? [];
      expect(box).not.toBe("");
      expect(box).not.toContain("stands-open");
    }
  });

  test.each([
    ["kept with it", true],
    ["not kept yet, as it was before strengths were", false],
  ])(
    "takes at most eight statements in one transaction, with every picture there is, an interview to notice, and a goal whose strength is %s",
    async (_what, isReckoned) => {
      const juniper = await aMember();
      // Its title is what becomes smaller, so a draft of that is looked for.
      const goal = await aGoal(juniper, { rhythm: "week", times: 1 });
      const day = addDays(today(juniper), -6);
      if (isReckoned) await submit(juniper, logEffort, { id: freshId(), goalId: goal.id, day });
      else await anEffort(juniper, goal, day);
      await aSetback(juniper, { kind: "after_interview", stage: "Interview" });
      await daysPass(juniper, 3);
      await aPlannedStep(juniper);
      expect(words(await html(juniper))).toContain("You were in an interview");
      for (const picture of pictures) await submit(juniper, showPicture, { picture, turned: "on" });
      const { statements, transactions } = await statementsOf(() => html(juniper));
      expect(statements.length).toBeLessThanOrEqual(8);
      expect(transactions).toBe(1);
    },
  );
});
