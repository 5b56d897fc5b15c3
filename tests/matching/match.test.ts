import { describe, expect, test } from "vitest";
import { slotAt } from "@/lib/matching/half-hours";
import type { Person } from "@/lib/matching/line";
import { type Match, match } from "@/lib/matching/match";
import { aCrowd, apartIn, type Crowd, hasCircle, whatIsWrong } from "./crowd";

const NOW = Date.UTC(2026, 10, 26, 9);

const person = (id: string, told: Partial<Person> = {}): Person => ({
  id,
  languages: ["English"],
  starts: [84, 85, 86],
  level: "mid",
  field: "",
  pace: "weekly",
  need: "both",
  employer: null,
  canHold: false,
  since: Number(id.replace(/\D/g, "")) || 0,
  notIn: [],
  ...told,
});
const some = (count: number, told: Partial<Person> = {}) =>
  Array.from({ length: count }, (_, at) => person(`p${at + 1}`, told));
const together = (people: Person[], blocks: [string, string][] = []) =>
  match(people, [], blocks, NOW).circles.map(({ people }) => people.toSorted());

/** Every rule that a match breaks, in words. */
function broken({ people, circles, blocks }: Crowd, { circles: made, seats }: Match): string[] {
  const byId = new Map(people.map((one) => [one.id, one]));
  const wrong = made.flatMap((circle) =>
    whatIsWrong(
      circle.people.flatMap((id) => byId.get(id) ?? []),
      blocks,
      circle,
    ),
  );
  const placed = [...made.flatMap((circle) => circle.people), ...seats.map((seat) => seat.person)];
  if (new Set(placed).size < placed.length) wrong.push("somebody is in two places");
  const apart = apartIn(blocks);
  for (const circle of circles) {
    const comes = seats
      .filter(({ circleId }) => circleId === circle.id)
      .flatMap((seat) => byId.get(seat.person) ?? []);
    if (comes.length > circle.free) wrong.push(`${circle.id} has more guests than seats`);
    const sits = [...circle.people];
    for (const one of comes) {
      if (!one.languages.includes(circle.language)) wrong.push(`${one.id} does not speak ${circle.language}`);
      if (!one.starts.includes(circle.start)) wrong.push(`${one.id} is not free`);
      if (circle.second !== null && !one.starts.includes(circle.second))
        wrong.push(`${one.id} is not free for the second meeting`);
      if (one.pace !== circle.pace) wrong.push(`${one.id} has another pace`);
      if (one.notIn.includes(circle.id)) wrong.push(`${one.id} is not to be there`);
      for (const other of sits) {
        if (apart(one.id, other.id)) wrong.push(`${one.id} and ${other.id} are apart`);
        if (one.employer && one.employer === other.employer) wrong.push(`${one.id} shares an employer`);
        if ([one.level, other.level].toSorted().join() === "entry,senior")
          wrong.push(`${one.id} is two steps apart`);
      }
      sits.push(one);
    }
  }
  return wrong;
}

