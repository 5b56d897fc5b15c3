import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import TodayPage from "@/app/(member)/today/page";
import WinsPage from "@/app/(member)/wins/page";
import { addDays } from "@/lib/dates";
import { logEffort } from "@/lib/efforts/actions";
import { freshId } from "@/lib/ids";
import { weekParts } from "@/lib/reminders/letters";
import { showSection } from "@/lib/today/actions";
import { checksEvening } from "@/lib/today/rules";
import { declineStep } from "@/lib/wins/actions";
import { aCircle, aMember, type Member } from "../factories";
import { aGoal, anEffort, aWin } from "../factories-of-goals";
import { aPost } from "../factories-of-posts";
import { someReminders } from "../factories-of-reminders";
import { aSetback } from "../factories-of-setbacks";
import { submit, visit } from "../people";
import { statementsOf } from "../statements";

const setClock = (instant: string) => vi.useFakeTimers({ toFake: ["Date"], now: new Date(instant) });
afterEach(() => {
  vi.useRealTimers();
});

const asked = { params: Promise.resolve({}), searchParams: Promise.resolve({}) };

async function words(member: Member, open: typeof TodayPage | typeof WinsPage = TodayPage): Promise<string> {
  const answer = await visit(member, () => open(asked));
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

const CHECK = "The evening check that you asked for";

describe("the evening check on Today", () => {
  /** A Thursday, at a moment of which it is half past six in the evening there. */
  test.each([
    ["Pacific/Apia", "2026-11-26T05:30:00Z"],
    ["Asia/Kathmandu", "2026-11-26T12:45:00Z"],
    ["America/Sao_Paulo", "2026-11-26T21:30:00Z"],
    ["America/New_York", "2026-11-26T23:30:00Z"],
  ])("is one line for who chose it, from their hour on, in %s", async (timeZone, instant) => {
    setClock(instant);
    const [juniper, wren] = [await aMember({ timeZone }), await aMember({ timeZone, name: "Wren" })];
    for (const member of [juniper, wren]) await aGoal(member, { title: "Letters" });
    await someReminders(juniper, { eveningHour: 18 });
    expect(await words(juniper)).toContain(`${CHECK}: if you did your small step, one tap there notes it.`);
    expect(await words(wren)).not.toContain(CHECK);
    await someReminders(juniper, { eveningHour: 19 });
    expect(await words(juniper)).not.toContain(CHECK);
    await someReminders(juniper, { eveningHour: 18, pausedAt: new Date() });
    expect(await words(juniper)).not.toContain(CHECK);
  });

  test("ends when what it asks for is logged, or when it is left for that day", async () => {
    setClock("2026-11-26T19:00:00Z");
    const [juniper, heron] = [await aMember({ timeZone: "UTC" }), await aMember({ timeZone: "UTC" })];
    for (const member of [juniper, heron]) await someReminders(member, { eveningHour: 18 });
    const { id: goalId } = await aGoal(juniper, { title: "Letters" });
    expect(await words(heron)).toContain(`${CHECK}: a line on what went well, if you like.`);
    // The step is on the page once, with one button.
    expect(await words(juniper)).toMatch(/one tap there notes it\. Leave it for today/);
    expect(await words(juniper)).not.toContain("Done today");
    await submit(juniper, showSection, { section: "step", turned: "off" });
    expect(await words(juniper)).toMatch(/: Letters , if you did it today\. Done today Leave it for today/);
    await submit(juniper, logEffort, { id: freshId(), goalId });
    expect(await words(juniper)).not.toContain(CHECK);

    for (const _ of [1, 2])
      expect(await submit(heron, declineStep, { at: "today" })).toEqual({ status: "went", to: "/today" });
    expect(await words(heron)).not.toContain(CHECK);
    vi.setSystemTime(new Date("2026-11-27T19:00:00Z"));
    expect(await words(heron)).toContain(CHECK);
  });

  test("names nothing else in the place of what was just noted, until that cannot be undone any more", async () => {
    setClock("2026-11-26T17:30:00Z");
    const juniper = await aMember({ timeZone: "UTC" });
    await someReminders(juniper, { eveningHour: 18 });
    const [letters, walk] = [
      await aGoal(juniper, { title: "Letters" }),
      await aGoal(juniper, { title: "A walk" }),
    ];
    await aGoal(juniper, { title: "A call" });
    await submit(juniper, showSection, { section: "step", turned: "off" });
    await submit(juniper, logEffort, { id: freshId(new Date()), goalId: letters.id });
    vi.setSystemTime(new Date("2026-11-26T18:10:00Z"));
    expect(await words(juniper)).toMatch(/: A walk , if you did it today\. Done today/);
    await submit(juniper, logEffort, { id: freshId(new Date()), goalId: walk.id });
    expect(await words(juniper)).toContain(`${CHECK}: A walk , noted for today. That is enough.`);
    expect(await words(juniper)).not.toMatch(/Done today|Leave it for today/);
    vi.setSystemTime(new Date("2026-11-26T19:15:00Z"));
    expect(await words(juniper)).toMatch(/: A call , if you did it today\. Done today/);
  });

  test("does not come before kindness", async () => {
    setClock("2026-11-26T19:00:00Z");
    const juniper = await aMember({ timeZone: "UTC" });
    await someReminders(juniper, { eveningHour: 18 });
    await aSetback(juniper);
    const said = await words(juniper);
    expect(said).toContain("Gently today");
    expect(said).not.toContain(CHECK);
  });

  test.each([
    [{ hour: 17 }, false],
    [{ hour: 18 }, true],
    [{ hour: 23 }, true],
    [{ hour: 0 }, false],
    [{ eveningHour: null }, false],
    [{ declined: true }, false],
    [{ isOpen: false }, false],
    [{ face: "kind" as const }, false],
    [{ face: "back" as const }, false],
  ])("is there or not: %j", (over, isThere) => {
    const usual = { hour: 18, eveningHour: 18, face: "usual" as const, declined: false, isOpen: true };
    expect(checksEvening({ ...usual, ...over })).toBe(isThere);
  });

  test("takes no statement more", async () => {
    setClock("2026-11-29T19:00:00Z");
    const juniper = await aMember({ timeZone: "UTC" });
    await aGoal(juniper);
    const before = await statementsOf(() => words(juniper));
    await someReminders(juniper, { eveningHour: 18, digestHour: 18 });
    expect(await statementsOf(() => words(juniper))).toEqual(before);
    expect(before.statements.length).toBeLessThanOrEqual(8);
  });
});

describe("the week behind", () => {
  const SUNDAY = "2026-11-29";

  async function aWeekOf(member: Member) {
    const goal = await aGoal(member);
    for (const back of [0, 1, 1, 6, 7]) await anEffort(member, goal, addDays(SUNDAY, -back));
    await aWin(member, "A walk.", addDays(SUNDAY, -3));
    const post = { createdAt: new Date("2026-11-25T12:00:00Z") };
    await aPost(member, await aCircle(member), post);
  }
  test.each([
    ["Sunday", "2026-11-29T19:00:00Z", "Look back on your week"],
    ["Monday", "2026-11-30T07:00:00Z", "Look back on last week"],
  ])(
    "says on %s in the digest's words what the week was, once, to who chose the digest",
    async (_day, instant, link) => {
      setClock(instant);
      const [juniper, wren] = [await aMember({ timeZone: "UTC" }), await aMember({ timeZone: "UTC" })];
      for (const member of [juniper, wren]) await aWeekOf(member);
      await someReminders(juniper, { digestHour: 18 });
      const digest = String(weekParts({ efforts: 4, wins: 1, days: 5 })[0]);
      expect(digest).toContain("effort noted 4 times, one win written down; you showed up on 5 days.");
      const said = await words(juniper);
      expect(said.split(`${digest} ${link}`)).toHaveLength(2);
      expect(await words(wren)).toContain(link);
      expect(await words(wren)).not.toContain("in numbers");
      // Among the wins there are ways to look back every day, and no second one.
      expect((await words(juniper, WinsPage)).split("Look back on")).toHaveLength(2);
    },
  );

  test("says of a week without anything that it is fine, as the digest does", async () => {
    setClock("2026-11-29T19:00:00Z");
    const juniper = await aMember({ timeZone: "UTC" });
    await someReminders(juniper, { digestHour: 18 });
    expect(await words(juniper)).toContain(String(weekParts({ efforts: 0, wins: 0, days: 0 })[0]));
  });

  test("is not there on other days", async () => {
    setClock("2026-11-28T19:00:00Z");
    const juniper = await aMember({ timeZone: "UTC" });
    await someReminders(juniper, { digestHour: 18 });
    expect(await words(juniper)).not.toMatch(/Look back on|in numbers|digest/);
  });
});
