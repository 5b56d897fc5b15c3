import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import StepPage from "@/app/(member)/week/[stepId]/page";
import WeekPage from "@/app/(member)/week/page";
import { addDays, dayIn, mondayOf } from "@/lib/dates";
import { findWeek, listPlannedFor } from "@/lib/planned-steps/queries";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aGoal } from "../factories-of-goals";
import { aPlannedStep } from "../factories-of-weeks";
import { as, visit } from "../people";
import { statementsOf } from "../statements";

type Asked = Record<string, string | string[]>;

const open = (member: Member | null, asked: Asked = {}) =>
  visit(member, () => WeekPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }));
const openStep = (member: Member | null, stepId: string) =>
  visit(member, () => StepPage({ params: Promise.resolve({ stepId }), searchParams: Promise.resolve({}) }));

async function html(opened: ReturnType<typeof open>): Promise<string> {
  const answer = await opened;
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown);
}
const todayOf = (member: Member) => dayIn(member.timeZone, new Date());

describe("the page of a week", () => {
  test("says one kind sentence where nothing is planned, and offers one small thing", async () => {
    const page = await html(open(await aMember()));
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).toContain("A week with room in it");
    expect(page).toContain("Plan ten minutes");
    expect(page).not.toContain("Copy the week before");
  });

  test("has seven days, Monday first, and says nothing of what stayed open before", async () => {
    const juniper = await aMember();
    const monday = mondayOf(todayOf(juniper));
    await aPlannedStep(juniper, { words: "Ring the bell", day: addDays(monday, -1) });
    await aPlannedStep(juniper, { words: "Call Alder", place: "The bench", day: addDays(monday, 6) });
    const page = await html(open(juniper));
    const days = [...page.matchAll(/data-day="([\d-]+)"/g)].map(([, day]) => day);
    expect(days).toEqual(Array.from({ length: 7 }, (_, index) => addDays(monday, index)));
    expect(page).toContain("Call Alder");
    expect(page).toContain("The bench");
    expect(page).toContain("Take along what is open");
    expect(page).not.toContain("Ring the bell");
    expect(page).not.toMatch(/missed|failed|late|overdue|behind/i);
  });

  test("takes nothing into a week that is over, and asks for nothing there", async () => {
    const juniper = await aMember();
    const before = addDays(mondayOf(todayOf(juniper)), -7);
    await aPlannedStep(juniper, { day: before });
    await aPlannedStep(juniper, { day: addDays(before, -7) });
    const page = await html(open(juniper, { of: before }));
    expect(page).toContain("Last week");
    for (const words of ["Take along", "Copy the week", "Plan something", 'name="words"'])
      expect(page).not.toContain(words);
    expect(await html(open(juniper, { of: "2020-01-01" }))).toContain("A week does not need a plan.");
  });

  test("opens its form with what was typed before", async () => {
    const juniper = await aMember();
    await aDraft(juniper, "week-step", { words: ["Call Al"] });
    const page = await html(open(juniper));
    expect(page).toContain('value="Call Al"');
    expect(page).toContain("We kept what you typed.");
  });

  test("opens it for the day that was asked for, also with what was typed before", async () => {
    const juniper = await aMember();
    const sunday = addDays(mondayOf(todayOf(juniper)), 6);
    await aDraft(juniper, "week-step", { words: ["Call Al"], day: ["2026-01-05"] });
    const page = await html(open(juniper, { of: sunday, day: sunday }));
    expect(page).toContain(`name="day" value="${sunday}"`);
    expect(page).toContain('value="Call Al"');
  });

  test.each(["nonsense", "2026-02-30", "0000-00-00", "9999-99-99", ""])(
    "opens whatever the address says: %j",
    async (text) => {
      const juniper = await aMember();
      for (const asked of [
        { of: text, day: text, deleted: text },
        { of: [text, text], day: [text], deleted: [text] },
      ])
        expect(await html(open(juniper, asked))).toContain("Your week");
    },
  );

  test("is read in three statements at most, however much is in it, and a day of it in one", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    for (let count = 0; count < 12; count++)
      await aPlannedStep(juniper, { goalId: goal.id, doneAt: new Date() });
    const week = await as(juniper, (viewer) => statementsOf(() => findWeek(viewer)));
    expect(week.statements).toHaveLength(3);
    const day = await as(juniper, (viewer) => statementsOf(() => listPlannedFor(viewer, viewer.today)));
    expect(day.statements).toHaveLength(1);
  });
});

test("the page of a step shows all of it to its member, and is not there for anybody else", async () => {
  const [juniper, wren] = [await aMember(), await aMember()];
  const { id } = await aPlannedStep(juniper, { time: "18:00", minutes: 25, place: "The library" });
  const page = await html(openStep(juniper, id));
  for (const words of ["Write to Alder", "The library", "18:00, 25 minutes"]) expect(page).toContain(words);
  expect(await openStep(wren, id)).not.toHaveProperty("shown");
  expect(await openStep(null, id)).toHaveProperty("went");
});