describe("who is put together", () => {
  test("four who fit become a circle, three do not", () => {
    expect(together(some(4))).toEqual([["p1", "p2", "p3", "p4"]]);
    expect(together(some(3))).toEqual([]);
  });

  test("six become one circle, and eight become two rather than leave two alone", () => {
    expect(together(some(6)).map(({ length }) => length)).toEqual([6]);
    expect(together(some(8)).map(({ length }) => length)).toEqual([4, 4]);
  });

  test.each<[string, Partial<Person>]>([
    ["speaks another language", { languages: ["Deutsch"] }],
    ["is never free when the others are", { starts: [10, 11] }],
    ["wants to meet twice a week", { pace: "twice" }],
  ])("whoever %s is not among them", (_, told) => {
    expect(together([...some(3), person("p9", told)])).toEqual([]);
  });

  test("people at the beginning and with long experience meet in no circle; whoever changes direction fits with both", () => {
    const [young, old] = [{ level: "entry" } as const, { level: "senior" } as const];
    expect(together([person("p1", young), person("p2", old), person("p3"), person("p4")])).toEqual([]);
    const changing = { level: "changing" } as const;
    expect(together([person("p1", young), person("p2", changing), person("p3"), person("p4")])).toHaveLength(
      1,
    );
    expect(together([person("p1", old), person("p2", changing), person("p3"), person("p4")])).toHaveLength(1);
  });

  test("two who are apart wait on, whoever of them said so, and so do two of one employer", () => {
    expect(together(some(4), [["p1", "p2"]])).toEqual([]);
    expect(together(some(4), [["p2", "p1"]])).toEqual([]);
    const mark = { employer: "mark" };
    expect(together([person("p1", mark), person("p2", mark), person("p3"), person("p4")])).toEqual([]);
    expect(
      together([person("p1", mark), person("p2", { employer: "other" }), person("p3"), person("p4")]),
    ).toHaveLength(1);
  });

  test("a language that all share is enough, and it is the one they are told", () => {
    const [circle] = match(
      [
        person("p1", { languages: ["Deutsch", "English"] }),
        person("p2", { languages: ["Polski", "Deutsch"] }),
        person("p3", { languages: ["Deutsch"] }),
        person("p4", { languages: ["English", "Deutsch"] }),
      ],
      [],
      [],
      NOW,
    ).circles;
    expect(circle?.language).toBe("Deutsch");
  });

  test("the longest waiting go first where not all can", () => {
    const people = [...some(3), person("p50"), person("p60", { starts: [10] })];
    expect(together([...people].reverse())).toEqual([["p1", "p2", "p3", "p50"]]);
  });

  test("somebody who would hold the circle is sought, and not all of them at once", () => {
    const holders = [20, 21, 22].map((at) => person(`p${at}`, { canHold: true }));
    const circles = match([...some(12), ...holders], [], [], NOW).circles;
    const counts = circles.map(({ people }) => people.filter((id) => Number(id.slice(1)) >= 20).length);
    expect(counts).toEqual([1, 1, 1]);
  });

  test("however many of one employer wait in front, those behind them are found", () => {
    const laidOff = some(2_000, { employer: "mark" });
    const others = ["p3001", "p3002", "p3003"];
    expect(together([...laidOff, ...others.map((id) => person(id))])).toEqual([["p1", ...others]]);
  });

  test("fields are mixed where they can be", () => {
    const people = [..."aaaabcd"].map((field, at) => person(`p${at + 1}`, { field }));
    expect(together(people)[0]).toEqual(expect.arrayContaining(["p1", "p5", "p6", "p7"]));
  });

  test("they first meet when all are free, from a day after now on, on the full hour where it can be", () => {
    // Thursday 9:00 is slot 162. Free on Thursdays from 9:30 and on Tuesdays from 18:30.
    expect(slotAt(NOW)).toBe(162);
    expect(match(some(4, { starts: [163, 85, 86] }), [], [], NOW).circles[0]?.start).toBe(86);
    expect(match(some(4, { starts: [163, 85] }), [], [], NOW).circles[0]?.start).toBe(85);
  });
});

describe("those who would like to meet twice a week", () => {
  const told = (starts: number[], pace: "weekly" | "twice" = "twice") => {
    const [circle] = match(some(4, { starts, pace }), [], [], NOW).circles;
    return circle && [circle.start, circle.second];
  };
  // Thursday 9:00 is slot 162; Tuesday 18:00 is 84, Friday 18:00 is 228, Saturday 18:00 is 276.

  test("are told two moments at which all are free, at least two days apart", () => {
    expect(told([84, 228, 276])).toEqual([228, 84]);
    expect(told([84, 180])).toEqual([84, 180]);
    expect(told([84, 179])).toEqual([84, null]);
  });

  test("on full hours where it can be, and not the very soonest where that has no other", () => {
    expect(told([85, 86, 228])).toEqual([228, 86]);
    // Saturday is too near to Friday, which is the soonest; Wednesday is not.
    expect(told([228, 276, 132])).toEqual([228, 132]);
    // Neither Sunday morning nor Thursday evening is far enough from Friday, and they are from each other.
    expect(told([228, 300, 180])).toEqual([300, 180]);
  });

  test("are told one where there is no second, and get their circle all the same", () => {
    expect(told([84, 85, 86])).toEqual([84, null]);
  });

  test("and those who would like to meet once are told one, however free they are", () => {
    expect(told([84, 228], "weekly")).toEqual([228, null]);
  });

  test("whoever joins is free for both", () => {
    const two = {
      pace: "twice" as const,
      start: 84,
      second: 228,
      id: "c1",
      language: "English",
      free: 1,
      people: [],
    };
    const given = (starts: number[]) =>
      match([person("p1", { starts, pace: "twice" })], [two], [], NOW).seats.length;
    expect([[84], [228], [84, 228]].map(given)).toEqual([0, 0, 1]);
  });
});

describe("seats that circles offer", () => {
  const circle = (told: Partial<Crowd["circles"][number]> = {}) => ({
    id: "c1",
    language: "English",
    pace: "weekly" as const,
    start: 85,
    second: null,
    free: 1,
    people: [{ id: "s1", level: "mid" as const, employer: null }],
    ...told,
  });
  const seated = (people: Person[], told = {}, blocks: [string, string][] = []) =>
    match(people, [circle(told)], blocks, NOW).seats.map((seat) => seat.person);

  test("go to whoever waits longest of those whom they fit", () => {
    expect(seated([person("p2"), person("p1"), person("p0", { languages: ["Deutsch"] })])).toEqual(["p1"]);
  });

  test.each<[string, Partial<Person>]>([
    ["are not free then", { starts: [10] }],
    ["were asked to leave it, or sit there", { notIn: ["c1"] }],
    ["have another pace", { pace: "twice" }],
  ])("not to those who %s", (_, told) => {
    expect(seated([person("p1", told)])).toEqual([]);
  });

  test("not to those who are apart from somebody there, share an employer, or are two steps away", () => {
    expect(seated([person("p1")], {}, [["s1", "p1"]])).toEqual([]);
    expect(
      seated([person("p1", { employer: "m" })], { people: [{ id: "s1", level: null, employer: "m" }] }),
    ).toEqual([]);
    expect(
      seated([person("p1", { level: "entry" })], { people: [{ id: "s1", level: "senior", employer: null }] }),
    ).toEqual([]);
  });

  test("no more than there are, and whoever got one is in no new circle", () => {
    const { circles, seats } = match(some(7), [circle({ free: 2 })], [], NOW);
    expect(seats.map((seat) => seat.person)).toEqual(["p1", "p2"]);
    expect(circles[0]?.people.toSorted()).toEqual(["p3", "p4", "p5", "p6", "p7"]);
  });
});

