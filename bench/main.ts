// npm run bench                          everything, at the small size
// npm run bench -- --large               a hundred times as many circles' words
// npm run bench -- --only /today,/goals --rounds 3    some pages alone, before and after a change
// npm run bench -- --writes --rounds 1   what members write alone
// npm run bench -- --plain               asks for answers that are not compressed
// npm run bench -- --profile /today      where the processor time of a page goes
//
// Brings its own Postgres, people and server, in a temporary folder, and leaves nothing behind but
// bench/results. It measures and tells: whether a bar holds decides nothing.

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { LEAVE_WITH_PARENT } from "../scripts/build.ts";
import { findFreePort } from "../scripts/ports.ts";
import { Problem } from "../scripts/problem.ts";
import { root } from "../scripts/project.ts";
import { type Run, runCommand, step } from "../scripts/steps.ts";
import type { Bare } from "./bare.ts";
import { askAlways } from "./load.ts";
import { type Cores, chooseCores, describeMachine, memoryOf, pin, tellsCpu, watchOthers } from "./machine.ts";
import { medianOf } from "./measure.ts";
import { type Opened, openPage, prepareMeasuring, targetFor } from "./measured-page.ts";
import { type BenchPage, pages } from "./pages.ts";
import { keepProfile, profileWhile, type Share, sharesOf } from "./profile.ts";
import { judge, printResults, printTable, type Results, readResults, writeResults } from "./report.ts";
import { type BenchSite, openBenchSite, type Served, startServer } from "./site.ts";
import type { Size } from "./world.ts";
import { prepareWrites } from "./writes.ts";

const { values: asked } = parseArgs({
  options: {
    large: { type: "boolean", default: false },
    only: { type: "string" },
    writes: { type: "boolean", default: false },
    rounds: { type: "string", default: "5" },
    plain: { type: "boolean", default: false },
    profile: { type: "string" },
  },
});
const size: Size = asked.large ? "large" : "small";
const rounds = Number(asked.rounds);
const chosen = (asked.profile ?? asked.only)
  ?.split(",")
  .map((path) => (path === "/circles" ? "/circles/[circleId]" : path));

/** Whether anything is left out. Then there is nothing to keep. */
const isPart = chosen !== undefined || asked.writes;

/** For so many milliseconds a page is watched, and as long before that. */
const PROFILED = 8_000;

await runCommand(async (run) => {
  if (!Number.isInteger(rounds) || rounds < 1) throw new Problem("--rounds is a number from 1.");
  const measured = pages.filter(({ path }) => chosen?.includes(path) ?? !asked.writes);
  if (measured.length === 0 && !asked.writes)
    throw new Problem(`There are ${pages.map(({ path }) => path).join(", ")}.`);
  if (!tellsCpu)
    console.log("  This system does not tell what processor time a program used: it is missing below.");

  if (asked.profile) return profile(run, measured);

  const machine = describeMachine();
  const site = await openBenchSite(run, { size });
  const start = isPart ? { readyMs: Number.NaN, rssIdleMb: Number.NaN } : await measureStart(site);
  const cores = chooseCores();
  if (cores) keepApart(site, cores);
  else console.log("  Server and load share their cores: there is only one, or no taskset.");

  const inOrder = async <T, R>(all: T[], work: (one: T) => Promise<R>): Promise<R[]> => {
    const results: R[] = [];
    for (const one of all) {
      run.signal.throwIfAborted();
      results.push(await work(one));
    }
    return results;
  };
  const opened = await step("Opening each page", () => inOrder(measured, (page) => openPage(site, page)));
  const bare = await startBare(run, site, opened);
  if (cores) pin(bare.pid, cores.app);
  const how = { packed: !asked.plain, signal: run.signal };
  const measuring = await inOrder(opened, (page) => prepareMeasuring(site, bare, page, how));
  await step("Warming up", () => inOrder(measuring, (page) => page.warmUp()));
  const writes = chosen && !asked.writes ? null : await prepareWrites(site);
  let rssLoadedMb = 0;
  const others = watchOthers();
  for (let round = 1; round <= rounds; round++) {
    await step(`Round ${round} of ${rounds}`, async () => {
      for (const page of measuring) {
        await page.round();
        rssLoadedMb = Math.max(rssLoadedMb, memoryOf(site.app.pid));
      }
      await writes?.round(run.signal);
      rssLoadedMb = Math.max(rssLoadedMb, memoryOf(site.app.pid));
    });
  }

  const results: Results = {
    size,
    commit: commitOf(),
    at: new Date().toISOString(),
    machine: { ...machine, pinned: cores !== null, busyWithOthersPercent: others() },
    rounds,
    pages: measuring.map((page) => page.result()),
    writes: writes?.result() ?? [],
    process: { ...start, rssLoadedMb },
  };
  const bars = judge(results, readResults(size === "small" ? "large" : "small"));
  printResults(results, bars);
  if (!isPart) for (const name of ["latest", size]) writeResults(name, { ...results, bars });
  return 0;
});

