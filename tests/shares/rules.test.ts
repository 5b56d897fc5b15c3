import { describe, expect, test } from "vitest";
import { leavesWords, saysOnlyThat, whatTheCircleSees } from "@/lib/shares/rules";
import { facts } from "@/lib/shares/schema";

const setback = {
  kind: "final_round",
  company: "Blue Heron Freight",
  role: "Dispatcher at Blue Heron Freight",
  industry: "Logistics",
  stage: "third round",
  source: "a job board",
  day: "2026-11-17",
  feelings: [
    { word: "deflated", strength: 8 },
    { word: "tired", strength: 6 },
  ],
} as const;

type Choice = Parameters<typeof whatTheCircleSees>[1];
const nothing: Choice = {
  circleId: "c",
  need: "listen",
  fact: [],
  piece: [],
  employer: "no",
  names: "masked",
  wordsToo: false,
  words: "Blue Heron Freight took someone internal.",
};
const seen = (choice: Partial<Choice>, told: Partial<Parameters<typeof whatTheCircleSees>[0]> = {}) => {
  const everything = { ...setback, feelings: [...setback.feelings], ...told };
  const { body, details } = whatTheCircleSees(everything, { ...nothing, ...choice }, "2026-11-22");
  return [body, ...details];
};

describe("a circle sees", () => {
  test.each<[string, Partial<Choice>, string[]]>([
    ["that there was a setback, when nothing is ticked", {}, ["A setback."]],
    ["its kind alone", { fact: ["kind"] }, ["Turned down after the final round."]],
    [
      "the words with the kind beside them, and the name inside them masked",
      { fact: ["kind"], wordsToo: true },
      ["A company took someone internal.", "Turned down after the final round"],
    ],
    [
      "the employer without a name",
      { fact: ["kind"], employer: "masked" },
      ["Turned down after the final round.", "At a company"],
    ],
    [
      "the employer's industry, once",
      { fact: ["industry"], employer: "masked", wordsToo: true },
      ["A company in logistics took someone internal.", "At a company in logistics"],
    ],
    ["the industry without the employer", { fact: ["industry"] }, ["A setback.", "In logistics"]],
    [
      "the employer by name, only when the author says so",
      { fact: ["industry", "role"], employer: "named", wordsToo: true },
      [
        "Blue Heron Freight took someone internal.",
        "At Blue Heron Freight",
        "In logistics",
        "As Dispatcher at Blue Heron Freight",
      ],
    ],
    [
      "every fact, none with the employer's name",
      { fact: [...facts] },
      [
        "Turned down after the final round.",
        "In logistics",
        "As Dispatcher at a company in logistics",
        "How far: third round",
        "Found through: a job board",
        "Tuesday, 17 November",
        "deflated 8",
        "tired 6",
      ],
    ],
  ])("%s", (_what, choice, expected) => {
    expect(seen(choice)).toEqual(expected);
  });

  test("nothing of what is not there, whatever is ticked", () => {
    const empty = {
      kind: null,
      company: null,
      role: null,
      industry: null,
      stage: null,
      source: null,
      feelings: [],
    };
    expect(seen({ fact: [...facts], employer: "named" }, empty)).toEqual([
      "A setback.",
      "Tuesday, 17 November",
    ]);
  });

  test("a piece of what became of it only where that piece was chosen, without the employer's name", () => {
    const pieces = [
      { kind: "fairer", id: "1", text: "Blue Heron Freight did not see all of me." },
      { kind: "fairer", id: "2", text: "One no is one no." },
    ] as const;
    const body = (piece: string[], employer: Choice["employer"]) =>
      whatTheCircleSees({ ...setback, feelings: [] }, { ...nothing, piece, employer }, "2026-11-22", [
        ...pieces,
      ]).body;
    expect(body([], "masked")).toBe("A setback.");
    expect(body(["fairer:1"], "masked")).toBe(
      "A setback.\n\nA fairer thought: A company did not see all of me.",
    );
    expect(body(["fairer:1", "fairer:2"], "named")).toContain(
      "A fairer thought: Blue Heron Freight did not see all of me.\n\nA fairer thought: One no is one no.",
    );
  });

  test.each(facts)("never the employer's name by way of %s", (fact) => {
    const leaky = {
      role: "x Acme",
      industry: "Acme things",
      stage: "Acme day",
      source: "acme.com",
      company: "Acme",
      feelings: [{ word: "ACME rage", strength: 3 }],
    };
    for (const employer of ["no", "masked"] as const) {
      expect(
        seen({ fact: [fact, "industry"], employer, wordsToo: true, words: "acme" }, leaky).join(),
      ).not.toMatch(/acme/i);
    }
  });
});

test.each([
  ["the words of the setback, not ticked", "They said no.", false, false],
  ["those with space around them", "They said no.", false, false, "  They said no.\n"],
  ["none at all", "", false, false],
  ["other words, not ticked", "I would like to talk.", false, true],
  ["other words, ticked", "I would like to talk.", true, false],
])(
  "words written for the circle that stay behind are noticed: %s",
  (_what, words, wordsToo, left, happened = "They said no.") => {
    expect(leavesWords({ happened }, { words, wordsToo })).toBe(left);
  },
);

test.each([
  [{ body: "A setback.", details: [] }, true],
  [{ body: "A setback.", details: ["deflated 8"] }, false],
  [{ body: "Silence.", details: [] }, false],
])("a preview that says no more than that there was a setback is noticed: %j", (shown, only) => {
  expect(saysOnlyThat(shown)).toBe(only);
});
