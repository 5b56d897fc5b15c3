import { expect, test } from "vitest";
import { answersOf, sayAnswers, sayShowedUp, showedUp, weeksOf } from "@/lib/circle-health/rules";

const now = new Date("2026-11-26T12:00:00Z"); // a Thursday
const weeks = weeksOf({ meetingDay: 4, timeZone: "Europe/Berlin" }, now);

test("eight weeks are looked at, each from meeting to meeting, and the last goes on", () => {
  expect(weeks).toHaveLength(8);
  expect(weeks[0]?.first).toBe("2026-10-08");
  expect(weeks.at(-1)).toEqual({ first: "2026-11-26", last: "2026-12-02" });
});

const stay = (userId: string, more: { from?: string; until?: string; pausedOn?: string } = {}) => ({
  userId,
  from: "2026-01-01",
  until: null,
  pausedOn: null,
  ...more,
});

test.each([
  ["somebody who is there and says nothing", stay("a"), [], "0/1 0/1"],
  ["somebody who speaks twice in a week", stay("a"), ["2026-11-19", "2026-11-25"], "1/1 0/1"],
  ["somebody who came this week", stay("a", { from: "2026-11-27" }), [], "0/0 0/1"],
  ["somebody who left in the week before", stay("a", { until: "2026-11-20" }), [], "0/0 0/0"],
  ["somebody who left after a word", stay("a", { until: "2026-11-20" }), ["2026-11-19"], "1/1 0/0"],
  ["somebody who takes a break", stay("a", { pausedOn: "2026-11-21" }), [], "0/0 0/0"],
  ["somebody who speaks in their break", stay("a", { pausedOn: "2026-11-01" }), ["2026-11-26"], "0/0 1/1"],
])("%s is counted so", (_who, one, days, said) => {
  const seen = showedUp(
    weeks.slice(-2),
    [one],
    days.map((day) => ({ userId: "a", day })),
  );
  expect(seen.map(({ heard, there }) => `${heard}/${there}`).join(" ")).toBe(said);
});

const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const post = (hours: number, answered?: number) => ({
  createdAt: ago(hours),
  answeredAt: answered === undefined ? null : ago(answered),
});

test("a post is a case once it was answered or is a day old", () => {
  expect(answersOf([post(30, 29), post(30, 6), post(30, 5), post(24), post(23), post(2, 1)], now)).toEqual({
    inTime: 3,
    later: 1,
    notYet: 1,
  });
});

test("a share is said from ten cases on, and fewer are too few to tell", () => {
  const answers = (inTime: number) => sayAnswers({ inTime, later: 1, notYet: 1 });
  expect(answers(7)).toBe("9 posts in eight weeks: too few to tell.");
  expect(answers(8)).toBe("8 of 10 posts were answered within a day.");
  expect(sayAnswers({ inTime: 0, later: 0, notYet: 0 })).toBe(
    "No post here is a day old yet, or was answered: too few to tell.",
  );
});

test("what is said of the weeks names nobody, and the week that goes on is not held against anybody", () => {
  const seen = (counts: [number, number][]) =>
    sayShowedUp(
      counts.map(([heard, there]) => ({ week: { first: "2026-11-26", last: "2026-12-02" }, heard, there })),
    );
  expect(
    seen([
      [1, 4],
      [4, 5],
    ]),
  ).toBe("So far: too few to tell.");
  expect(
    seen([
      [2, 4],
      [4, 5],
      [3, 5],
    ]),
  ).toBe("3 of 5 were heard this week so far. In the weeks before it was 2 to 4.");
  expect(
    seen([
      [4, 4],
      [4, 5],
      [0, 5],
    ]),
  ).toBe("This week has only begun. In the weeks before it was 4.");
});
