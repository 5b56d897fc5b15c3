import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayIn, hourIn, weekdayOf } from "@/lib/dates";
import { MeetingAgenda } from "@/lib/generated/enums";
import { agendaOf, hotSeats, lengths, minutesEach } from "@/lib/meetings/agenda";
import { sayClock } from "@/lib/meetings/clock";
import {
  type Attending,
  canOpen,
  isMeetingDay,
  isOpen,
  listWaiting,
  oneMoreMinute,
  passOf,
  secondsLeft,
  whoHolds,
  whoseTurn,
  whoWrites,
} from "@/lib/meetings/rules";
import { sayNames, sayWhoWrote } from "@/lib/meetings/say";
import { exerciseOf, scripts, writtenAsks } from "@/lib/meetings/scripts";

const once = { secondMeetingDay: null, secondMeetingTime: null };
const berlin = { meetingDay: 4, meetingTime: "18:00", timeZone: "Europe/Berlin", ...once };

describe("an agenda follows from the length and from how many are there", () => {
  const cases = lengths.flatMap((minutes) =>
    [2, 3, 4, 5, 6, 7, 8].flatMap((people) =>
      Object.values(MeetingAgenda).map((agenda) => ({ agenda, minutes, people })),
    ),
  );
  test.each(cases)("$agenda, $minutes minutes, $people people: it adds up, and each step has time", (one) => {
    const steps = agendaOf(one.agenda, one.minutes, one.people);
    expect(steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0)).toBe(one.minutes);
    for (const step of steps) expect(step.minutes, step.key).toBeGreaterThanOrEqual(2);
    for (const step of steps.filter(({ key }) => key === "check_in" || key === "commitments"))
      expect(step.minutes).toBeGreaterThanOrEqual(one.people);
  });

  test("each week: check-in, one exercise, hot seat, commitments, close", () => {
    expect(agendaOf("weekly", 60, 5)).toMatchObject([
      { key: "check_in", minutes: 10, isRound: true },
      { key: "exercise", minutes: 10, isRound: false },
      { key: "hot_seat", minutes: 31, isRound: true },
      { key: "commitments", minutes: 5, isRound: true },
      { key: "close", minutes: 4, isRound: false },
    ]);
  });

  test("the first one: stories, agreements, when to meet, close", () => {
    expect(agendaOf("first", 60, 5)).toMatchObject([
      { key: "stories", minutes: 38, isRound: true },
      { key: "agreements", minutes: 10, isRound: false },
      { key: "when_to_meet", minutes: 8, isRound: false },
      { key: "close", minutes: 4, isRound: false },
    ]);
  });

  test("in writing it has the same steps, and no minutes", () => {
    const keys = (minutes: number | null) => agendaOf("weekly", minutes, 5).map(({ key }) => key);
    expect(keys(null)).toEqual(keys(60));
    expect(agendaOf("weekly", null, 5).every((step) => step.minutes === null)).toBe(true);
  });

  test("each step has words for whoever holds it for the first time, and asks something in writing", () => {
    for (const agenda of Object.values(MeetingAgenda))
      for (const { key } of agendaOf(agenda, 60, 5)) {
        expect(scripts[key].join(" ").length).toBeGreaterThan(40);
        expect(writtenAsks[key].asks).toMatch(/\?$/);
      }
  });

  test("time in a round is shared out, and the hot seat is for as many as it has time for", () => {
    const hot = { key: "hot_seat", title: "Hot seat", isRound: true } as const;
    expect(minutesEach({ ...hot, minutes: 31 }, 5)).toBe(6);
    expect(minutesEach({ ...hot, minutes: 7 }, 8)).toBe(1);
    expect(hotSeats({ ...hot, minutes: 7 }, 8)).toBe(1);
    expect(hotSeats({ ...hot, minutes: 31 }, 5)).toBe(5);
    expect(hotSeats({ ...hot, minutes: 23 }, 8)).toBe(4);
  });

  test("an exercise is the same for all, and another the week after", () => {
    const ofThursdays = { ...once, meetingDay: 4, timeZone: "UTC" };
    const monday = new Date("2026-11-26T18:00:00Z");
    const later = (days: number) =>
      exerciseOf(ofThursdays, new Date(monday.getTime() + days * 86_400_000)).title;
    expect(new Set([0, 7, 14, 21, 28, 35].map(later)).size).toBe(6);
    expect(later(42)).toBe(later(0));
  });

  test("the second meeting of a week has an exercise of its own, and goes round all of them, too", () => {
    const twice = { ...once, meetingDay: 4, secondMeetingDay: 1, timeZone: "Pacific/Apia" };
    const on = (day: number, week = 0) =>
      exerciseOf(twice, new Date(Date.UTC(2026, 10, 26 + day + 7 * week, 12))).title;
    // In Apia noon in UTC is an hour into the day after: Thursday is a day earlier here.
    for (const week of [0, 1, 2, 3, 4, 5]) {
      expect(new Set([-1, 0, 1, 2].map((day) => on(day, week))).size).toBe(1);
      expect(new Set([3, 4, 5].map((day) => on(day, week))).size).toBe(1);
      expect(on(3, week)).not.toBe(on(-1, week));
      expect(on(6, week)).not.toBe(on(5, week));
    }
    expect(new Set([0, 1, 2, 3, 4, 5].map((week) => on(3, week))).size).toBe(6);
  });

  test("where a week begins by the circle's own calendar, the exercise changes, and not between", () => {
    for (const timeZone of ["Pacific/Auckland", "Pacific/Honolulu", "Asia/Kathmandu"]) {
      const circle = { ...once, meetingDay: 4, timeZone };
      // From before the clocks change in Auckland to after it, an hour at a time.
      const hours = Array.from({ length: 24 * 21 }, (_, at) => new Date(Date.UTC(2026, 8, 17, at)));
      const changes = hours.filter(
        (hour, at) =>
          at > 0 && exerciseOf(circle, hour).title !== exerciseOf(circle, hours[at - 1] as Date).title,
      );
      expect(changes).toHaveLength(3);
      for (const change of changes) expect(weekdayOf(dayIn(timeZone, change))).toBe(4);
      for (const change of changes) expect(hourIn(timeZone, change)).toBe(0);
    }
  });
});

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 26, 18) + seconds * 1000);
const someone = (place: number, state: Partial<Attending> = {}): Attending => ({
  id: `person ${place}`,
  place,
  isHere: true,
  hadTurn: false,
  passedAt: null,
  heldAt: null,
  scribedAt: null,
  ...state,
});

