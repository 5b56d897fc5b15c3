import { describe, expect, test } from "vitest";
import { promptOf } from "@/lib/writing/prompts";
import {
  type Clock,
  goingOn,
  heardOf,
  isRunning,
  leftOf,
  MOST_SESSIONS,
  mayBegin,
  resting,
  SESSION_SECONDS,
  sayLeft,
  secondsUntilNextWords,
  TIME_IS_OVER,
  together,
} from "@/lib/writing/rules";

const at = (time: string) => new Date(`2026-11-26T${time}Z`);

describe("the clock", () => {
  const running = (secondsLeft: number, from: string): Clock => ({ secondsLeft, runningFrom: at(from) });
  const still = (secondsLeft: number): Clock => ({ secondsLeft, runningFrom: null });

  test.each([
    ["rests with all of it", still(1200), "12:00:00", 1200, false],
    ["rests with what was left, however late it is", still(431), "23:00:00", 431, false],
    ["rests when it is over", still(0), "12:00:00", 0, false],
    ["has just begun", running(1200, "12:00:00"), "12:00:00", 1200, true],
    ["counts whole seconds that have passed", running(1200, "12:00:00"), "12:00:01.999", 1199, true],
    ["runs on from where it rested", running(431, "12:00:00"), "12:01:00", 371, true],
    ["has its last second", running(1200, "12:00:00"), "12:19:59", 1, true],
    ["is over on the second", running(1200, "12:00:00"), "12:20:00", 0, false],
    ["stays over", running(1200, "12:00:00"), "18:00:00", 0, false],
    ["gives nothing for a machine whose time is behind", running(700, "12:00:00"), "11:58:00", 700, true],
  ])("%s", (_name, clock, now, left, runs) => {
    expect(leftOf(clock, at(now))).toBe(left);
    expect(isRunning(clock, at(now))).toBe(runs);
  });

  test.each([
    ["while it runs, what is left stays", running(1200, "12:00:00"), "12:05:00", still(900)],
    ["twice is the same as once", still(900), "12:30:00", still(900)],
    ["after its end there is nothing left", running(60, "12:00:00"), "12:05:00", still(0)],
  ])("put to rest: %s", (_name, clock, now, rested) => {
    expect(resting(clock, at(now))).toEqual(rested);
  });

  test.each([
    ["from what was left", still(900), "12:30:00", running(900, "12:30:00")],
    ["twice is the same as once", running(900, "12:30:00"), "12:31:00", running(900, "12:30:00")],
    ["not beyond its end", still(0), "12:31:00", still(0)],
  ])("going on: %s", (_name, clock, now, goes) => {
    expect(goingOn(clock, at(now))).toEqual(goes);
  });

  test("takes away only the time in which it ran, however often it rested", () => {
    let clock: Clock = still(SESSION_SECONDS);
    for (let hour = 10; hour < 15; hour++) {
      clock = resting(goingOn(clock, at(`${hour}:00:00`)), at(`${hour}:03:00`));
    }
    expect(clock).toEqual(still(SESSION_SECONDS - 5 * 180));
  });
});

describe("what the clock says", () => {
  test.each([
    [1200, "About 20 minutes are left"],
    [1141, "About 20 minutes are left"],
    [1140, "About 19 minutes are left"],
    [61, "About 2 minutes are left"],
    [60, "About a minute is left"],
    [1, "About a minute is left"],
    [0, TIME_IS_OVER],
  ])("with %i seconds left: %s", (seconds, words) => {
    expect(sayLeft(seconds)).toBe(words);
  });

  test("changes after exactly as long as it says, at most once a minute, and is heard four times in all", () => {
    const heard: string[] = [];
    for (let left = SESSION_SECONDS; left > 0; ) {
      const pause = secondsUntilNextWords(left);
      expect(pause).toBe(60);
      for (let passed = 1; passed < pause; passed++) expect(sayLeft(left - passed)).toBe(sayLeft(left));
      expect(sayLeft(left - pause)).not.toBe(sayLeft(left));
      left -= pause;
      heard.push(heardOf(left));
    }
    expect(heard.filter(Boolean)).toEqual([sayLeft(600), sayLeft(300), sayLeft(60), TIME_IS_OVER]);
    expect(secondsUntilNextWords(1197)).toBe(57);
  });

  test("is calm at the end", () => {
    expect(TIME_IS_OVER).not.toMatch(/!|stop|must|time's up/i);
  });
});

describe("beginning", () => {
  const today = "2026-11-26";
  const begun = (day: number, here = day) => ({ day: `2026-11-${day}`, here: `2026-11-${here}` });
  const days = (...of: number[]) => of.map((day) => begun(day));
  test.each([
    ["the first, on any day", days(), "yes"],
    ["the next, on another day", days(20, 25), "yes"],
    ["the fifth", days(20, 21, 22, 25), "yes"],
    ["no second one on a day", days(20, 26), "there is one today"],
    ["not even when it is the fifth", days(20, 21, 22, 25, 26), "there is one today"],
    ["no sixth", days(20, 21, 22, 23, 25), "all are begun"],
    [
      "no second one where it is still today, by the calendar of where one was",
      [begun(27, 26)],
      "there is one today",
    ],
    ["nor where it is the next day already", [begun(25, 26)], "there is one today"],
    // Somebody who flew west lives through a day again.
    ["again on a day before the last one", days(27), "yes"],
  ])("%s", (_name, before, may) => {
    expect(mayBegin(before, today)).toBe(may);
  });
});

test("each session begins from something else, and none asks for reasons or lessons", () => {
  const prompts = Array.from({ length: MOST_SESSIONS }, (_, before) => promptOf(before + 1));
  expect(new Set(prompts).size).toBe(MOST_SESSIONS);
  for (const prompt of prompts) expect(prompt).not.toMatch(/\bwhy\b|reason|lesson|learn|mistake|fault|!/i);
});

describe("words from two tabs", () => {
  test.each([
    ["a page that saw what is kept may change it", "one two", "one", true, "one"],
    ["and may empty it", "one two", "", true, ""],
    ["a page that did not see it may go on from it", "one", "one two", false, "one two"],
    ["what is kept holds these words already", "one two", "one", false, "one two"],
    ["an empty page takes nothing away", "one two", " \n", false, "one two"],
    ["nothing was kept before", "", "one", false, "one"],
    ["otherwise both are kept", "one\n", "two", false, "one\n\ntwo"],
  ])("%s", (_name, kept, sent, sawKept, both) => {
    expect(together(kept, sent, sawKept)).toBe(both);
  });
});
