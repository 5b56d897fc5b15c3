import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day } from "@/lib/dates";
import { oneForTheDay } from "@/lib/jar/rules";

const day = "2026-11-22";
const entry = (id: string, putInOn: Day = "2026-11-01", takenOutOn: Day | null = null) => ({
  id,
  putInOn,
  takenOutOn,
});
const idOn = (entries: ReturnType<typeof entry>[], on: Day) => oneForTheDay(entries, on)?.id ?? null;

const jars = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 30 })
  .map((ids) => ids.map((id) => entry(id)));
const days = fc.integer({ min: 0, max: 5000 }).map((later) => addDays("2026-11-02", later));

test("an empty jar has nothing for anybody", () => {
  expect(oneForTheDay([], day)).toBeNull();
  expect(oneForTheDay([entry("a", "2026-11-01", "2026-11-20")], day)).toBeNull();
});

test("everything in the jar comes up, once in as many days as there are things", () => {
  fc.assert(
    fc.property(jars, days, (jar, from) => {
      const seen = jar.map((_, later) => idOn(jar, addDays(from, later)));
      expect(new Set(seen)).toEqual(new Set(jar.map(({ id }) => id)));
    }),
  );
});

test("it is the same all day, in whatever order they are read, and whatever is put in or taken out", () => {
  fc.assert(
    fc.property(jars, days, fc.nat(), (jar, on, which) => {
      const morning = idOn(jar, on);
      expect(idOn([...jar].reverse(), on)).toBe(morning);
      expect(idOn([...jar, entry("new", on)], on)).toBe(morning);
      const other = jar[which % jar.length];
      const evening = jar.map((one) => (one === other ? { ...one, takenOutOn: on } : one));
      if (other?.id !== morning) expect(idOn(evening, on)).toBe(morning);
      else expect(idOn(evening, on)).not.toBe(morning);
    }),
  );
});

test("what was put in today waits until tomorrow, unless there is nothing else", () => {
  expect(idOn([entry("a", day)], day)).toBe("a");
  expect(idOn([entry("a", day), entry("b")], day)).toBe("b");
});

test("what was taken out is not shown, nor is its turn kept the day after", () => {
  const jar = [entry("a"), entry("b", "2026-11-01", day), entry("c")];
  const seen = [0, 1, 2, 3].map((later) => idOn(jar, addDays(day, later)));
  expect(seen).not.toContain("b");
  expect(new Set(seen.slice(1, 3))).toEqual(new Set(["a", "c"]));
});