describe("turns", () => {
  test("a round goes by places, passes over who is not there, and ends", () => {
    const people = [someone(3), someone(1), someone(2, { isHere: false }), someone(4, { hadTurn: true })];
    expect(listWaiting(people).map(({ place }) => place)).toEqual([1, 3]);
    expect(whoseTurn(people.map((person) => ({ ...person, hadTurn: true })))).toBeNull();
  });

  test.each([
    ["somebody else waits", [someone(1), someone(2)], "later"],
    ["they passed already", [someone(1, { passedAt: at(1) }), someone(2, { passedAt: at(2) })], "past"],
    ["nobody else waits", [someone(1), someone(2, { hadTurn: true })], "past"],
    ["the others passed too", [someone(1), someone(2, { passedAt: at(1) })], "later"],
  ] as const)("a pass when %s", (_when, people, expected) => {
    expect(passOf([...people])).toBe(expected);
  });

  /** One round, in which each turn is spoken, passed or found empty, as chance has it. */
  function goRound(count: number, choices: ("spoken" | "passed" | "away")[]) {
    let people = Array.from({ length: count }, (_, index) => someone(index + 1));
    const spoke: number[] = [];
    const turns: number[] = [];
    for (let move = 0; move < 100; move++) {
      const turn = whoseTurn(people);
      if (!turn) return { spoke, turns, people };
      turns.push(turn.place);
      const how = choices[move % Math.max(1, choices.length)] ?? "spoken";
      const change: Partial<Attending> =
        how === "away"
          ? { isHere: false }
          : how === "passed" && passOf(people) === "later"
            ? { passedAt: at(move) }
            : { hadTurn: true };
      if (how === "spoken") spoke.push(turn.place);
      people = people.map((person) => (person === turn ? { ...person, ...change } : person));
    }
    throw new Error("This round never ends.");
  }

  test("whatever people press, a round visits everybody, nobody speaks twice, and it ends", () => {
    const choice = fc.constantFrom("spoken", "passed", "away" as const);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.array(choice, { maxLength: 20 }), (count, choices) => {
        const { spoke, turns, people } = goRound(count, choices);
        expect(new Set(turns).size).toBe(count);
        expect(new Set(spoke).size).toBe(spoke.length);
        expect(turns.length).toBeLessThanOrEqual(2 * count);
        expect(people.every((person) => person.hadTurn || !person.isHere)).toBe(true);
      }),
    );
  });

  test("where everybody speaks, each has one turn, by their places", () => {
    for (const count of [2, 3, 4, 5, 6, 7, 8])
      expect(goRound(count, ["spoken"]).turns).toEqual(
        Array.from({ length: count }, (_, index) => index + 1),
      );
  });

  test("somebody who passes comes after those who have not spoken yet", () => {
    expect(goRound(3, ["passed", "spoken", "spoken", "spoken"]).turns).toEqual([1, 2, 3, 1]);
  });
});

