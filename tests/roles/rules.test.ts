import { expect, test } from "vitest";
import { addDays, weekdayOf } from "@/lib/dates";
import {
  meetingIn,
  orderFrom,
  type RotationState,
  rhythms,
  scheduleOf,
  type Taken,
  turnIn,
  type Week,
  weekNow,
  weekOf,
  weekStart,
} from "@/lib/roles/rules";

type Person = { userId: string; seat: number };

const sitting = (seats: Record<string, number>): Person[] =>
  Object.entries(seats).map(([userId, seat]) => ({ userId, seat }));
const four = sitting({ Juniper: 1, Heron: 2, Wren: 3, Alder: 4 });

// A Friday: they meet on Thursdays.
const friday = "2026-11-27";
const every = (weeks: 0 | 1 | 2 | 4, more: Partial<RotationState> = {}): RotationState => ({
  every: weeks,
  startsOn: friday,
  seat: 1,
  ...more,
});
const say = (weeks: Week<Person>[]) =>
  weeks.map((week) => `${week.facilitator.userId}/${week.timekeeper?.userId ?? "-"}`).join(" ");

test.each([
  [1, "Juniper/Heron Heron/Wren Wren/Alder Alder/Juniper Juniper/Heron Heron/Wren Wren/Alder Alder/Juniper"],
  [2, "Juniper/Heron Juniper/Heron Heron/Wren Heron/Wren Wren/Alder Wren/Alder Alder/Juniper Alder/Juniper"],
  [4, "Juniper/Heron Juniper/Heron Juniper/Heron Juniper/Heron Heron/Wren Heron/Wren Heron/Wren Heron/Wren"],
  [0, ""],
] as const)(
  "every %i weeks roles go round by seats, and whoever keeps the time holds the circle next",
  (weeks, said) => {
    expect(say(scheduleOf(four, every(weeks), [], friday))).toBe(said);
  },
);

test("in the middle of a turn, and after weeks in which nobody looked, the schedule is the same", () => {
  const all = scheduleOf(four, every(2), [], friday, 20);
  for (const [at, week] of all.entries()) {
    for (const day of [0, 3, 6]) {
      const [now] = scheduleOf(four, every(2), [], addDays(week.weekOn, day), 1);
      expect(now, `week ${at}, day ${day}`).toEqual(week);
    }
  }
});

test("whoever is not there is passed over, and a seat that is empty is the next one's", () => {
  const two = sitting({ Heron: 2, Alder: 4 });
  expect(say(scheduleOf(two, every(1), [], friday, 3))).toBe("Heron/Alder Alder/Heron Heron/Alder");
  expect(say(scheduleOf(two, every(1, { seat: 3 }), [], friday, 2))).toBe("Alder/Heron Heron/Alder");
  expect(say(scheduleOf(two, every(1, { seat: 8 }), [], friday, 1))).toBe("Heron/Alder");
});

test("somebody alone holds the circle and keeps no time, and nobody has no schedule", () => {
  expect(say(scheduleOf(sitting({ Wren: 5 }), every(1), [], friday, 2))).toBe("Wren/- Wren/-");
  expect(scheduleOf([], every(1), [], friday)).toEqual([]);
  expect(turnIn([], every(1), friday)).toBeNull();
});

test("a swap is for one week and one role, and the turns around it stay", () => {
  const swap: Taken = { weekOn: addDays(friday, 7), role: "facilitator", takenById: "Alder" };
  expect(say(scheduleOf(four, every(1), [swap], friday, 3))).toBe("Juniper/Heron Alder/Wren Wren/Alder");
  const keeps: Taken = { ...swap, role: "timekeeper" };
  expect(say(scheduleOf(four, every(1), [keeps], friday, 3))).toBe("Juniper/Heron Heron/Alder Wren/Alder");
});

test("whoever stands in to hold the circle does not keep its time as well", () => {
  const swap: Taken = { weekOn: friday, role: "facilitator", takenById: "Heron" };
  expect(say(scheduleOf(four, every(1), [swap], friday, 1))).toBe("Heron/Wren");
  const both: Taken[] = [swap, { ...swap, role: "timekeeper" }];
  expect(say(scheduleOf(four, every(1), both, friday, 1))).toBe("Heron/Wren");
});

test("what somebody took who is not there is whose turn it is", () => {
  const swap: Taken = { weekOn: friday, role: "facilitator", takenById: "Tern" };
  expect(weekOf(four, every(1), [swap, { ...swap, takenById: null }], friday)?.facilitator.userId).toBe(
    "Juniper",
  );
});

test("a week begins the day after a meeting and holds one meeting, whatever day that is", () => {
  for (let meetingDay = 1; meetingDay <= 7; meetingDay++) {
    for (let day = 0; day < 7; day++) {
      const today = addDays(friday, day);
      const start = weekStart(today, meetingDay);
      expect(start <= today && today < addDays(start, 7)).toBe(true);
      expect(weekdayOf(addDays(start, -1))).toBe(meetingDay);
      const meets = meetingIn(start, meetingDay);
      expect(weekdayOf(meets)).toBe(meetingDay);
      expect(meets).toBe(addDays(start, 6));
    }
  }
  // They meet on another day since: its week holds the new day still.
  expect(meetingIn(friday, 1)).toBe("2026-11-30");
});

test("a schedule that begins tomorrow is shown from then on", () => {
  expect(weekNow({ startsOn: friday }, "2026-11-26")).toBe(friday);
});

/** Seeded, so that a failure happens again. */
function* chance(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

test("by chance: nobody has both roles where two are there, everybody gets a turn, and the next turn is in order", () => {
  const dice = chance(32);
  const roll = (most: number) => Math.floor((dice.next().value ?? 0) * most);
  for (let round = 0; round < 500; round++) {
    const seats = [1, 2, 3, 4, 5, 6, 7, 8].filter(() => roll(2) === 1);
    const people = seats.map((seat) => ({ userId: String(seat), seat }));
    if (people.length === 0) continue;
    const weeks = rhythms[roll(3)] ?? 1;
    const rotation = every(weeks === 0 ? 1 : weeks, { seat: 1 + roll(8) });
    const turns = scheduleOf(people, rotation, [], friday, rotation.every * people.length);
    expect(new Set(turns.map((week) => week.facilitator.userId)).size).toBe(people.length);
    for (const week of turns) {
      expect(week.timekeeper === null).toBe(people.length === 1);
      expect(week.timekeeper?.userId).not.toBe(week.facilitator.userId);
    }
    expect(turns[0]?.facilitator).toEqual(orderFrom(people, rotation.seat)[0]);
  }
});
