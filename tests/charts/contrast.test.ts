import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/* What a picture says is seen by everybody: by its contrast, by day and by night, and never by its colour alone. */

const css = readFileSync("app/globals.css", "utf8");
const token = (name: string): [string, string] => {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? [];
  if (!light || !dark) throw new Error(`There is no ${name}.`);
  return [light, dark];
};

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

describe.each([
  ["by day", 0],
  ["by night", 1],
] as const)("%s", (_, theme) => {
  test("what pictures are drawn with is seen on paper", () => {
    for (const mark of ["sage", "ink", "control"])
      expect(contrast(token(mark)[theme], token("paper")[theme]), mark).toBeGreaterThanOrEqual(3);
    for (const words of ["ink", "muted"])
      expect(contrast(token(words)[theme], token("paper")[theme]), words).toBeGreaterThanOrEqual(4.5);
  });
});

/** What only keeps the eye in place: a track, a grid, a day on which nothing was. It says nothing by itself. */
const QUIET = ["empty", "line", "none", "paper", "transparent"];
const SEEN = ["sage", "control", "current", "ink"];

test.each(globSync("components/charts/*.tsx"))(
  "%s draws with roles that can be seen, and nothing red",
  (file) => {
    for (const [, classes = ""] of readFileSync(file, "utf8").matchAll(
      /"([^"\n]*\b(?:fill|stroke)-[^"\n]*)"/g,
    )) {
      const roles = [...classes.matchAll(/\b(?:fill|stroke)-([a-z][a-z-]*)/g)].map(([, role = ""]) => role);
      for (const role of roles) {
        // Half as strong stands beside its whole, or is larger and smaller as well.
        if (role === "sage-half")
          expect(roles.some((other) => other === "sage" || other === "sage-half")).toBe(true);
        else expect([...QUIET, ...SEEN], classes).toContain(role);
      }
    }
  },
);
