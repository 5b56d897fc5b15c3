import { describe, expect, test } from "vitest";
import {
  COMMITMENT_LENGTH,
  isSpecific,
  knowsLanguage,
  offerSpecific,
  sayMoreSpecific,
  smallerWords,
} from "@/lib/commitments/rules";

describe("what one would see if it was done is left alone", () => {
  test.each([
    "Write to two people from the fair by Thursday",
    "Apply to 3 jobs",
    "call the agency on Tue",
    "Walk every morning",
    "finish the course tomorrow",
    "Ask Marta about the opening",
    "Send the letter to IKEA",
    "write to the people at DHL",
    "Read “The first ninety days”",
    "Look at https://example.org/jobs",
    "Half an hour of portfolio",
    "Call my sister once",
    "Update my GitHub page",
    "Rest this weekend",
  ])("%s", (words) => {
    expect(isSpecific(words)).toBe(true);
  });
});

describe("what says neither how many, nor whom, nor by when is noticed", () => {
  test.each([
    "Apply more",
    "Network",
    "network more",
    "Be kinder to myself",
    "I want to prepare better",
    "Work on my resume",
    "Somehow rest. And sleep",
    "NETWORKing", // a capital alone is no name where the sentence begins
    "someone",
    "Monitor openings",
    "Sun myself",
    "Read what I sat on",
  ])("%s", (words) => {
    expect(isSpecific(words)).toBe(false);
  });
});

test("a day that was chosen beside it is as good as one in words", () => {
  expect(isSpecific("Work on my resume", "2026-11-27")).toBe(true);
});

describe("the words that are offered say how much and by when", () => {
  test.each([
    ["apply more", "Send two applications by Sunday"],
    ["network", "Write to two people I know by Sunday"],
    ["Reach out to people.", "Write to two people I know by Sunday"],
    ["work on my resume", "Rewrite the first half of my resume by Sunday"],
    ["be kinder to myself!", "Be kinder to myself: the first half hour by Sunday"],
  ])("%s → %s", (words, offer) => {
    expect(offerSpecific(words, "2026-11-26", "2026-12-02")).toBe(offer);
    expect(isSpecific(offer)).toBe(true);
  });

  test("nothing is due after the week is over", () => {
    expect(offerSpecific("network", "2026-12-01", "2026-12-02")).toMatch(/by Wednesday$/);
    expect(offerSpecific("network", "2026-12-02", "2026-12-02")).toMatch(/by Wednesday$/);
  });

  test("they fit where they are offered, however long somebody wrote", () => {
    const offer = offerSpecific("tidy ".repeat(30).trim(), "2026-11-26", "2026-12-02");
    expect(offer.length).toBeLessThanOrEqual(COMMITMENT_LENGTH);
  });
});

test("one sentence asks about several at once, and says that both ways are fine", () => {
  const said = sayMoreSpecific([
    { words: "apply more", offer: "Send two applications by Sunday" },
    { words: "network", offer: "Write to two people I know by Sunday" },
  ]);
  expect(said).toBe(
    "Could “apply more” and “network” say how many, whom, or by when? For example: “Send two applications by Sunday”, and “Write to two people I know by Sunday”. Press again to keep your own words.",
  );
});

test.each([
  ["English", true],
  ["english, some Deutsch", true],
  ["Deutsch", false],
  ["日本語", false],
])("a circle that speaks %s is asked for more specific words: %s", (language, asked) => {
  expect(knowsLanguage(language)).toBe(asked);
});

test.each([
  ["Send 4 applications", "Send 2 applications"],
  ["Write to 5 people by Friday", "Write to 2 people by Friday"],
  ["Call at 10:30 on 4 December", "Five minutes: Call at 10:30 on 4 December"],
  ["Send 1 application", "Five minutes: Send 1 application"],
  ["Call the agency", "Five minutes: Call the agency"],
  ["Five minutes: Call the agency", "Five minutes: Call the agency"],
])("made smaller, “%s” begins as “%s”", (words, smaller) => {
  expect(smallerWords(words)).toBe(smaller);
});
