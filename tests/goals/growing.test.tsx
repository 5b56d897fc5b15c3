import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { HowSteady } from "@/components/goals/how-steady";
import { addDays, columnOf, type Day, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { changeGoal, makeSmaller } from "@/lib/goals/actions";
import { findGoal } from "@/lib/goals/queries";
import type { Rhythm } from "@/lib/goals/rules";
import { freshId } from "@/lib/ids";
import { readPictures } from "@/lib/numbers/queries";
import { strengthsOf } from "@/lib/numbers/strengths";
import { aMember, type Member } from "../factories";
import { aGoal } from "../factories-of-goals";
import { as, submit } from "../people";
import { plainStrength, type Said } from "./plain-strength";

const todayOf = (member: Member): Day => dayIn(member.timeZone, new Date());
const goalOf = async (member: Member, { id }: { id: string }) => {
  const goal = await as(member, (viewer) => findGoal(viewer, id));
  if (!goal) throw new Error("the goal is gone");
  return goal;
};

/** A goal of long ago, with effort on these days back from today. */
async function lived(
  member: Member,
  rhythm: Partial<Required<Rhythm>>,
  efforts: { back: number; amount: number }[],
) {
  const goal = await aGoal(member, { createdAt: new Date(Date.now() - 500 * 86_400_000), ...rhythm });
  const data = efforts.map(({ back, amount }) => ({
    id: freshId(),
    userId: member.id,
    goalId: goal.id,
    day: columnOf(addDays(todayOf(member), -back)),
    amount,
  }));
  await asMember(member.id, (db) => db.effort.createMany({ data }));
  return goal;
}

const weekly = Array.from({ length: 60 }, (_, at) => ({ back: 7 * at + 2, amount: 1 }));
const pictureOf = async (member: Member) => {
  const { strength, today } = await as(member, (viewer) => readPictures(viewer, 26, new Set(["strength"])));
  return strengthsOf(strength, today)[0]?.weeks.map(({ strength }) => strength);
};

describe("a goal that has grown strong", () => {
  test("is as strong once more is asked of it, and its picture of before stays", async () => {
    const juniper = await aMember();
    const goal = await lived(juniper, { rhythm: "week", times: 1 }, weekly);
    const picture = await pictureOf(juniper);
    expect(await goalOf(juniper, goal)).toMatchObject({ strength: 100 });
    const form = { goalId: goal.id, title: "Walks", category: "routine", rhythm: "day", times: 1 };
    for (let time = 0; time < 2; time++) {
      await submit(juniper, changeGoal, form);
      expect(await goalOf(juniper, goal)).toMatchObject({ strength: 100, rhythmInWords: "1 a day" });
      expect(await pictureOf(juniper)).toEqual(picture);
    }
  });

  test("is as strong once less is asked of it", async () => {
    const juniper = await aMember();
    const daily = Array.from({ length: 40 }, (_, back) => ({ back, amount: 1 }));
    const goal = await lived(juniper, { rhythm: "day", times: 2 }, daily);
    const { strength, rhythmInWords } = await goalOf(juniper, goal);
    await submit(juniper, makeSmaller, { goalId: goal.id, rhythmInWords });
    await submit(juniper, makeSmaller, { goalId: goal.id, rhythmInWords: "1 a day" });
    expect(await goalOf(juniper, goal)).toMatchObject({ strength, rhythmInWords: "4 a week" });
  });

  test("changed several times on one day has until then lived by what it was that morning", async () => {
    const juniper = await aMember();
    const goal = await lived(juniper, { rhythm: "week", times: 1 }, weekly);
    for (const rhythm of ["day", "finish_line", "week", "week"])
      await submit(juniper, changeGoal, {
        goalId: goal.id,
        title: "Walks",
        category: "routine",
        rhythm,
        times: 2,
      });
    const kept = await asMember(juniper.id, (db) => db.formerRhythm.findMany());
    expect(kept).toMatchObject([{ rhythm: "week", times: 1, until: columnOf(todayOf(juniper)) }]);
  });

  test("under another name has lived by no other rhythm", async () => {
    const juniper = await aMember();
    const goal = await lived(juniper, { rhythm: "week", times: 1 }, weekly);
    const form = { goalId: goal.id, title: "Slow walks", category: "routine", rhythm: "week", times: 1 };
    await submit(juniper, changeGoal, form);
    expect(await asMember(juniper.id, (db) => db.formerRhythm.count())).toBe(0);
  });
});

test("what a goal asked for before is nobody else's to see", async () => {
  const [juniper, wren] = [await aMember(), await aMember()];
  const { id: goalId } = await aGoal(juniper);
  await submit(juniper, changeGoal, {
    goalId,
    title: "Walks",
    category: "routine",
    rhythm: "week",
    times: 2,
  });
  expect(await asMember(juniper.id, (db) => db.formerRhythm.count())).toBe(1);
  expect(await asMember(wren.id, (db) => db.formerRhythm.count())).toBe(0);
});

/** What somebody reads in the help of a goal, and nothing else. */
function read(html: string, weekdays: number[]): Said {
  const text = html.replaceAll(/<[^>]+>/g, "");
  const number = (pattern: RegExp) => {
    const [, found = ""] = pattern.exec(text) ?? [];
    return { once: 1, one: 1 }[found] ?? Number(found);
  };
  const gap = number(/The gap is .*: ([\d.]+) just now/);
  const half = number(/so H is ([\d.]+)\./);
  const chosen = text.includes("H is 14 × √gap ÷ gap, counted in your weekdays");
  if (!chosen) expect(text).toContain("H is 14 × √gap.");
  expect(half).toBeCloseTo((14 * Math.sqrt(gap)) / (chosen ? gap : 1), 1);
  return {
    amount: number(/how many days it was worth: (\w+)/),
    days: number(/(?:is|are) worth (\w+) days?, and no day is worth more/),
    half,
    weekdays: chosen ? weekdays : [1, 2, 3, 4, 5, 6, 7],
  };
}

test.each<[string, Partial<Required<Rhythm>>]>([
  ["every day", { rhythm: "day", times: 1 }],
  ["three a day", { rhythm: "day", times: 3 }],
  ["once a week", { rhythm: "week", times: 1 }],
  ["four a week", { rhythm: "week", times: 4 }],
  ["120 minutes a week, 15 a tap", { rhythm: "week", times: 120, unit: "minutes", usual: 15 }],
  ["120 minutes a week, an hour a tap", { rhythm: "week", times: 120, unit: "minutes", usual: 60 }],
  ["120 minutes a week, all in a tap", { rhythm: "week", times: 120, unit: "minutes", usual: 120 }],
  ["every 5 days", { rhythm: "every_days", everyDays: 5, times: 1 }],
  ["on Mondays", { rhythm: "weekdays", weekdays: [1], times: 1 }],
  ["on Tuesdays, Thursdays and Sundays", { rhythm: "weekdays", weekdays: [2, 4, 7], times: 2 }],
  ["ten in all", { rhythm: "finish_line", times: 10 }],
])("whoever reckons %s by the words of its help comes to the number above them", async (_name, rhythm) => {
  const effort = fc.record({ back: fc.nat(120), amount: fc.integer({ min: 1, max: 60 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(effort, { minLength: 1, maxLength: 40 }), async (efforts) => {
      const juniper = await aMember();
      const goal = await goalOf(juniper, await lived(juniper, rhythm, efforts));
      const byDay: Record<Day, number> = {};
      for (const { back, amount } of efforts) {
        const day = addDays(todayOf(juniper), -back);
        byDay[day] = (byDay[day] ?? 0) + amount;
      }
      const said = read(renderToStaticMarkup(<HowSteady goal={goal} />), rhythm.weekdays ?? []);
      const plain = plainStrength({ efforts: byDay, rests: [] }, [{ said, until: null }], todayOf(juniper));
      // What the help says is rounded to a hundredth of a day.
      expect(Math.abs((plain.get(todayOf(juniper)) ?? 0) - goal.strength)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 6 },
  );
});
