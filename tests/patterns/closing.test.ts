import { describe, expect, test } from "vitest";
import { closingOf } from "@/lib/patterns/closing";
import { byKind, byWhose } from "@/lib/patterns/rules";
import { sayObservation } from "@/lib/patterns/sentences";
import type { SetbackKind } from "@/lib/setbacks/schema";

const kinds = (counts: Partial<Record<SetbackKind, number>>) =>
  byKind(
    Object.entries(counts).flatMap(([kind, count]) =>
      Array.from({ length: count }, () => ({ kind: kind as SetbackKind })),
    ),
  );
const whose = (mine: number, theirs: number, chance: number) =>
  byWhose(
    Object.entries({ mine, theirs, chance }).flatMap(([whose, count]) =>
      Array.from({ length: count }, (_, at) => ({
        setbackId: `${whose} ${at}`,
        whose: whose as "mine",
        letGo: false,
      })),
    ),
  );

describe("the end of the page", () => {
  const nothing = { kinds: kinds({}), whose: whose(0, 0, 0), ofMine: 0 };
  const fourOfSix = kinds({ after_screening: 4, silence: 2 });

  test.each<[string, Partial<typeof nothing>, boolean, string | null, string | null]>([
    ["nothing is said", {}, false, null, null],
    ["four of six ended at one place", { kinds: fourOfSix }, false, "kind", "/learning/new"],
    ["the same, on a day with a setback", { kinds: fourOfSix }, true, null, null],
    ["three of three, which is too little to say", { kinds: kinds({ silence: 3 }) }, false, null, null],
    ["half of them did", { kinds: kinds({ silence: 2, laid_off: 2 }) }, false, null, null],
    [
      "most ended in silence",
      { kinds: kinds({ silence: 3, laid_off: 1 }) },
      false,
      "kind",
      "/goals/new?preset=contact",
    ],
    [
      "most ended after applying",
      { kinds: kinds({ after_applying: 12, laid_off: 1 }) },
      false,
      "kind",
      "/goals/new?preset=feedback",
    ],
    ["most were layoffs", { kinds: kinds({ laid_off: 5 }) }, false, "kind", "/goals/new?preset=company"],
    ["own reasons in one setback", { whose: whose(1, 0, 0), ofMine: 1 }, false, null, null],
    ["own reasons in two", { whose: whose(2, 9, 0), ofMine: 2 }, false, "mine", "/learning/new"],
    [
      "own reasons in two, and most ended in silence",
      { kinds: kinds({ silence: 5 }), whose: whose(2, 0, 0), ofMine: 2 },
      false,
      "kind",
      "/learning/new",
    ],
    ["own reasons, on a day with a setback", { whose: whose(2, 0, 0), ofMine: 2 }, true, null, null],
    [
      "most reasons were not theirs",
      { whose: whose(1, 2, 1), ofMine: 1 },
      false,
      "not mine",
      "/goals/new?preset=rest",
    ],
    ["half of the reasons were", { whose: whose(2, 1, 1), ofMine: 1 }, false, null, null],
    ["three reasons, which is too little to say", { whose: whose(0, 2, 1) }, false, null, null],
  ])("where %s", (_name, seen, waits, about, href) => {
    const closing = closingOf({ ...nothing, ...seen }, waits);
    expect(closing?.observation.about ?? null).toBe(about);
    expect(closing?.offer.href ?? null).toBe(href);
  });

  test("says a count, and how sure it is", () => {
    const say = (seen: Partial<typeof nothing>) => {
      const closing = closingOf({ ...nothing, ...seen }, false);
      return closing && sayObservation(closing.observation);
    };
    expect(say({ kinds: fourOfSix })).toBe(
      "Four of six stopped after the first screening. That is too few to tell more.",
    );
    expect(say({ kinds: kinds({ silence: 7, laid_off: 5 }) })).toBe(
      "Seven of twelve ended in silence. As a share, that is most likely between 32% and 81%.",
    );
    expect(say({ ofMine: 2 })).toBe("Two setbacks of yours have a reason that you called your own.");
    expect(say({ whose: whose(2, 5, 1) })).toBe(
      "Six of eight reasons were not yours. That is too few to tell more.",
    );
  });
});
