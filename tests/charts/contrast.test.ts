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
const linear = (hex: string): number[] =>
  [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

const themes = [
  ["by day", (name: string) => token(name)[0]],
  ["by night", (name: string) => token(name)[1]],
  [
    "on paper that is printed",
    (name: string) => (["paper", "card"].includes(name) ? "#ffffff" : token(name)[0]),
  ],
] as const;

/**
 * How colours look to whoever lacks one of three kinds of cones: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes,
 * "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009), severity 1.
 */
const eyes = {
  "all colours": [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
  // Luminance alone.
  "no colours": [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722],
};

const seenAs = (hex: string, matrix: number[]): number => {
  const [r = 0, g = 0, b = 0] = linear(hex);
  const [R = 0, G = 0, B = 0] = [0, 3, 6].map((row) =>
    Math.min(
      1,
      Math.max(0, (matrix[row] ?? 0) * r + (matrix[row + 1] ?? 0) * g + (matrix[row + 2] ?? 0) * b),
    ),
  );
  return 0.2126 * R + 0.7152 * G + 0.0722 * B;
};

describe.each(themes)("%s", (_, of) => {
  test("what pictures are drawn with is seen on paper and on cards", () => {
    for (const ground of ["paper", "card"]) {
      for (const mark of ["sage", "ink", "control"])
        expect(contrast(of(mark), of(ground)), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3);
      for (const words of ["ink", "muted"])
        expect(contrast(of(words), of(ground)), `${words} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(Object.entries(eyes))(
    "what is filled is told from what is empty by eyes that see %s",
    (_, eye) => {
      for (const ground of ["paper", "card", "empty"]) {
        const [low = 0, high = 0] = [seenAs(of("sage"), eye), seenAs(of(ground), eye)].sort((a, b) => a - b);
        expect((high + 0.05) / (low + 0.05), `sage beside ${ground}`).toBeGreaterThanOrEqual(3);
      }
    },
  );
});

/** What only keeps the eye in place: a track, a grid, a day on which nothing was. It says nothing by itself. */
const QUIET = ["empty", "line", "none", "paper", "transparent"];
const SEEN = ["sage", "control", "current", "ink"];

test.each([...globSync("components/charts/*.tsx"), "components/reframes/before-after.tsx"])(
  "%s draws with roles that can be seen, and nothing red",
  (file) => {
    for (const [, classes = ""] of readFileSync(file, "utf8").matchAll(
      /"([^"\n]*\b(?:fill|stroke)-[^"\n]*)"/g,
    ))
      for (const [, role] of classes.matchAll(/\b(?:fill|stroke)-([a-z][a-z-]*)/g))
        expect([...QUIET, ...SEEN], classes).toContain(role);
  },
);
