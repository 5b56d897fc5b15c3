import fc from "fast-check";
import { outcomes } from "@/lib/commitments/outcomes";
import { addDays, columnOf, type Day, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { categories } from "@/lib/goals/schema";
import { freshId } from "@/lib/ids";
import { privateWords } from "@/lib/private-words";
import { setbackKinds } from "@/lib/setbacks/schema";
import { aCircle, type Member } from "../factories";

/* A history by chance, and its rows: what pictures are drawn from, and more that lies outside of them. */

const daysAgo = fc.nat(400);
/** One in six was deleted. */
const gone = fc.integer({ min: 0, max: 5 }).map((number) => number === 0);
const effort = fc.record({ daysAgo, amount: fc.integer({ min: 1, max: 9 }) });

export const history = fc.record({
  goals: fc.array(
    fc.record({
      category: fc.constantFrom(...categories),
      rhythm: fc.constantFrom("day" as const, "week" as const, "finish_line" as const),
      times: fc.integer({ min: 1, max: 3 }),
      unit: fc.constantFrom("times" as const, "minutes" as const, "people" as const),
      gone,
      efforts: fc.array(effort, { maxLength: 40 }),
      rest: fc.option(fc.record({ from: fc.nat(200), days: fc.integer({ min: 1, max: 30 }) })),
      /** What it asked for until a day that is over. */
      before: fc.option(fc.record({ daysAgo: fc.nat(300), everyDays: fc.integer({ min: 2, max: 9 }) })),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  wins: fc.array(fc.record({ daysAgo, gone }), { maxLength: 20 }),
  /** Minutes ago, so that some lie around midnight wherever that is. */
  words: fc.array(fc.record({ minutesAgo: fc.nat(400 * 1440), takenBack: gone }), { maxLength: 20 }),
  setbacks: fc.array(
    fc.record({
      kind: fc.option(fc.constantFrom(...setbackKinds), { freq: 8 }),
      daysAgo,
      gone,
      feelings: fc.array(fc.nat(10), { maxLength: 3 }),
    }),
    { maxLength: 30 },
  ),
  commitments: fc.array(
    fc.record({ daysAgo, outcome: fc.option(fc.constantFrom(...outcomes), { freq: 6 }) }),
    { maxLength: 20 },
  ),
});
type Told = typeof history extends fc.Arbitrary<infer T> ? T : never;

export type Written = Awaited<ReturnType<typeof writeHistory>>;

/** Writes it all for a member, and answers with the rows as they are, in plain words. */
export async function writeHistory(member: Member, told: Told) {
  const now = new Date();
  const today = dayIn(member.timeZone, now);
  const circle = await aCircle(member);
  const userId = member.id;
  const dayOf = (ago: number): Day => addDays(today, -ago);
  const deletedAt = (isGone: boolean) => (isGone ? now : null);
  const goals = told.goals.map(({ efforts, rest, before, gone, ...goal }, at) => ({
    ...goal,
    id: freshId(),
    title: `Goal ${at}`,
    gone,
    efforts: efforts.map(({ daysAgo, amount }) => ({ id: freshId(), day: dayOf(daysAgo), amount })),
    before: before && { until: dayOf(before.daysAgo), everyDays: before.everyDays },
    rests: rest ? [{ startedOn: dayOf(rest.from), endedOn: addDays(dayOf(rest.from), rest.days) }] : [],
  }));
  const wins = told.wins.map(({ daysAgo, gone }) => ({ id: freshId(), day: dayOf(daysAgo), gone }));
  const words = told.words.map(({ minutesAgo, takenBack }) => {
    const at = new Date(now.getTime() - minutesAgo * 60_000);
    return { id: freshId(at), at, day: dayIn(member.timeZone, at), takenBack };
  });
  const setbacks = told.setbacks.map((one) => ({ ...one, id: freshId(), day: dayOf(one.daysAgo) }));
  const commitments = told.commitments.map(({ daysAgo, outcome }) => ({
    id: freshId(),
    week: dayOf(daysAgo),
    outcome,
  }));
  const seal = privateWords(member);
  await asMember(userId, async (db) => {
    await db.goal.createMany({
      data: goals.map(({ id, title, category, rhythm, times, unit, gone }) => ({
        ...{ userId, id, title, category, rhythm, times, unit, deletedAt: deletedAt(gone) },
        createdAt: new Date(now.getTime() - 401 * 86_400_000),
      })),
    });
    await db.effort.createMany({
      data: goals.flatMap((goal) =>
        goal.efforts.map(({ id, day, amount }) => ({
          ...{ userId, id, amount, goalId: goal.id, day: columnOf(day) },
        })),
      ),
    });
    await db.pause.createMany({
      data: goals.flatMap((goal) =>
        goal.rests.map(({ startedOn, endedOn }) => ({
          ...{ userId, id: freshId(), goalId: goal.id },
          startedOn: columnOf(startedOn),
          endedOn: columnOf(endedOn),
        })),
      ),
    });
    await db.formerRhythm.createMany({
      data: goals.flatMap(({ id, before }) =>
        before
          ? {
              ...{ userId, goalId: id, until: columnOf(before.until), everyDays: before.everyDays },
              ...{ rhythm: "every_days" as const, times: 1, unit: "times" as const, usual: 1, weekdays: [] },
            }
          : [],
      ),
    });
    await db.win.createMany({
      data: wins.map(({ id, day, gone }) => ({
        ...{ userId, id, body: "I asked.", day: columnOf(day), deletedAt: deletedAt(gone) },
      })),
    });
    await db.post.createMany({
      data: words.map(({ id, at, takenBack }) => ({
        ...{ id, circleId: circle.id, authorId: userId, kind: "ask" as const, body: "Hello." },
        createdAt: at,
        takenBackAt: deletedAt(takenBack),
      })),
    });
    await db.setback.createMany({
      data: setbacks.map(({ id, kind, day, gone }) => ({
        ...{ userId, id, kind, day: columnOf(day), deletedAt: deletedAt(gone) },
        happened: seal.seal("setbacks.happened", id, "No offer."),
      })),
    });
    await db.feeling.createMany({
      data: setbacks.flatMap(({ id, feelings }) =>
        feelings.map((strength, at) => ({
          ...{ userId, setbackId: id, strength },
          word: seal.seal("feelings.word", id, `word ${at}`),
        })),
      ),
    });
    await db.commitment.createMany({
      data: commitments.map(({ id, week, outcome }) => ({
        ...{ circleId: circle.id, id, authorId: userId, words: "Two letters.", outcome },
        week: columnOf(week),
      })),
    });
  });
  return { today, goals, wins, words, setbacks, commitments };
}
