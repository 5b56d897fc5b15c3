import fc from "fast-check";
import { expect, test } from "vitest";
import { asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";

/* Who is whose buddy, as Postgres pairs them up (prisma/policies/buddy.sql). */

type Pair = { person: string; buddy: string };

/** @param apart pairs of places in the row of people. */
async function pairUp(people: string[], month: number, apart: [number, number][] = []): Promise<Pair[]> {
  const ones = apart.map(([one]) => people[one]);
  const others = apart.map(([, other]) => people[other]);
  return asSystem(async (db) => {
    // The function is the owner's and the system's; what it is given are ids alone.
    return db.$queryRaw<Pair[]>`
      select person, buddy from app.pair_up(${people}::uuid[], ${month}::int, ${ones}::uuid[], ${others}::uuid[])`;
  });
}

const some = (count: number) => Array.from({ length: count }, () => freshId());
const keyOf = ({ person, buddy }: Pair) => [person, buddy].sort().join(" ");

test.each([2, 3, 4, 5, 6, 7, 8])(
  "%i people: each has one buddy, or with an odd number two have two of them, and over the months everybody is paired with everybody",
  async (count) => {
    const people = some(count);
    const months = count - 1 + (count % 2);
    const met = new Set<string>();
    for (let month = 24_311; month < 24_311 + months; month++) {
      const pairs = await pairUp(people, month);
      const found = people.map((one) => pairs.filter(({ person }) => person === one).length);
      expect([...found].sort()).toEqual(
        count % 2 === 0 ? found.map(() => 1) : [...Array(count - 1).fill(1), 2],
      );
      // Mutual, and nobody is their own.
      for (const { person, buddy } of pairs) {
        expect(person).not.toBe(buddy);
        expect(pairs).toContainEqual({ person: buddy, buddy: person });
      }
      for (const pair of pairs) met.add(keyOf(pair));
    }
    expect(met.size).toBe((count * (count - 1)) / 2);
  },
);

test("one alone has no buddy, and nobody none", async () => {
  expect(await pairUp(some(1), 24_311)).toEqual([]);
  expect(await pairUp([], 24_311)).toEqual([]);
});

test("the same people in the same month are paired the same", async () => {
  const people = some(7);
  expect(await pairUp(people, 24_311)).toEqual(await pairUp(people, 24_311));
});

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

test(`whoever is kept apart is never paired, and nobody is alone who could have a buddy (SEED=${seed})`, async () => {
  const world = fc.integer({ min: 2, max: 8 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      month: fc.integer({ min: 24_000, max: 25_000 }),
      apart: fc.array(
        fc
          .tuple(fc.integer({ min: 0, max: count - 1 }), fc.integer({ min: 0, max: count - 1 }))
          .filter(([one, other]) => one !== other),
        { maxLength: 20 },
      ),
    }),
  );
  await fc.assert(
    fc.asyncProperty(world, async ({ count, month, apart }) => {
      const people = some(count);
      const pairs = await pairUp(people, month, apart);
      const isApart = (one: string, other: string) =>
        apart.some(
          ([a, b]) =>
            keyOf({ person: one, buddy: other }) ===
            keyOf({ person: people[a] ?? "", buddy: people[b] ?? "" }),
        );
      for (const { person, buddy } of pairs) {
        expect(person).not.toBe(buddy);
        expect(isApart(person, buddy)).toBe(false);
        expect(pairs).toContainEqual({ person: buddy, buddy: person });
      }
      for (const one of people) {
        const could = people.some((other) => other !== one && !isApart(one, other));
        expect(pairs.some(({ person }) => person === one)).toBe(could);
      }
    }),
    { seed, numRuns: 150 },
  );
}, 60_000);