describe("by chance", () => {
  const seeds = Array.from({ length: 60 }, (_, at) => at + 1);

  test.each([0, 0.5, 1])("no rule is ever broken, with free hours as scarce as %s", (scarce) => {
    for (const seed of seeds) {
      const crowd = aCrowd(seed, { people: 40 + seed * 5, scarce, open: seed % 7, blocks: (seed % 5) * 0.2 });
      expect(broken(crowd, match(crowd.people, crowd.circles, crowd.blocks, NOW)), `SEED=${seed}`).toEqual(
        [],
      );
    }
  });

  test.each([
    ["of all employers", undefined],
    ["half of them of one employer", { part: 0.5, employers: 1 }],
    ["most of them of two employers", { part: 0.9, employers: 2 }],
    ["all of them of four employers", { part: 1, employers: 4 }],
  ])("nobody is left while four who fit are: %s", (_, laidOff) => {
    for (const seed of seeds) {
      const told = { people: 150, scarce: 0.8, blocks: 0.3, ...(laidOff && { laidOff }) };
      const { people, blocks } = aCrowd(seed, told);
      const { circles } = match(people, [], blocks, NOW);
      const placed = new Set(circles.flatMap((circle) => circle.people));
      const left = people.filter(({ id }) => !placed.has(id));
      const stuck = left.filter((one) => hasCircle(one, left, apartIn(blocks)));
      expect(
        stuck.map(({ id }) => id),
        `SEED=${seed}`,
      ).toEqual([]);
    }
  });

  test("the same people are put together in the same way, in whatever order they are named", () => {
    const { people, circles, blocks } = aCrowd(5, { people: 200, open: 4 });
    const once = match(people, circles, blocks, NOW);
    expect(match(people.toReversed(), circles, blocks, NOW)).toEqual(once);
  });

  test("while others keep arriving, nobody for whom there is a circle is left waiting for long", () => {
    const ROUNDS = 8;
    for (const seed of seeds.slice(0, 12)) {
      const crowd = aCrowd(seed, { people: 900, scarce: 0.9, blocks: 0.1 });
      const apart = apartIn(crowd.blocks);
      const arrivals = crowd.people.map((one, at) => ({ ...one, since: at }));
      const passed = new Map<string, number>();
      let waiting: Person[] = [];
      for (let round = 0; round < 30; round++) {
        waiting = [...waiting, ...arrivals.slice(round * 30, round * 30 + 30)];
        const could = waiting.filter((one) => hasCircle(one, waiting, apart));
        const placed = new Set(match(waiting, [], crowd.blocks, NOW).circles.flatMap(({ people }) => people));
        // Whoever is first in line gets theirs in this very round.
        if (could[0]) expect(placed, `SEED=${seed}`).toContain(could[0].id);
        for (const { id } of could) if (!placed.has(id)) passed.set(id, (passed.get(id) ?? 0) + 1);
        waiting = waiting.filter(({ id }) => !placed.has(id));
      }
      expect(
        [...passed].filter(([, times]) => times >= ROUNDS),
        `SEED=${seed}`,
      ).toEqual([]);
    }
  });

  test.each([
    [1, 0.2],
    [2, 0.6],
    [3, 1],
  ])(
    "of 10,000 at least nine in ten get a circle of those who could have one (seed %s, scarcity %s)",
    (seed, scarce) => {
      const crowd = aCrowd(seed, { people: 10_000, scarce });
      const made = match(crowd.people, [], crowd.blocks, NOW);
      expect(broken({ ...crowd, circles: [] }, made)).toEqual([]);
      const placed = new Set(made.circles.flatMap(({ people }) => people));
      const apart = apartIn(crowd.blocks);
      const left = crowd.people.filter(({ id }) => !placed.has(id));
      // Whoever has a circle could have one; of the others it is looked up.
      const could = left.filter((one) => hasCircle(one, crowd.people, apart)).length;
      expect(placed.size / (placed.size + could)).toBeGreaterThanOrEqual(0.9);
    },
  );
});
