import { describe, expect, test } from "vitest";
import {
  isFollowUpDue,
  latestStep,
  likelyArtefact,
  mayTake,
  stateOf,
  suggestedFollowUp,
  type Taken,
} from "@/lib/feedback/rules";
import { type Step, steps } from "@/lib/feedback/schema";

const nothing: Taken = {
  askedOn: null,
  followUpOn: null,
  followedUpOn: null,
  answeredOn: null,
  silentOn: null,
};
const day = "2026-11-10";
const asked = { ...nothing, askedOn: day, followUpOn: "2026-11-17" };
const reminded = { ...asked, followedUpOn: "2026-11-17" };

test.each<[string, Taken, ReturnType<typeof stateOf>, Step[], Step | null]>([
  ["only written", nothing, "drafted", ["asked"], null],
  ["asked", asked, "asked", ["followed_up", "answered", "silent"], "asked"],
  [
    "asked, with no reminder planned",
    { ...asked, followUpOn: null },
    "asked",
    ["followed_up", "answered", "silent"],
    "asked",
  ],
  ["reminded once", reminded, "asked", ["answered", "silent"], "followed_up"],
  ["answered", { ...asked, answeredOn: day }, "answered", [], "answered"],
  ["answered after a reminder", { ...reminded, answeredOn: day }, "answered", [], "answered"],
  ["left in silence", { ...asked, silentOn: day }, "silent", ["answered"], "silent"],
  ["left in silence after a reminder", { ...reminded, silentOn: day }, "silent", ["answered"], "silent"],
  ["answered after all", { ...reminded, silentOn: day, answeredOn: day }, "answered", [], "answered"],
])("a request that was %s", (_name, taken, state, may, back) => {
  expect(stateOf(taken)).toBe(state);
  expect(steps.filter((step) => mayTake(taken, step))).toEqual(may);
  expect(latestStep(taken)).toBe(back);
});

describe("a reminder is due", () => {
  test.each<[string, Taken, string, boolean]>([
    ["on its day", asked, "2026-11-17", true],
    ["after it", asked, "2027-01-01", true],
    ["not before", asked, "2026-11-16", false],
    ["not where none is wanted", { ...asked, followUpOn: null }, "2027-01-01", false],
    ["not twice", reminded, "2027-01-01", false],
    ["not after an answer", { ...asked, answeredOn: day }, "2027-01-01", false],
    ["not once it rests", { ...asked, silentOn: day }, "2027-01-01", false],
    ["not while it is only written", { ...nothing, followUpOn: day }, "2027-01-01", false],
  ])("%s", (_name, taken, today, due) => {
    expect(isFollowUpDue(taken, today)).toBe(due);
  });

  test("a week after asking, unless its member says otherwise", () => {
    expect(suggestedFollowUp("2026-12-28")).toBe("2027-01-04");
  });
});

test.each([
  [null, null],
  [{ kind: null }, "resume"],
  [{ kind: "silence" }, "resume"],
  [{ kind: "after_interview" }, "interview"],
  [{ kind: "final_round" }, "interview"],
] as const)("after %j one would ask about %s", (setback, artefact) => {
  expect(likelyArtefact(setback)).toBe(artefact);
});
