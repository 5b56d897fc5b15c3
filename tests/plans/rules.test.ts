import { describe, expect, test } from "vitest";
import { examples, findExample } from "@/lib/plans/examples";
import { type Happened, nudgeFor, type Occasion, plansFor, sayPlan, sentenceOf } from "@/lib/plans/rules";
import { setbackKinds } from "@/lib/setbacks/schema";

const nothing: Occasion = { kind: null, stage: null, feeling: null, obstacle: null };
const silent: Happened = { kind: null, stage: null, feelings: [] };
const felt = (word: string, strength: number): Happened => ({ ...silent, feelings: [{ word, strength }] });

describe("which plans a setback calls up", () => {
  test.each<[what: string, Occasion, Happened, boolean]>([
    ["its kind", { ...nothing, kind: "silence" }, { ...silent, kind: "silence" }, true],
    ["another kind", { ...nothing, kind: "silence" }, { ...silent, kind: "laid_off" }, false],
    ["no kind", { ...nothing, kind: "silence" }, silent, false],
    ["its stage", { ...nothing, stage: "second interview" }, { ...silent, stage: "second interview" }, true],
    [
      "its stage in other capitals and spaces",
      { ...nothing, stage: "Second Interview" },
      { ...silent, stage: " second  interview " },
      true,
    ],
    ["its stage in one word", { ...nothing, stage: "on site" }, { ...silent, stage: "Onsite" }, true],
    ["its stage in full-width letters", { ...nothing, stage: "HR" }, { ...silent, stage: "ＨＲ" }, true],
    ["another stage", { ...nothing, stage: "second interview" }, { ...silent, stage: "interview" }, false],
    ["no stage", { ...nothing, stage: "second interview" }, silent, false],
    ["nothing but spaces for a stage", { ...nothing, stage: " " }, { ...silent, stage: "  " }, false],
    ["its feeling at 5", { ...nothing, feeling: "deflated" }, felt("deflated", 5), true],
    ["its feeling at 10", { ...nothing, feeling: "deflated" }, felt("deflated", 10), true],
    ["its feeling at 4", { ...nothing, feeling: "deflated" }, felt("deflated", 4), false],
    ["its feeling in capitals", { ...nothing, feeling: "Left out" }, felt("left out", 7), true],
    ["another feeling", { ...nothing, feeling: "deflated" }, felt("angry", 9), false],
    ["no feeling", { ...nothing, feeling: "deflated" }, silent, false],
    [
      "a stage that is called like its feeling",
      { ...nothing, feeling: "tired" },
      { ...silent, stage: "tired" },
      false,
    ],
    ["anything at all, for a plan that names nothing", nothing, felt("", 9), false],
  ])("%s", (_what, plan, setback, calls) => {
    expect(plansFor(setback, [plan])).toEqual(calls ? [plan] : []);
  });

  test("each that fits, in their order, whichever of the feelings is the strong one", () => {
    const plans = [
      { ...nothing, id: 1, feeling: "sad" },
      { ...nothing, id: 2, kind: "final_round" as const },
      { ...nothing, id: 3, stage: "offer" },
      { ...nothing, id: 4, feeling: "hopeful" },
      { ...nothing, id: 5, feeling: "tired" },
    ];
    const setback: Happened = {
      kind: "final_round",
      stage: "Offer",
      feelings: [
        { word: "hopeful", strength: 3 },
        { word: "tired", strength: 6 },
      ],
    };
    expect(plansFor(setback, plans).map(({ id }) => id)).toEqual([2, 3, 5]);
  });
});

describe("a plan as its sentence", () => {
  test.each<[Occasion & { step: string }, string]>([
    [{ ...nothing, kind: "silence", step: "call Alder" }, "If they never answer, then I will call Alder."],
    [
      { ...nothing, stage: "second interview", step: "Call Alder." },
      "If it ends at “second interview”, then I will call Alder.",
    ],
    [
      { ...nothing, feeling: "deflated", step: "I will make tea!" },
      "If I feel deflated, then I will make tea.",
    ],
    [{ ...nothing, feeling: "sad", step: "then I’ll walk" }, "If I feel sad, then I will walk."],
    [
      { ...nothing, feeling: "sad", step: "CV away, shoes on" },
      "If I feel sad, then I will CV away, shoes on.",
    ],
  ])("%j", (plan, sentence) => {
    expect(sayPlan(sentenceOf(plan))).toBe(sentence);
  });

  test.each(setbackKinds)("has words for every kind: %s", (kind) => {
    expect(sayPlan(sentenceOf({ ...nothing, kind, step: "walk" }))).toMatch(
      /^If [a-zI].+, then I will walk\.$/,
    );
  });
});

describe("a step is asked about", () => {
  test.each<[step: string, "vague" | "large" | null]>([
    ["call Alder from the bench by the river", null],
    ["write to two people", null],
    ["breathe out ten times", null],
    ["walk for twenty minutes", null],
    ["put the laptop away and make tea", null],
    ["write three lines about what went well", null],
    ["anrufen, bei Anna", null],
    ["散歩に行く", null],
    ["relax", "vague"],
    ["be more positive", "vague"],
    ["I will stay strong.", "vague"],
    ["try harder next time", "vague"],
    ["do my best", "vague"],
    ["just move on", "vague"],
    ["not look at my phone", "vague"],
    ["Stop thinking about it", "vague"],
    ["send ten applications", "large"],
    ["apply to 20 new jobs", "large"],
    ["send 3 applications", null],
    ["call everyone I know", "large"],
    ["rewrite my resume", "large"],
    ["clean the whole flat", "large"],
    ["walk, call Alder, write to Wren and cook dinner", "large"],
    ["walk ".repeat(40), "large"],
  ])("%j: %s", (step, nudge) => {
    expect(nudgeFor(step)).toBe(nudge);
  });

  test.each(Object.entries(examples))("and none of the examples is: %s", (_name, { step }) => {
    expect(nudgeFor(step)).toBeNull();
  });
});

test.each(["__proto__", "toString", "", undefined, ["silence"]])("there is no example %j", (name) => {
  expect(findExample(name)).toBeNull();
});

test.each([
  ["If I open my phone first.", "If I open my phone first, then I will call Alder."],
  ["Evening comes and I am tired", "If evening comes and I am tired, then I will call Alder."],
  ["if and when I hesitate", "If and when I hesitate, then I will call Alder."],
])("something in oneself, said as %j, stands in its sentence", (obstacle, said) => {
  expect(sayPlan(sentenceOf({ ...nothing, obstacle, step: "call Alder" }))).toBe(said);
});
