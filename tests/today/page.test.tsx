import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import TodayPage from "@/app/(member)/today/page";
import { addDays, columnOf, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { logEffort } from "@/lib/efforts/actions";
import { leaveForAnotherDay, putBackToday } from "@/lib/goals/actions";
import { freshId } from "@/lib/ids";
import { privateWords } from "@/lib/private-words";
import { aCircle, aMember, leave, type Member } from "../factories";
import { aGoal, anEffort, aWin } from "../factories-of-goals";
import { aPost } from "../factories-of-posts";
import { aSetback } from "../factories-of-setbacks";
import { submit, visit } from "../people";
import { statementsOf } from "../statements";

const open = (searchParams: Record<string, string> = {}) =>
  TodayPage({ params: Promise.resolve({}), searchParams: Promise.resolve(searchParams) });

async function html(member: Member, searchParams: Record<string, string> = {}): Promise<string> {
  const answer = await visit(member, () => open(searchParams));
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown);
}

/** What the page says, without its markup and without what is folded away. */
const words = (page: string) =>
  page
    .replace(/<details.*?<\/details>/gs, "")
    .replace(/<(title|desc)[^>]*>.*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

describe("Today", () => {
  test("greets by name, says the day and how steadily one showed up, under one heading", async () => {
    const juniper = await aMember();
    const today = dayIn(juniper.timeZone, new Date());
    for (const back of [0, 1, 3, 6, 7]) await aWin(juniper, "A walk.", addDays(today, -back));
    const page = await html(juniper);
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).toMatch(/(Hello|Good \w+), <bdi>Juniper<\/bdi>/);
    expect(words(page)).toContain("You showed up on 4 of the last 7 days.");
  });

  test("draws the days once, folded for the phone", async () => {
    const juniper = await aMember();
    await aWin(juniper, "A walk.");
    const page = await html(juniper);
    expect(page.match(/<svg role="img"/g)).toHaveLength(1);
    expect(/<details class="[^"]*"[^>]*>.*?<svg role="img"/s.exec(page)?.[0]).toContain(
      "The last twelve weeks",
    );
  });

  test("tells somebody who came back in time that their account stays", async () => {
    const juniper = await aMember();
    expect(await html(juniper, { stays: "1" })).toContain("Your account stays");
    expect(await html(juniper)).not.toContain("Your account stays");
  });

  test("counts no empty days at somebody who has just begun", async () => {
    const juniper = await aMember();
    expect(await html(juniper)).not.toMatch(/\b0 (of|days)/);
    await aWin(juniper);
    expect(await html(juniper)).toContain("Last 12 weeks: 1 day.");
  });

  test("shows one small step and at most two more, and the week of every goal", async () => {
    const juniper = await aMember();
    for (const title of ["Letters", "Calls", "Walks", "Songs"]) await aGoal(juniper, { title });
    const page = await html(juniper);
    expect(page.match(/>Done</g)).toHaveLength(3);
    expect(page.match(/>Not today</g)).toHaveLength(1);
    expect(page.match(/>Log</g)).toHaveLength(4);
  });

  test("says that it is enough when it is, and offers one thing that can be declined", async () => {
    const juniper = await aMember();
    await anEffort(juniper, await aGoal(juniper));
    const said = words(await html(juniper));
    expect(said).toContain("That is enough for today");
    expect(said).toContain("If you like");
    expect(said).not.toContain("Not today");
  });

  test("keeps what was just logged in its place, with a way to undo it, and the next one below", async () => {
    const juniper = await aMember();
    const first = await aGoal(juniper, { title: "Letters" });
    await aGoal(juniper, { title: "Calls" });
    await submit(juniper, logEffort, { goalId: first.id });
    const said = words(await html(juniper));
    expect(said).toMatch(/Letters 1 a day.*Logged for today\. Undo Calls 1 a day Done/);
    expect(said).not.toMatch(/Done.*Done/);
  });

  test("says what was done when a step is left for another day, and put back", async () => {
    const juniper = await aMember();
    const { id: goalId } = await aGoal(juniper);
    expect(await submit(juniper, leaveForAnotherDay, { goalId })).toMatchObject({
      message: "Left for another day.",
    });
    expect(await submit(juniper, putBackToday, { goalId })).toMatchObject({
      message: "It is back among today's steps.",
    });
  });

  test("shows somebody new the gentle first steps before their e-mail is asked about", async () => {
    const said = words(await html(await aMember({ verified: false })));
    expect(said.indexOf("Three gentle first steps")).toBeGreaterThan(-1);
    expect(said.indexOf("Three gentle first steps")).toBeLessThan(said.indexOf("Please confirm your e-mail"));
  });

  test("moves on when a step is left for another day, which can be taken back", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { title: "Letters" });
    await submit(juniper, leaveForAnotherDay, { goalId: goal.id });
    const said = words(await html(juniper));
    expect(said).toContain("Left for another day: Letters");
    expect(said).toContain("Put it back");
  });

  test("shows the newest of others in one's circles, and nothing of circles one has left", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    const circle = await aCircle(heron, [juniper]);
    await aPost(heron, circle, { body: "They went with someone internal." });
    expect(words(await html(juniper))).toMatch(
      /Heron in Thursday lanterns , .* They went with someone internal\. Would like you to listen With you Reply/,
    );
    await leave(juniper, circle);
    const page = await html(juniper);
    expect(page).not.toContain("They went with someone internal.");
    expect(words(page)).toContain("A few people who get it");
  });

  test("keeps setbacks folded away: nothing of a rejection is in sight", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    await aSetback(juniper, { happened: "Rejected by Acme after the final round.", kind: "final_round" });
    await aSetback(wren, { happened: "Silence from Globex." });
    const page = await html(juniper);
    expect(page).toContain("Setbacks: 1 resting");
    expect(page).not.toContain("<details open");
    expect(words(page)).not.toMatch(/Acme|final round|Reject|setback/i);
    expect(page).not.toContain("Globex");
  });

  test("asks whoever is signed out to sign in", async () => {
    expect(await visit(null, () => open())).toEqual({ went: "/sign-in?next=%2Ftoday" });
  });

  test("asks to confirm the e-mail address until that is done", async () => {
    expect(await html(await aMember({ verified: false }))).toContain("confirm your e-mail");
    expect(await html(await aMember())).not.toContain("confirm your e-mail");
  });

  test("takes at most eight statements in one transaction, the same for one row or two hundred", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    const circle = await aCircle(juniper, [heron]);
    await anEffort(juniper, await aGoal(juniper));
    await aPost(heron, circle);
    await aSetback(juniper);
    const few = await statementsOf(() => html(juniper));
    expect(few.statements.length).toBeLessThanOrEqual(8);
    expect(few.transactions).toBe(1);

    const day = columnOf(dayIn(juniper.timeZone, new Date()));
    const many = Array.from({ length: 200 }, () => freshId());
    await asMember(juniper.id, async (db) => {
      const goals = many.map((id) => ({
        id,
        userId: juniper.id,
        title: id,
        category: "people" as const,
        rhythm: "day" as const,
        times: 3,
      }));
      await db.goal.createMany({ data: goals });
      await db.effort.createMany({
        data: many.map((goalId) => ({ id: freshId(), userId: juniper.id, goalId, day })),
      });
      await db.setback.createMany({
        data: many.map((id) => ({
          id,
          userId: juniper.id,
          happened: privateWords(juniper).seal("setbacks.happened", id, "No."),
          day,
        })),
      });
    });
    await asMember(heron.id, (db) =>
      db.post.createMany({
        data: many.map((id) => ({
          id,
          circleId: circle.id,
          authorId: heron.id,
          kind: "ask" as const,
          body: "Hello.",
        })),
      }),
    );
    expect(await statementsOf(() => html(juniper))).toEqual(few);
  });
});
