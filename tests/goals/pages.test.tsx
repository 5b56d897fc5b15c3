import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import GoalPage from "@/app/(member)/goals/[goalId]/page";
import ShareProgressPage from "@/app/(member)/goals/[goalId]/share/page";
import NewGoalPage from "@/app/(member)/goals/new/page";
import GoalsPage from "@/app/(member)/goals/page";
import { addDays, dayIn, sayDay } from "@/lib/dates";
import { logEffort } from "@/lib/efforts/actions";
import { presets } from "@/lib/goals/presets";
import { goalForm } from "@/lib/goals/schema";
import { finishGoal } from "@/lib/halts/actions";
import { freshId } from "@/lib/ids";
import { declineStep } from "@/lib/wins/actions";
import { aCircle, aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aGoal, anEffort } from "../factories-of-goals";
import { aReason } from "../factories-of-learning";
import { aSetback } from "../factories-of-setbacks";
import { submit, visit } from "../people";

type Asked = Record<string, string | string[]>;

const openGoals = (member: Member | null, asked: Asked = {}) =>
  visit(member, () => GoalsPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }));
const openNew = (member: Member | null, asked: Asked = {}) =>
  visit(member, () => NewGoalPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }));
const openGoal = (member: Member | null, goalId: string) =>
  visit(member, () => GoalPage({ params: Promise.resolve({ goalId }), searchParams: Promise.resolve({}) }));
const openShare = (member: Member | null, goalId: string) =>
  visit(member, () =>
    ShareProgressPage({ params: Promise.resolve({ goalId }), searchParams: Promise.resolve({}) }),
  );

const lastWeek = { createdAt: new Date(Date.now() - 7 * 86_400_000) };

async function html(opened: ReturnType<typeof openGoals>): Promise<string> {
  const answer = await opened;
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown);
}

