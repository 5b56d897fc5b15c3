// What the benchmark found, as the file that it writes and as the tables that it prints.

import fs from "node:fs";
import path from "node:path";
import { root } from "../scripts/project.ts";
import type { describeMachine } from "./machine.ts";
import { everyPage, growth, pages, wholeProcess } from "./pages.ts";
import type { Size } from "./world.ts";

export type PageResult = {
  path: string;
  /** Processor time of one answer, in milliseconds, and how many times that of the others it is. */
  cpuMs: number;
  cpuOverEmpty: number;
  cpuOverBare: number;
  emptyCpuMs: number;
  bareCpuMs: number;
  postgresCpuMs: number;
  requestsPerSecond: number;
  /** Milliseconds until the answer is there, while half as much is asked as can be done. */
  p50: number;
  p95: number;
  p99: number;
  /** The same of the empty page, between the same page's own. */
  emptyWaits: { p50: number; p95: number; p99: number };
  statements: number;
  /** Pages of the database that its statements touch. */
  buffers: number;
  /** Tables that have grown and are read from beginning to end. */
  sequentialScans: string[];
  /** How long Postgres takes for its statements, in milliseconds. */
  sqlP50: number;
  htmlGz: number;
  jsGz: number;
  jsGzOverEmpty: number;
  /** The same page of others. */
  others?: { who: string; cpuMs: number; cpuOverMedian: number; sqlP50: number }[];
  cpuVeteranOverNewcomer?: number;
};

export type WriteResult = { name: string; cpuMs: number; postgresCpuMs: number; perSecond: number };

export type Results = {
  size: Size;
  commit: string;
  at: string;
  machine: ReturnType<typeof describeMachine> & { pinned: boolean; busyWithOthersPercent: number };
  rounds: number;
  pages: PageResult[];
  writes: WriteResult[];
  process: { readyMs: number; rssIdleMb: number; rssLoadedMb: number };
};

export type Judged = { what: string; value: number; bar: number; holds: boolean };

/** Each bar and whether it holds; what could not be measured is left out. */
export function judge(results: Results, otherSize: Results | null): Judged[] {
  const judged: Judged[] = [];
  const atMost = (what: string, value: number | undefined, bar: number | undefined) => {
    if (value === undefined || bar === undefined || !Number.isFinite(value)) return;
    judged.push({ what, value, bar, holds: value <= bar });
  };
  for (const page of results.pages) {
    const { bars = {} } = pages.find(({ path }) => path === page.path) ?? {};
    atMost(`${page.path}: CPU over the empty page`, page.cpuOverEmpty, bars.cpuOverEmpty);
    atMost(`${page.path}: p95 over p50`, page.p95 / page.p50, everyPage.p95OverP50);
    atMost(`${page.path}: p99 over p50`, page.p99 / page.p50, everyPage.p99OverP50);
    atMost(`${page.path}: buffers`, page.buffers, everyPage.buffers);
    atMost(`${page.path}: sequential scans of grown tables`, page.sequentialScans.length, 0);
    atMost(
      `${page.path}: JavaScript over the empty page, kB`,
      kB(page.jsGzOverEmpty),
      kB(bars.jsGzOverEmpty),
    );
    atMost(`${page.path}: HTML, kB`, kB(page.htmlGz), kB(bars.htmlGz));
    const sqlOf = (who: string) => page.others?.find((other) => other.who === who)?.sqlP50 ?? Number.NaN;
    atMost(`${page.path}: CPU, three years over one day`, page.cpuVeteranOverNewcomer, growth.cpu);
    atMost(`${page.path}: SQL, three years over one day`, sqlOf("veteran") / sqlOf("newcomer"), growth.sql);
    atMost(
      `${page.path}: SQL, largest circle over median`,
      sqlOf("largest") / page.sqlP50,
      growth.sqlLargestOverMedian,
    );
    const other = otherSize?.pages.find(({ path }) => path === page.path);
    if (!other) continue;
    const [small, large] = results.size === "small" ? [page, other] : [other, page];
    atMost(`${page.path}: SQL, large over small`, large.sqlP50 / small.sqlP50, growth.sqlLargeOverSmall);
    // Two runs on two days are compared by what each found the empty page to cost.
    if (page.others)
      atMost(`${page.path}: CPU, large over small`, large.cpuOverEmpty / small.cpuOverEmpty, growth.cpu);
  }
  atMost("ready after, ms", results.process.readyMs, wholeProcess.readyMs);
  atMost("memory loaded, MB", results.process.rssLoadedMb, wholeProcess.rssLoadedMb);
  return judged;
}

