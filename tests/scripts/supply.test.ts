import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/* What comes from others: as few programs at installation as can be, and nothing older than its last mended hole. */

type Package = { version: string; hasInstallScript?: boolean };
const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const packages: Record<string, Package> = read("package-lock.json").packages;
const { allowScripts, dependencies, devDependencies } = read("package.json");
const nameOf = (place: string) => place.replace(/^.*node_modules\//, "");

test("nothing runs at installation that package.json does not speak of by name", () => {
  const wanting = Object.entries(packages)
    .filter(([place, { hasInstallScript }]) => place !== "" && hasInstallScript)
    .map(([place]) => nameOf(place));
  // Onward's own package makes the Prisma client, and the rest is listed.
  expect(wanting.filter((name) => name !== "fsevents" && !(name in allowScripts))).toEqual([]);
  expect(Object.keys(allowScripts).filter((name) => !wanting.includes(name))).toEqual([]);
});

// docs/operations.md says when these are raised.
test.each([
  // RCEs in "use cache" and the image optimiser before it.
  ["next", "16.4.1"],
  // Mail that reached others, by way of the mail library that it asks for.
  ["next-auth", "4.24.12"],
  // Comes with Next, for an optimiser that is turned off; a hole in the library for WebP.
  ["sharp", "0.32.6"],
  // Mail that reached others, and a parser of addresses that never ended.
  ["nodemailer", "7.0.11"],
  // RCE in what decodes the arguments of actions.
  ["react", "19.2.1"],
])("%s is at least %s, wherever it is", (name, floor) => {
  const found = Object.entries(packages).filter(([place]) => place !== "" && nameOf(place) === name);
  expect(found.length).toBeGreaterThan(0);
  for (const [place, { version }] of found)
    expect(isAtLeast(version, floor), `${place} ${version}`).toBe(true);
});

test("what is installed is what was tried: each dependency is named by one exact version", () => {
  for (const version of Object.values({ ...dependencies, ...devDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
  }
});

function isAtLeast(version: string, floor: string): boolean {
  const [is, must] = [version, floor].map((text) => text.split(/[-+]/)[0]?.split(".").map(Number) ?? []);
  const at = must?.findIndex((part, index) => part !== is?.[index]) ?? -1;
  return at === -1 || (is?.[at] ?? 0) > (must?.[at] ?? 0);
}
