import { describe, expect, test } from "vitest";
import { freshId } from "@/lib/ids";
import { freshDataKey, isSealed, privateWords, rewrapKey, UNREADABLE } from "@/lib/private-words";
import { Refusal } from "@/lib/refusal";

const aKeyholder = () => {
  const id = freshId();
  return { id, dataKey: freshDataKey(id), sealedAt: new Date() as Date | null };
};

describe("words that are sealed", () => {
  const juniper = aKeyholder();
  const words = privateWords(juniper);
  const row = freshId();
  const sealed = words.seal("setbacks.happened", row, "They went with someone internal.");

  test("open for their member, and say nothing to whoever reads the database", () => {
    expect(isSealed(sealed)).toBe(true);
    expect(sealed).not.toContain("internal");
    expect(privateWords(juniper).open("setbacks.happened", row, sealed)).toBe(
      "They went with someone internal.",
    );
  });

  test("may be none at all, or of any script", () => {
    expect(words.seal("setbacks.happened", row, null)).toBeNull();
    expect(words.open("setbacks.happened", row, null)).toBeNull();
    for (const text of ["", "Пришёл отказ", "😶‍🌫️", "a".repeat(10_000)])
      expect(words.open("reasons.words", row, words.seal("reasons.words", row, text))).toBe(text);
  });

  test("are sealed the same way twice in the same place, so that a form sent twice finds its row", () => {
    expect(words.seal("setbacks.happened", row, "No.")).toBe(words.seal("setbacks.happened", row, "No."));
    const elsewhere = [
      words.seal("setbacks.happened", freshId(), "No."),
      words.seal("reasons.words", row, "No."),
    ];
    const others = privateWords(aKeyholder()).seal("setbacks.happened", row, "No.");
    expect(new Set([words.seal("setbacks.happened", row, "No."), ...elsewhere, others]).size).toBe(4);
  });

  test.each([
    ["in another row", () => words.open("setbacks.happened", freshId(), sealed)],
    ["in another column", () => words.open("setbacks.page", row, sealed)],
    ["with another member's key", () => privateWords(aKeyholder()).open("setbacks.happened", row, sealed)],
    [
      "as another member with the same key",
      () => privateWords({ ...juniper, id: freshId() }).open("setbacks.happened", row, sealed),
    ],
    ["after a character was changed", () => words.open("setbacks.happened", row, `${sealed.slice(0, -2)}AA`)],
    ["with anything after them", () => words.open("setbacks.happened", row, `${sealed}!! `)],
    ["cut short", () => words.open("setbacks.happened", row, sealed.slice(0, 20))],
    [
      "after their key is gone",
      () => privateWords({ ...juniper, dataKey: null }).open("setbacks.happened", row, sealed),
    ],
    ["in place of sealed ones, put there openly", () => words.open("setbacks.happened", row, "Forged.")],
  ])("do not open %s, and whatever else is on the page does", (_, open) => {
    expect(open()).toBe(UNREADABLE);
  });

  test("that lie open from before there was a key are read as they are, until all are sealed", () => {
    const before = privateWords({ ...juniper, sealedAt: null });
    expect(before.open("setbacks.happened", row, "An old line.")).toBe("An old line.");
    expect(before.open("setbacks.happened", row, sealed)).toBe("They went with someone internal.");
  });

  test("that cannot be read are never overwritten by the sentence that stands for them", () => {
    expect(() => words.seal("setbacks.happened", row, UNREADABLE)).toThrow(Refusal);
  });
});

test("a data key under the newest vault key needs no other", () => {
  const { id, dataKey } = aKeyholder();
  expect(rewrapKey(id, dataKey)).toBeNull();
});
