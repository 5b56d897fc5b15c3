import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import EntriesPage from "@/app/(member)/numbers/entries/page";
import NumbersPage from "@/app/(member)/numbers/page";
import { addDays, dayIn } from "@/lib/dates";
import { freshId } from "@/lib/ids";
import { aMember, type Member } from "../factories";
import { aGoal, anEffort, aWin } from "../factories-of-goals";
import { visit } from "../people";

const today = () => dayIn("Europe/Berlin", new Date());

async function html(member: Member, page: () => Promise<React.ReactNode>): Promise<string> {
  const answer = await visit(member, page);
  if (!("shown" in answer)) throw new Error(JSON.stringify(answer));
  return renderToStaticMarkup(createElement("div", null, answer.shown));
}

const entries = (asked: Record<string, string>) => () =>
  EntriesPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) });
const numbers =
  (asked: Record<string, string> = {}) =>
  () =>
    NumbersPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) });

describe("what a figure was counted from", () => {
  test("says which goal it is about", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { title: "Letters" });
    await anEffort(juniper, goal);
    const page = await html(juniper, entries({ what: "effort", goal: goal.id }));
    expect(page).toContain("Effort on “Letters”.");
  });

  test("is not there for a goal that is not, was deleted, or is somebody else's", async () => {
    const [juniper, wren] = [await aMember(), await aMember({ name: "Wren" })];
    const gone = await aGoal(juniper, { deletedAt: new Date() });
    const theirs = await aGoal(wren);
    for (const goal of [freshId(), gone.id, theirs.id])
      expect(await visit(juniper, entries({ what: "effort", goal }))).not.toHaveProperty("shown");
  });
});

describe("your numbers", () => {
  test("are a kind word with one thing to do for somebody of whom nothing is counted", async () => {
    const page = await html(await aMember(), numbers());
    expect(page).toContain("Here it gathers, by itself");
    expect(page).toContain("Add a goal");
    expect(page).not.toContain("<svg role=");
    expect(page).not.toMatch(/In a year|0 days/);
  });

  test("say the effort of this week by itself, and of a year what it was for", async () => {
    const juniper = await aMember();
    await anEffort(juniper, await aGoal(juniper));
    const reading = await aGoal(juniper, { title: "Reading", unit: "minutes", times: 25, usual: 25 });
    for (const back of [0, 1]) await anEffort(juniper, reading, addDays(today(), -back), new Date(), 25);
    const said = (await html(juniper, numbers())).replaceAll(/<[^>]+>/g, "");
    expect(said).toMatch(/What you did this weekEffort this week \dWhat you did in a yearEffort in the last/);
    expect(said).toContain("Reading Applicationstwice, 50 minutes");
  });

  test("leave out what there is nothing of, and say in a sentence what a picture will hold", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { title: "Letters", category: "applications" });
    for (let back = 0; back < 6; back++) await anEffort(juniper, goal, addDays(today(), -back));
    const page = await html(juniper, numbers({ feelings: "1" }));
    const said = page.replaceAll(/<[^>]+>/g, "");
    expect(said).toContain("In the last 7 days 6 of 7 days");
    expect(said).toContain("Letters Applications6");
    expect(said).not.toMatch(/Wins you wrote|For people|of 7 days:/);
    expect(said).toContain("Here stand the commitments");
    expect(said).toContain("Here stand the feelings");
    expect(page.match(/<svg role="img"/g)).toHaveLength(3);
    await aWin(juniper, "A walk.", today());
    expect(await html(juniper, numbers())).toContain("Wins you wrote");
  });
});
