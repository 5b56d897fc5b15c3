import { describe, expect, test } from "vitest";
import { canBecome, canLetGo, type Step, steps, stepsFor } from "@/lib/reasons/rules";

const letGoAt = new Date();

describe("a reason", () => {
  test.each([
    ["that is mine", { whose: "mine", letGoAt: null }, { become: true, letGo: false }],
    ["that was theirs", { whose: "theirs", letGoAt: null }, { become: false, letGo: true }],
    ["that was chance", { whose: "chance", letGoAt: null }, { become: false, letGo: true }],
    ["that is not sorted", { whose: null, letGoAt: null }, { become: false, letGo: false }],
    ["that was theirs and is let go", { whose: "theirs", letGoAt }, { become: false, letGo: false }],
    ["that was chance and is let go", { whose: "chance", letGoAt }, { become: false, letGo: false }],
    [
      "that is mine and let go, however that came",
      { whose: "mine", letGoAt },
      { become: false, letGo: false },
    ],
  ] as const)("%s", (_what, reason, may) => {
    expect({ become: canBecome(reason), letGo: canLetGo(reason) }).toEqual(may);
  });
});

describe("the step to suggest", () => {
  test.each([
    ["a change, for what they said", "employer", "experiment"],
    ["a question, for what only its member thinks", "me", "feedback"],
    ["a question, for what nobody knows", "unknown", "feedback"],
  ] as const)("is %s", (_what, saidBy, first) => {
    const all = stepsFor({ saidBy }, steps);
    expect(all[0]).toBe(first);
    expect([...all].sort()).toEqual([...steps].sort());
  });

  test.each<[Step[]]>([[["goal"]], [["goal", "plan"]], [[]]])("is one of those that are open: %j", (open) => {
    expect(stepsFor({ saidBy: "me" }, open).sort()).toEqual([...open].sort());
  });
});