const kB = <T extends number | undefined>(bytes: T) => (bytes === undefined ? undefined : bytes / 1000);

const folder = path.join(root, "bench/results");

export function readResults(name: string): Results | null {
  const file = path.join(folder, `${name}.json`);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : null;
}

/** Writes a file into bench/results, its numbers to four places. */
export function writeResults(name: string, results: object): void {
  const short = (_: string, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(4)) : value;
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(results, short, 2)}\n`);
}

/** "-" for what could not be measured, and otherwise as many digits as mean something. */
export function sayNumber(value: number): string {
  if (!Number.isFinite(value)) return "-";
  return Math.abs(value) >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toPrecision(3);
}

/** Prints rows below their titles: names to the left, numbers to the right. */
export function printTable(titles: string[], rows: (string | number)[][]): void {
  const words = rows.map((row) => row.map((cell) => (typeof cell === "number" ? sayNumber(cell) : cell)));
  const widths = titles.map((title, at) =>
    Math.max(title.length, ...words.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, at) =>
        typeof (rows[0] ?? [])[at] === "number"
          ? cell.padStart(widths[at] ?? 0)
          : cell.padEnd(widths[at] ?? 0),
      )
      .join("  ");
  console.log(`\n  ${line(titles)}`);
  for (const row of words) console.log(`  ${line(row)}`);
}

export function printResults(results: Results, bars: Judged[]): void {
  const { machine, size, rounds, process } = results;
  const { cpu, cores, memoryGb, node, pinned, busyWithOthersPercent: elsewhere } = machine;
  console.log(
    `\n  ${cores} cores of ${cpu}, ${memoryGb} GB, Node ${node}; server and load ${pinned ? "each on their own" : "on the same"}\n` +
      `  The ${size} world; medians of ${rounds} round${rounds === 1 ? "" : "s"}`,
  );
  if (elsewhere > 5)
    console.log(
      `  ${sayNumber(elsewhere)} % of the machine was busy with something else: expect longer waits than in quiet.`,
    );
  printTable(
    [
      "page",
      "cpu ms",
      "x empty",
      "x bare",
      "pg cpu",
      "req/s",
      "p50 ms",
      "p95",
      "p99",
      "empty p50",
      "p95",
      "p99",
    ],
    results.pages.map((page) => [
      page.path,
      page.cpuMs,
      page.cpuOverEmpty,
      page.cpuOverBare,
      page.postgresCpuMs,
      page.requestsPerSecond,
      page.p50,
      page.p95,
      page.p99,
      page.emptyWaits.p50,
      page.emptyWaits.p95,
      page.emptyWaits.p99,
    ]),
  );
  printTable(
    ["page", "statements", "buffers", "sql p50 ms", "html gz", "js gz", "over empty"],
    results.pages.map((page) => [
      page.path,
      page.statements,
      page.buffers,
      page.sqlP50,
      page.htmlGz,
      page.jsGz,
      page.jsGzOverEmpty,
    ]),
  );
  const others = results.pages.flatMap(({ path, others = [] }) =>
    others.map(({ who, cpuMs, cpuOverMedian, sqlP50 }) => [path, who, cpuMs, cpuOverMedian, sqlP50]),
  );
  if (others.length > 0) printTable(["page", "of", "cpu ms", "x median's", "sql p50 ms"], others);
  if (results.writes.length > 0)
    printTable(
      ["write", "cpu ms", "pg cpu", "a second"],
      results.writes.map(({ name, cpuMs, postgresCpuMs, perSecond }) => [
        name,
        cpuMs,
        postgresCpuMs,
        perSecond,
      ]),
    );
  printTable(
    ["ready ms", "idle MB", "loaded MB"],
    [[process.readyMs, process.rssIdleMb, process.rssLoadedMb]],
  );
  printTable(
    ["bar", "is", "at most", ""],
    bars.map(({ what, value, bar, holds }) => [what, value, bar, holds ? "holds" : "DOES NOT HOLD"]),
  );
}
