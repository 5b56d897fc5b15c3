import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dayIn, weekOf } from "@/lib/dates";
import { logEffort, undoEffort } from "@/lib/efforts/actions";
import { findGoal } from "@/lib/goals/queries";
import { DAYS_BACK } from "@/lib/goals/rules";
import { freshId } from "@/lib/ids";
import { bringWinBack, deleteWin, writeWin } from "@/lib/wins/actions";
import { aMember } from "../factories";
import { aGoal } from "../factories-of-goals";
import { as, submit } from "../people";
import { countShowedUp } from "../showed-up";

/* Nothing is counted ahead of time, so every number is what counting again by hand would say. */

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant("log"), goal: fc.nat(1), daysAgo: fc.nat(DAYS_BACK) }),
  },
  fc.record({ does: fc.constant("log once more"), which: fc.nat(20) }),
  fc.record({ does: fc.constant("undo"), which: fc.nat(20) }),
  fc.record({ does: fc.constant("win"), daysAgo: fc.nat(DAYS_BACK) }),
  fc.record({ does: fc.constantFrom("delete win", "bring win back"), which: fc.nat(20) }),
);

test.each(["Pacific/Apia", "Asia/Kathmandu", "America/New_York"])(
  `goals and Today count what is there, in %s (SEED=${seed})`,
  async (timeZone) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const juniper = await aMember({ timeZone });
        const goals = [await aGoal(juniper), await aGoal(juniper, { rhythm: "finish_line", times: 9 })];
        const today = dayIn(timeZone, new Date());
        const efforts: { id: string; goalId: string; day: string }[] = [];
        const wins: { id: string; day: string; there: boolean }[] = [];
        for (const one of steps) {
          const day = addDays(today, -("daysAgo" in one ? one.daysAgo : 0));
          const effort = "which" in one ? efforts[one.which % Math.max(1, efforts.length)] : undefined;
          const win = "which" in one ? wins[one.which % Math.max(1, wins.length)] : undefined;
          if (one.does === "log" && "goal" in one) {
            const made = { id: freshId(), goalId: goals[one.goal]?.id ?? "", day };
            await submit(juniper, logEffort, made);
            efforts.push(made);
          } else if (one.does === "log once more" && effort) {
            await submit(juniper, logEffort, effort);
          } else if (one.does === "undo" && effort) {
            await submit(juniper, undoEffort, { effortId: effort.id });
            efforts.splice(efforts.indexOf(effort), 1);
          } else if (one.does === "win") {
            const made = { id: freshId(), day, there: true };
            await submit(juniper, writeWin, { id: made.id, day, body: "Asked for feedback." });
            wins.push(made);
          } else if (one.does === "delete win" && win) {
            await submit(juniper, deleteWin, { winId: win.id });
            win.there = false;
          } else if (one.does === "bring win back" && win) {
            await submit(juniper, bringWinBack, { winId: win.id });
            win.there = true;
          }
        }

        const seen = await as(juniper, async (viewer) => ({
          goals: await Promise.all(goals.map(({ id }) => findGoal(viewer, id))),
          showedUp: await countShowedUp(viewer),
        }));
        for (const [at, goal] of goals.entries()) {
          const mine = efforts.filter(({ goalId }) => goalId === goal.id);
          expect(seen.goals[at]?.log).toHaveLength(mine.length);
          const week = weekOf(today).map((day) => mine.some((effort) => effort.day === day));
          expect(seen.goals[at]?.dots.map(({ state }) => state === "filled")).toEqual(week);
        }
        const byDay = new Map<string, number>();
        for (const { day } of [...efforts, ...wins.filter(({ there }) => there)])
          byDay.set(day, (byDay.get(day) ?? 0) + 1);
        expect(seen.showedUp).toEqual(byDay);
      }),
      { numRuns: 8, seed },
    );
  },
  60_000,
);