/** What a page, or a piece of one, says. */
const words = (page = "") => page.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("the list of goals", () => {
  test("begins with one kind thing to do", async () => {
    const page = await html(openGoals(await aMember()));
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).toContain("Nothing to keep up yet");
    expect(page).toContain('href="/goals/new"');
  });

  test("shows each goal's week, one tap for today, and undoing for what was just logged", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { title: "Letters", rhythm: "week", times: 4 });
    expect(await html(openGoals(juniper))).not.toContain(">Undo<");
    await anEffort(juniper, goal);
    const page = await html(openGoals(juniper));
    expect(page).toContain("1 of 4 this week");
    expect(page.match(/>Log effort</g)).toHaveLength(1);
    expect(page).toContain(">Undo<");
  });

  test("leads to every finished goal, page by page, and says no number that stops counting", async () => {
    const juniper = await aMember();
    const finished = new Date(Date.now() - 86_400_000);
    // Some at the same moment, as if they had been finished together.
    for (let at = 0; at < 65; at++) {
      const finishedAt = new Date(finished.getTime() - Math.floor(at / 7) * 60_000);
      await aGoal(juniper, { title: `Letter ${at};`, finishedAt });
    }
    const seen = new Set<string>();
    for (let page = 0, before: string | undefined; page === 0 || before; page++) {
      const shown = await html(openGoals(juniper, before ? { before } : {}));
      expect(shown).not.toMatch(/Finished: \d/);
      expect(/<details open=""/.test(shown)).toBe(page > 0);
      const titles = shown.match(/Letter \d+;/g) ?? [];
      for (const title of titles) expect(seen.has(title), title).toBe(false);
      for (const title of titles) seen.add(title);
      before = /\?before=([^"#]+)#finished/.exec(shown)?.[1];
    }
    expect(seen.size).toBe(65);
  });

  test("folds finished goals away and celebrates the one just finished", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { title: "Letters", finishedAt: new Date() });
    await aGoal(juniper, { title: "A walk" });
    expect(await html(openGoals(juniper))).toMatch(/<details [^>]*>.*Finished.*Letters.*<\/details>/s);
    const page = await html(openGoals(juniper, { finished: goal.id }));
    expect(page).toContain("Finished: Letters");
    expect(page).toContain("One tiny step more, only if you like: <bdi>A walk</bdi>.");
    expect(page).toContain("Rest is fine");
    expect(await submit(juniper, declineStep, { at: "goals" })).toEqual({ status: "went", to: "/goals" });
    const after = await html(openGoals(juniper, { finished: goal.id }));
    expect(after).toContain("That is enough for today.");
    expect(after).not.toMatch(/One tiny step more|Rest is fine/);
  });

  test("keeps the step that a finished goal ended with in its place once it is taken", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { title: "Letters" });
    const [walk] = [await aGoal(juniper, { title: "A walk" }), await aGoal(juniper, { title: "A call" })];
    const other = await aGoal(juniper, { title: "Reading" });
    // What was logged before plays no part in it.
    await submit(juniper, logEffort, { goalId: other.id });
    await submit(juniper, finishGoal, { goalId: goal.id });
    const notice = async () =>
      words(
        /Finished: Letters.*?Undo finishing</s.exec(
          await html(openGoals(juniper, { finished: goal.id })),
        )?.[0],
      );
    expect(await notice()).toMatch(/only if you like: A walk \. Done Rest is fine/);
    await submit(juniper, logEffort, { goalId: walk?.id });
    expect(await notice()).toMatch(
      /only if you like: A walk \. Logged for today\. Undo That is enough for today\. Undo finishing/,
    );
    expect(await notice()).not.toMatch(/A call|Rest is fine|Done/);
  });

  test("keeps the step that a grown goal ended with in its place once it is taken", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { title: "Letters", strength: 0.8, strengthOn: new Date() });
    await anEffort(juniper, goal);
    const [walk] = [await aGoal(juniper, { title: "A walk" }), await aGoal(juniper, { title: "A call" })];
    const page = async () => words(await html(openGoal(juniper, goal.id)));
    expect(await page()).toMatch(/only if you like: A walk \. Done Rest is fine/);
    await submit(juniper, logEffort, { goalId: walk?.id });
    expect(await page()).toMatch(/A walk \. Logged for today\. Undo That is enough for today\./);
    expect(await page()).not.toMatch(/A call|Rest is fine/);
  });

  test("a goal that has grown ends its notice with one tiny step, which can be declined for the day", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { title: "Letters", strength: 0.8, strengthOn: new Date() });
    await anEffort(juniper, goal);
    await aGoal(juniper, { title: "A walk" });
    const page = await html(openGoal(juniper, goal.id));
    expect(page).toContain("This one has become strong.");
    expect(page).toContain("One tiny step more, only if you like: <bdi>A walk</bdi>.");
    const declined = await submit(juniper, declineStep, { goalId: goal.id });
    expect(declined).toEqual({ status: "went", to: `/goals/${goal.id}` });
    const after = await html(openGoal(juniper, goal.id));
    expect(after).toContain("This one has become strong.");
    expect(after).not.toMatch(/One tiny step more|Rest is fine/);
  });

  test("says what was deleted only to its member, and only while it can be undone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const goal = await aGoal(juniper, { title: "Letters", deletedAt: new Date() });
    expect(await html(openGoals(juniper, { deleted: goal.id }))).toContain("Deleted: Letters");
    expect(await html(openGoals(wren, { deleted: goal.id }))).not.toContain("Letters");
    expect(await html(openGoals(juniper))).not.toContain("Letters");
  });

  test.each(["nonsense", "", "1 or 1=1"])("opens whatever the address says: %j", async (text) => {
    const juniper = await aMember();
    expect(await openGoals(juniper, { deleted: text, finished: text })).toHaveProperty("shown");
    expect(await openGoals(juniper, { deleted: [text, text], finished: [text] })).toHaveProperty("shown");
  });
});

describe("a new goal", () => {
  test.each(Object.entries(presets))("can begin with %s, by a plain link", async (name, preset) => {
    const page = await html(openNew(await aMember(), { preset: name }));
    expect(page).toContain(`value="${preset.title}"`);
    expect(goalForm.safeParse({ id: freshId(), ...preset }).success).toBe(true);
  });

  test("opens with what was typed and not sent, unless a preset is chosen", async () => {
    const juniper = await aMember();
    const values = { title: ["Half a thought"], times: ["3"], rhythm: ["day"], category: ["skills"] };
    await aDraft(juniper, "goal", values);
    expect(await html(openNew(juniper))).toContain("Half a thought");
    expect(await html(openNew(juniper, { preset: "walk" }))).not.toContain("Half a thought");
    expect(await html(openNew(juniper, { preset: "__proto__" }))).toContain("Half a thought");
  });

  test("from a reason of one's own shows it above an empty field, and gives nothing up for it", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id } = await aReason(juniper, await aSetback(juniper, lastWeek), {
      words: "I had no\nexample ready.",
      whose: "mine",
    });
    const asked = await html(openNew(juniper, { reason: id }));
    expect(asked).toContain("I had no example ready.");
    expect(asked).toMatch(/name="title"[^>]*value=""/);
    for (const [member, reason] of [
      [wren, id],
      [juniper, freshId()],
      [juniper, "nonsense"],
    ] as const)
      expect(await html(openNew(member, { reason }))).not.toContain("example ready");
    await aDraft(juniper, "goal", { title: ["Half a thought"] });
    const page = await html(openNew(juniper, { reason: id }));
    // Within the part that the link leads to.
    for (const words of ["Half a thought", "example ready", "We kept what you typed."])
      expect(page.split('id="goal"')[1]).toContain(words);
  });

  test("leaves a reason alone on the day of a setback, and is there as on any day", async () => {
    const juniper = await aMember();
    const { id } = await aReason(juniper, await aSetback(juniper), { words: "I had no example ready." });
    const page = await html(openNew(juniper, { reason: id }));
    expect(page).toContain("What would you like to keep up?");
    expect(page).not.toContain("example ready");
  });
});

