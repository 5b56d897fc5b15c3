// npm run check: everything that can be known without waiting for the tests, as one list. CI runs the same.

import fs from "node:fs";
import path from "node:path";
import { ensureClient } from "./build.ts";
import { findContractions } from "./contractions.ts";
import { listMigrations } from "./migrations.ts";
import { findPendingSql } from "./next-migration.ts";
import { Problem, wordsOf } from "./problem.ts";
import { runProcess } from "./processes.ts";
import { root, tool } from "./project.ts";
import { runCommand, secondsSince } from "./steps.ts";

const run = (packageName: string, ...args: string[]) => {
  const [command, rest] = tool(packageName, ...args);
  return runProcess(command, rest, { cwd: root });
};

const checks: [title: string, check: (signal: AbortSignal) => Promise<unknown>][] = [
  ["The Prisma client fits the schema", () => ensureClient(root)],
  ["Migrations lead to the schema", checkMigrations],
  ["Migrations leave alone what the version before uses", checkContractions],
  ["Links lead to pages (next typegen)", () => run("next", "typegen")],
  ["Types", () => run("typescript", "--noEmit", "--incremental", "false")],
  [
    "Format, accessibility, floating promises (biome)",
    () => run("@biomejs/biome", "check", "--error-on-warnings", "--diagnostic-level=warn", "."),
  ],
  ["Direction of imports", checkDirection],
  ["Nothing unused (knip)", () => run("knip", "--no-progress", "--no-config-hints")],
  ["The lockfile holds every platform and no address", checkLockfile],
  ["Pages are light, and ask little of Postgres", checkWeight],
];

await runCommand(async ({ signal }) => {
  let failed = 0;
  for (const [title, check] of checks) {
    signal.throwIfAborted();
    const began = performance.now();
    const problem = await check(signal).then(() => null, wordsOf);
    console.log(`  ${problem === null ? "✓" : "✗"} ${title}  ${secondsSince(began)}`);
    if (problem === null) continue;
    failed++;
    console.log(`\n${problem.replaceAll(/^/gm, "      ")}\n`);
  }
  if (failed > 0) throw new Problem(failed === 1 ? "One check says no." : `${failed} checks say no.`);
  return 0;
});

async function checkMigrations(): Promise<void> {
  if ((await findPendingSql(root)) !== null) {
    throw new Problem("The schema has changed since the newest migration: npm run db:migration NAME");
  }
}

async function checkContractions(): Promise<void> {
  const folder = path.join(root, "prisma/migrations");
  const found = listMigrations(root).flatMap((name) =>
    findContractions(fs.readFileSync(path.join(folder, name, "migration.sql"), "utf8")).map(
      (what) => `${name}: ${what}`,
    ),
  );
  if (found.length > 0)
    throw new Problem(`${found.join("\n")}\nCONTRIBUTING.md says how ("Changing the data").`);
}

async function checkDirection(): Promise<void> {
  const places = ["app", "components", "lib", "scripts", "prisma", "tests", "e2e", "bench", "proxy.ts"];
  const said = await run("dependency-cruiser", "--config", ".dependency-cruiser.cjs", ...places);
  // With a compiler that it cannot use it finds no modules, and nothing wrong with them.
  const seen = Number(/\((\d+) modules/.exec(said)?.[1] ?? 0);
  if (seen < 200) throw new Problem(`dependency-cruiser has looked at ${seen} modules only.`);
}

// In a process of its own, since the app's own modules want to be loaded in another way.
async function checkWeight(signal: AbortSignal): Promise<void> {
  const line = ["--conditions=react-server", "--import", "./scripts/sources.ts", "bench/quick.ts"];
  await runProcess(process.execPath, line, { cwd: root, signal });
}

// Packages with native parts name one for each platform. npm refuses a lockfile that lacks some, but only on a
// machine that misses them.
async function checkLockfile(): Promise<void> {
  const text = fs.readFileSync(path.join(root, "package-lock.json"), "utf8");
  if (text.includes('"resolved":'))
    throw new Problem("package-lock.json names addresses; it must hold none.");

  const { packages }: { packages: Record<string, { optionalDependencies?: Record<string, string> }> } =
    JSON.parse(text);
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !folders(place).some((at) => `${at}node_modules/${name}` in packages),
    ),
  );
  if (missing.length > 0) {
    throw new Problem(
      `package-lock.json lacks ${missing.join(", ")}. Choose versions for which npm knows them all.`,
    );
  }
}

/** Where Node looks for what a package needs: in itself, then in every folder around it. */
function folders(place: string): string[] {
  const parts = place.split(/(?=node_modules\/)/).map((part) => part.replace(/\/?$/, "/"));
  return [...parts.map((_, index) => parts.slice(0, index + 1).join("")), ""].map((at) =>
    at === "/" ? "" : at,
  );
}