/** How long a start takes on a database that is there, and what the app needs before anybody came. */
async function measureStart(site: BenchSite) {
  const took: number[] = [];
  await step("Starting three times", async () => {
    for (let time = 0; time < 3; time++) took.push(await site.restart());
  });
  await pause(3_000);
  return { readyMs: medianOf(took), rssIdleMb: memoryOf(site.app.pid) };
}

function keepApart(site: BenchSite, cores: Cores): void {
  pin(site.app.pid, cores.app);
  pin(site.empty.pid, cores.app);
  pin(site.postgres.pid, cores.postgres);
  pin(process.pid, cores.load);
}

async function startBare(run: Run, site: BenchSite, opened: Opened[]): Promise<Served> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onward-bare-"));
  run.closing(() => fs.rmSync(folder, { recursive: true }));
  const file = path.join(folder, "pages.json");
  const bare: Bare = {
    database: site.postgres.app,
    pages: Object.fromEntries(opened.map(({ url, read, html }) => [url, { statements: read, html }])),
  };
  fs.writeFileSync(file, JSON.stringify(bare), { mode: 0o600 });
  const program = path.join(root, "bench/bare.ts");
  return startServer(
    run,
    "The bare server",
    (port) => [process.execPath, ["--import", LEAVE_WITH_PARENT, program, file, String(port)]],
    path.join(folder, "log"),
  );
}

function commitOf(): string {
  try {
    const git = (...args: string[]) =>
      execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: "pipe" });
    const changed = git("status", "--porcelain", "--untracked-files=no").trim() !== "";
    return git("rev-parse", "--short", "HEAD").trim() + (changed ? ", changed" : "");
  } catch {
    // Not a clone.
    return "unknown";
  }
}

/** Prints where the processor time of some pages goes. */
async function profile(run: Run, measured: BenchPage[]): Promise<number> {
  const port = await findFreePort();
  const site = await openBenchSite(run, { size, env: { NODE_OPTIONS: `--inspect=127.0.0.1:${port}` } });
  const cores = chooseCores();
  if (cores) keepApart(site, cores);
  for (const page of measured) {
    const target = await targetFor(site, page, site.world.people.median, !asked.plain);
    const load = (ms: number) => askAlways(target, { connections: 8, ms, signal: run.signal });
    await step(`Warming up ${page.path}`, () => load(PROFILED));
    const taken = await step("Taking its profile", () => profileWhile(port, () => load(PROFILED)));
    const { packages, functions } = sharesOf(taken);
    const rows = (shares: Share[]) => shares.map(({ name, percent }) => [percent, name]);
    printTable(["%", "package"], rows(packages.filter(({ percent }) => percent >= 0.5)));
    printTable(["%", "function"], rows(functions.slice(0, 25)));
    console.log(`\n  For Chrome's developer tools: ${keepProfile(taken, page.path)}`);
  }
  return 0;
}
