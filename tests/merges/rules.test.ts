import fc from "fast-check";
import { expect, test } from "vitest";
import { pairUp, type SmallCircle } from "@/lib/merges/rules";

const now = new Date("2026-11-26T12:00:00Z");
const NOBODY = { people: [], circles: [] };

const small = (id: string, of: Partial<SmallCircle> = {}): SmallCircle => ({
  id,
  language: "English",
  timeZone: "Europe/Berlin",
  createdAt: new Date("2026-01-01"),
  fewSince: new Date("2026-11-01"),
  people: [`${id}1`, `${id}2`],
  removed: [],
  ...of,
});

const many = (id: string, count: number) => Array.from({ length: count }, (_, at) => `${id}${at + 1}`);

test.each<[string, [Partial<SmallCircle>, Partial<SmallCircle>], boolean]>([
  ["of one language and one place", [{}, {}], true],
  ["of one language, written twice", [{ language: " english" }, {}], true],
  ["of one language, named in two", [{ language: "German" }, { language: "Deutsch" }], true],
  ["of two languages", [{ language: "Deutsch" }, {}], false],
  ["an hour apart", [{ timeZone: "Europe/London" }, {}], true],
  ["six hours apart", [{ timeZone: "America/New_York" }, {}], false],
  [
    "with the same clock on both sides of the date line",
    [{ timeZone: "Pacific/Pago_Pago" }, { timeZone: "Pacific/Tongatapu" }],
    true,
  ],
  ["eight together", [{ people: many("a", 4) }, { people: many("b", 4) }], true],
  ["nine together", [{ people: many("a", 5) }, { people: many("b", 4) }], false],
  ["with somebody in both", [{ people: ["a1", "b1"] }, {}], false],
  ["whose own was asked to leave the one that stays", [{ people: many("a", 3), removed: ["b2"] }, {}], false],
  [
    "of which the one that comes asked somebody to leave who sits in the other",
    [{ people: many("a", 3) }, { removed: ["a2"] }],
    false,
  ],
])("two small circles %s", (_what, [one, other], fits) => {
  expect(pairUp([small("a", one), small("b", other)], NOBODY, now)).toHaveLength(fits ? 1 : 0);
});

test("the larger stays, and of two as large the older", () => {
  expect(pairUp([small("a"), small("b", { people: many("b", 3) })], NOBODY, now)).toEqual([
    { circleId: "b", joiningId: "a" },
  ]);
  expect(pairUp([small("a"), small("b", { createdAt: new Date("2025-01-01") })], NOBODY, now)).toEqual([
    { circleId: "b", joiningId: "a" },
  ]);
});

test("whoever has waited longest comes first, and gets the nearest", () => {
  const circles = [
    small("a", { timeZone: "Europe/London" }),
    small("b"),
    small("c", { fewSince: new Date("2026-10-01") }),
  ];
  expect(pairUp(circles, NOBODY, now).map(({ circleId, joiningId }) => [circleId, joiningId].sort())).toEqual(
    [["b", "c"]],
  );
});

test("whoever does not want to meet somebody is not asked to, and the same two are not asked again", () => {
  const two = [small("a"), small("b")];
  expect(pairUp(two, { people: [["a1", "b2"]], circles: [] }, now)).toEqual([]);
  expect(pairUp(two, { people: [["b2", "a1"]], circles: [] }, now)).toEqual([]);
  expect(pairUp(two, { people: [], circles: [["b", "a"]] }, now)).toEqual([]);
});

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

test(`whatever circles there are, no pair breaks a rule, and none that could be one is left beside another (SEED=${seed})`, () => {
  const person = fc.constantFrom(...many("p", 30));
  const circle = fc.record({
    language: fc.constantFrom("English", "Deutsch"),
    timeZone: fc.constantFrom("Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tokyo"),
    createdAt: fc.date({ min: new Date("2025-01-01"), max: now, noInvalidDate: true }),
    fewSince: fc.date({ min: new Date("2026-01-01"), max: now, noInvalidDate: true }),
    people: fc.uniqueArray(person, { minLength: 1, maxLength: 6 }),
    removed: fc.uniqueArray(person, { maxLength: 2 }),
  });
  fc.assert(
    fc.property(
      fc.array(circle, { maxLength: 12 }),
      fc.array(fc.tuple(person, person), { maxLength: 8 }),
      (rows, people) => {
        const circles = rows.map((row, at) => ({ ...row, id: `c${at}` }));
        const pairs = pairUp(circles, { people, circles: [] }, now);
        const paired = pairs.flatMap(({ circleId, joiningId }) => [circleId, joiningId]);
        expect(new Set(paired).size).toBe(paired.length);
        for (const { circleId, joiningId } of pairs) {
          const [stays, joins] = [circleId, joiningId].map((id) => circles.find((one) => one.id === id));
          if (!stays || !joins) throw new Error("It was among them.");
          expect(stays.language).toBe(joins.language);
          const all = [...stays.people, ...joins.people];
          expect(all.length).toBeLessThanOrEqual(8);
          expect(new Set(all).size).toBe(all.length);
          expect(stays.people.length).toBeGreaterThanOrEqual(joins.people.length);
          for (const one of stays.people) expect(joins.removed).not.toContain(one);
          for (const one of joins.people) {
            expect(stays.removed).not.toContain(one);
            for (const other of stays.people)
              expect(people.some((pair) => pair.includes(one) && pair.includes(other) && one !== other)).toBe(
                false,
              );
          }
        }
        const left = circles.filter(({ id }) => !paired.includes(id));
        for (const one of left)
          for (const other of left)
            if (one !== other) expect(pairUp([one, other], { people, circles: [] }, now)).toEqual([]);
      },
    ),
    { numRuns: 200, seed },
  );
});