describe.each([
  ["a goal's page", openGoal],
  ["sharing a goal's progress", openShare],
])("%s", (_name, open) => {
  test("is there for its member and for nobody else", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const goal = await aGoal(juniper);
    expect((await html(open(juniper, goal.id))).match(/<h1/g)).toHaveLength(1);
    expect(await open(wren, goal.id)).toEqual({ notFound: true });
    expect(await open(juniper, freshId())).toEqual({ notFound: true });
    expect(await open(juniper, "nonsense")).toEqual({ notFound: true });
    expect(await open(null, goal.id)).toHaveProperty("went");
  });
});

test("what was logged is listed by its day, the newest first, in whatever order it was logged", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper);
  const today = dayIn(juniper.timeZone, new Date());
  const days = [today, addDays(today, -2), addDays(today, -1)];
  for (const day of days) await anEffort(juniper, goal, day);
  const page = await html(openGoal(juniper, goal.id));
  const listed = [...page.matchAll(/Take out ([^"]+)"/g)].map(([, day]) => day);
  expect(listed).toEqual([0, -1, -2].map((back) => sayDay(addDays(today, back), today)));
});

describe("sharing progress", () => {
  test("shows the very words that the circle will see", async () => {
    const juniper = await aMember();
    await aCircle(juniper);
    const goal = await aGoal(juniper);
    await anEffort(juniper, goal);
    const page = await html(openShare(juniper, goal.id));
    expect(page).toContain(">Showed up on 1 of the last 7 days for: Applications, 1 a day.</textarea>");
    expect(page).toContain(">See what they will see<");
    expect(page).not.toContain(">Share<");
  });

  test("asks which circle when there are several, and chooses none by itself", async () => {
    const juniper = await aMember();
    await aCircle(juniper, [], { name: "Thursday lanterns" });
    await aCircle(juniper, [], { name: "Slow tides" });
    const page = await html(openShare(juniper, (await aGoal(juniper)).id));
    expect(page).toContain("Thursday lanterns");
    expect(page).toContain("Slow tides");
    expect(page).not.toContain("checked");
  });

  test("says what to do for whoever is in no circle", async () => {
    const juniper = await aMember();
    const page = await html(openShare(juniper, (await aGoal(juniper)).id));
    expect(page).toContain("You are in no circle yet");
    expect(page).not.toContain(">See what they will see<");
  });
});

test("a goal at its finish line is offered for finishing; one at rest goes on", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper, { rhythm: "finish_line", times: 1 });
  await anEffort(juniper, goal);
  const page = await html(openGoal(juniper, goal.id));
  expect(page).toContain("You are at the finish line");
  expect(page).toContain("You did it once, and that was you. Finish it");
});

test("a change that was typed and not sent is there again, unfolded", async () => {
  const juniper = await aMember();
  const { id } = await aGoal(juniper);
  const values = {
    goalId: [id],
    title: ["A slower walk"],
    category: ["routine"],
    rhythm: ["week"],
    times: ["2"],
  };
  await aDraft(juniper, `goal:${id}`, values);
  const page = await html(openGoal(juniper, id));
  expect(page).toContain("We kept what you typed.");
  expect(page).toContain('value="A slower walk"');
});

test("a goal shows what it would become before it is made smaller", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper, { rhythm: "day", times: 1 });
  const page = await html(openGoal(juniper, goal.id));
  expect(page).toMatch(/1 a day<\/strong> becomes <strong>4 a week/);
  expect(page).toContain("Yes, 4 a week");
});
