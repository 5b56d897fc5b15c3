import { expect, test } from "vitest";
import { noticesDanger } from "@/lib/crisis/rules";
import { heldOut, known, type Sentence } from "./sentences";

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
  const all = [...known, ...heldOut];
  expect(all.length).toBeGreaterThanOrEqual(200);
  expect(heldOut.length).toBeGreaterThanOrEqual(80);
  expect(new Set(all.map(([, text]) => text)).size).toBe(all.length);
  for (const set of [known, heldOut]) {
    const share = set.filter(([danger]) => danger).length / set.length;
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.55);
  }
});

test.each([
  ["made with", known],
  ["never made with", heldOut],
])("the list is right nine times in ten on what it was %s", (name, sentences) => {
  const { precision, recall, wrong } = measure(sentences);
  console.log(
    `Crisis list, ${sentences.length} sentences that it was ${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}${wrong.map((line) => `\n  ${line}`).join("")}`,
  );
  expect(precision).toBeGreaterThanOrEqual(0.9);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});
