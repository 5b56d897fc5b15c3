import { describe, expect, test } from "vitest";
import { noticesDanger, noticesDangerInAny } from "@/lib/crisis/rules";
import { known, onceHeldOut, type Sentence } from "./sentences";
import { heldOut } from "./sentences-held-out";
import { rounds } from "./sentences-rounds";
import { firstHeldOut, met, tuned } from "./sentences-tried";

const madeWith = [...known, ...onceHeldOut, ...met, ...tuned, ...firstHeldOut, ...rounds.flat()];
const all = [...madeWith, ...heldOut];

/** How many of those noticed should be, and how many that should be are. */
function measure(sentences: Sentence[]) {
  const noticed = sentences.map(([danger, text]) => ({ danger, text, said: noticesDanger(text, "en") }));
  const right = noticed.filter(({ danger, said }) => danger && said).length;
  return {
    precision: right / noticed.filter(({ said }) => said).length,
    recall: right / noticed.filter(({ danger }) => danger).length,
    wrong: noticed
      .filter(({ danger, said }) => danger !== said)
      .map(({ danger, text }) => `${danger ? "missed" : "needless"}: ${text}`),
  };
}

test("there are at least two hundred sentences, half of each kind, and none twice", () => {
  expect(all.length).toBeGreaterThanOrEqual(200);
  expect(heldOut.length).toBeGreaterThanOrEqual(80);
  expect(new Set(all.map(([, text]) => text)).size).toBe(all.length);
  for (const set of [known, onceHeldOut, tuned, ...rounds, heldOut]) {
    const share = set.filter(([danger]) => danger).length / set.length;
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.55);
  }
});

// What the held-out ones get wrong is not printed: they are held out as long as nobody has seen it.
test.each([
  { name: "of all kinds", sentences: all, bar: 0.9, shows: false },
  { name: "that it was made with", sentences: madeWith, bar: 0.9, shows: true },
  { name: "that it was never made with", sentences: heldOut, bar: 0.75, shows: false },
])("the list is right often enough on sentences $name", ({ name, sentences, bar, shows }) => {
  const { precision, recall, wrong } = measure(sentences);
  const lines = shows ? wrong.map((line) => `\n  ${line}`).join("") : "";
  console.log(
    `Crisis list, ${sentences.length} sentences ${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}${lines}`,
  );
  expect(precision).toBeGreaterThanOrEqual(bar);
  expect(recall).toBeGreaterThanOrEqual(bar);
});

const said = "I want to kill myself";

describe("what another clause says takes nothing back", () => {
  test.each([
    ...[
      "They said no again and",
      "If they say no",
      "Without this job",
      "I got no offer so",
      "Nobody replied,",
    ],
    ...["I never get anywhere because", "I can't do this", "I did not get it, and", "No one wants me, so"],
    ...["In 2024 I lost everything and", "I used to love this work,", "As a student I had hope but"],
    ...[
      "I watched a film and cried and",
      "Since the workshop about interviews",
      "I keep hearing that song and",
    ],
  ])("%s ...", (clause) => {
    expect(noticesDanger(`${clause} ${said}.`, "en")).toBe(true);
    expect(noticesDanger(`${clause} ${said}.`.toUpperCase().replaceAll("'", "\u2019"), "en")).toBe(true);
  });
});

test.each([
  "I would never kill myself.",
  "I am not going to kill myself.",
  "I have no thoughts of killing myself.",
  "I'm not suicidal, and I don't want to die or hurt myself.",
  "I don't think I want to kill myself.",
  "Without ever thinking about suicide, I was very low.",
  "When I was sixteen I wanted to die.",
  "Ten years ago, I tried to kill myself.",
  "I used to hurt myself.",
  "The song I Want to Die came on.",
])("what its own clause says takes it back: %s", (text) => {
  expect(noticesDanger(text, "en")).toBe(false);
});

test.each([
  "I can't kill myself because of the children.",
  "I don't have the courage to kill myself.",
  "I told them that I'm not suicidal, and I lied.",
  "I promised not to kill myself.",
  "I still want to kill myself, as I did ten years ago.",
])("what only looks as if it did does not: %s", (text) => {
  expect(noticesDanger(text, "en")).toBe(true);
});

test("a text that is made to take long takes no time", () => {
  const pieces = [
    "want ",
    "not ",
    "i ",
    "hope ",
    "no reason ",
    "suicide ",
    "not suicide and ",
    "a time dealt ",
  ];
  const more = [
    "wish a b c ",
    "bridge want ",
    "the song ",
    "pills a b c ",
    "I am not, ",
    "in 2024 i was suicidal ",
  ];
  for (const piece of [...pieces, ...more]) {
    const text = piece.repeat(20_000 / piece.length);
    // The shortest of three: what else the machine does is not counted.
    const times = [1, 2, 3].map(() => {
      const begun = performance.now();
      noticesDangerInAny(text);
      return performance.now() - begun;
    });
    expect(Math.min(...times), piece).toBeLessThan(50);
  }
});