describe("who does what", () => {
  test("whoever took it last holds a meeting, of those who are there", () => {
    const [juniper, heron, wren] = [
      someone(1, { heldAt: at(0) }),
      someone(2, { heldAt: at(5) }),
      someone(3, { scribedAt: at(9) }),
    ];
    expect(whoHolds([juniper, heron, wren])).toBe(heron);
    expect(whoHolds([juniper, { ...heron, isHere: false }, wren])).toBe(juniper);
    // Nobody seems to have opened it: somebody else is named, and never whoever reads.
    expect(whoHolds([{ ...wren, isMe: true }, someone(4), someone(2, { isHere: false })])?.id).toBe(
      someone(4).id,
    );
    expect(whoHolds([{ ...wren, isMe: true }])).toBeNull();
    // It was opened by somebody who left: that is seen, and anybody may take it.
    expect(whoHolds([{ ...juniper, isHere: false }, wren])).toBeNull();
    expect(whoWrites([juniper, heron, wren])).toBe(wren);
  });

  test.each([
    ["while two are left", 3 * 60, 3 * 60],
    ["when the time was used up two minutes ago", 7 * 60, 60],
    ["when it was used up just now", 5 * 60, 60],
  ])("one more minute %s is a minute more, or from now", (_when, ran, left) => {
    const now = new Date("2026-11-26T18:10:00Z");
    const step = { stepStartedAt: new Date(now.getTime() - ran * 1000), addedMinutes: 0 };
    expect(secondsLeft(oneMoreMinute(step, 5, now), 5, now)).toBe(left);
  });

  test.each([
    ["on its day", "2026-11-26T08:00:00Z", true],
    ["the day before", "2026-11-25T12:00:00Z", false],
    ["the day after", "2026-11-27T12:00:00Z", false],
    ["late on the day, by its own clock", "2026-11-26T22:59:00Z", true],
    ["past midnight", "2026-11-26T23:01:00Z", false],
  ])("a circle's day: %s", (_when, now, is) => {
    expect(isMeetingDay(berlin, new Date(now))).toBe(is);
    expect(canOpen({ role: "member" }, berlin, new Date(now))).toBe(is);
    expect(canOpen({ role: "facilitator" }, berlin, new Date(now))).toBe(true);
    expect(canOpen({ role: "cofacilitator" }, berlin, new Date(now))).toBe(true);
  });

  test("a circle that meets twice has two days, and a meeting of either may go on after midnight", () => {
    const twice = { ...berlin, secondMeetingDay: 1, secondMeetingTime: "23:30" };
    const is = (now: string) => isMeetingDay(twice, new Date(now));
    expect(["2026-11-26T08:00:00Z", "2026-11-30T08:00:00Z", "2026-11-30T23:45:00Z"].map(is)).toEqual([
      true,
      true,
      true,
    ]);
    expect(["2026-11-25T12:00:00Z", "2026-11-29T12:00:00Z", "2026-12-01T00:00:00Z"].map(is)).toEqual([
      false,
      false,
      false,
    ]);
    expect(canOpen({ role: "member" }, twice, new Date("2026-11-30T08:00:00Z"))).toBe(true);
  });

  test("a meeting that goes on after midnight is one of its day", () => {
    expect(isMeetingDay({ ...berlin, meetingTime: "23:30" }, new Date("2026-11-26T23:30:00Z"))).toBe(true);
  });

  test("a meeting is over when somebody ended it, and by the clock", () => {
    const closesAt = at(60);
    expect(isOpen({ endedAt: null, closesAt }, at(59))).toBe(true);
    expect(isOpen({ endedAt: null, closesAt }, at(60))).toBe(false);
    expect(isOpen({ endedAt: at(10), closesAt }, at(20))).toBe(false);
  });
});

describe("words", () => {
  test("what is left of a step, with what was added", () => {
    expect(secondsLeft({ stepStartedAt: at(0), addedMinutes: 0 }, 2, at(30))).toBe(90);
    expect(secondsLeft({ stepStartedAt: at(0), addedMinutes: 1 }, 2, at(30))).toBe(150);
    expect(secondsLeft({ stepStartedAt: at(0), addedMinutes: 0 }, 2, at(150))).toBe(-30);
  });

  test.each([
    [187, "3:07 left"],
    [60, "1:00 left"],
    [9, "0:09 left"],
    [0, "The time for this is used up. Finish in peace."],
    [-100, "The time for this is used up. Finish in peace."],
  ])("%i seconds", (seconds, said) => {
    expect(sayClock(seconds)).toBe(said);
  });

  test("names and who wrote", () => {
    expect([[], ["Heron"], ["Heron", "Wren"], ["Heron", "Wren", "Alder"]].map(sayNames)).toEqual([
      "",
      "Heron",
      "Heron and Wren",
      "Heron, Wren and Alder",
    ]);
    expect([[], ["Heron"], ["You"], ["You", "Wren"]].map(sayWhoWrote)).toEqual([
      null,
      "Heron has written",
      "You have written",
      "You and Wren have written",
    ]);
  });
});
