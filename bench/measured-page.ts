// One page and everything it is compared with: the empty page, the bare server, and the same page of other people.

import { askAlways, askAtRate, type Target } from "./load.ts";
import { type Cost, costsOf, medianCost, medianOf, percentileOf } from "./measure.ts";
import { type BenchPage, peopleOf } from "./pages.ts";
import { explain, timeStatements } from "./plans.ts";
import type { PageResult } from "./report.ts";
import type { BenchSite, Served } from "./site.ts";
import { recordStatements, type Statement } from "./statements.ts";
import { weigh } from "./weights.ts";
import type { Person } from "./world.ts";

// How long each measurement takes, in milliseconds.
const [WARM_UP, BUSY, AT_RATE] = [3_000, 2_000, 5_000];

/** What is known of a page by opening it a few times. */
export type Opened = {
  page: BenchPage;
  url: string;
  html: string;
  /** What it asks of Postgres. */
  read: Statement[];
  /** How long Postgres takes for the same page of others. */
  sqlOfOthers: Record<string, number>;
  found: Pick<
    PageResult,
    "statements" | "buffers" | "sequentialScans" | "sqlP50" | "htmlGz" | "jsGz" | "jsGzOverEmpty"
  >;
};

/** Opens a page as its reader, to see what it weighs and what it asks of Postgres. */
export async function openPage(site: BenchSite, page: BenchPage): Promise<Opened> {
  const { median } = site.world.people;
  const open = async (person: Person) => {
    const cookie = page.signedIn ? await site.cookieOf(person) : "";
    return (await fetch(site.app.url + page.url(person), { headers: { cookie } })).text();
  };
  const readOf = async (person: Person) => {
    // The first time in an hour it is noted that a session was used.
    await open(person);
    return recordStatements(site, () => open(person));
  };
  const read = await readOf(median);
  const reads = { median: read };
  for (const [who, person] of othersOf(site, page)) Object.assign(reads, { [who]: await readOf(person) });
  const { statements, buffers, sequentialScans } = await explain(site, read);
  const { median: sqlP50, ...sqlOfOthers } = await timeStatements(site, reads);

  const url = page.url(median);
  const { htmlGz, jsGz } = await weigh(site.app.url + url, page.signedIn ? await site.cookieOf(median) : "");
  const jsGzOverEmpty = jsGz - (await weigh(site.empty.url)).jsGz;
  const found = { statements, buffers, sequentialScans, sqlP50, htmlGz, jsGz, jsGzOverEmpty };
  return { page, url, html: await open(median), read, sqlOfOthers, found };
}

const othersOf = (site: BenchSite, page: BenchPage): [string, Person][] => {
  const { median: _, ...others } = peopleOf(site.world);
  return page.grows ? Object.entries(others) : [];
};

/**
 * A page as somebody's browser asks for it.
 *
 * @param packed whether the answer may be compressed.
 */
export async function targetFor(
  site: BenchSite,
  page: BenchPage,
  person: Person,
  packed: boolean,
): Promise<Target> {
  const encoding = packed ? { "accept-encoding": "gzip, deflate, br" } : {};
  const cookie = page.signedIn ? { cookie: await site.cookieOf(person) } : {};
  return { url: site.app.url + page.url(person), headers: { accept: "text/html", ...encoding, ...cookie } };
}

type Round = {
  costs: Record<string, Cost>;
  /** While half as much is asked as can be done, in milliseconds: for the page, and for the empty one. */
  waits: { ours: number[]; empty: number[] };
};

/** Prepares the measuring of a page that was opened before, beside a bare server that knows it. */
export async function prepareMeasuring(
  site: BenchSite,
  bare: Served,
  { page, url, sqlOfOthers, found }: Opened,
  { packed, signal }: { packed: boolean; signal: AbortSignal },
) {
  const ours = await targetFor(site, page, site.world.people.median, packed);
  const compared: Record<string, { target: Target; pid: number }> = {
    empty: { target: { ...ours, url: site.empty.url }, pid: site.empty.pid },
    ours: { target: ours, pid: site.app.pid },
    bare: { target: { ...ours, url: bare.url + url }, pid: bare.pid },
  };
  for (const [who, person] of othersOf(site, page))
    compared[who] = { target: await targetFor(site, page, person, packed), pid: site.app.pid };
  const rounds: Round[] = [];

  return {
    async warmUp() {
      for (const { target } of Object.values(compared).slice(0, 3))
        await askAlways(target, { connections: 8, ms: WARM_UP, signal });
    },

    /** One round of everything. */
    async round() {
      const costs = await costsOf(compared, { postgres: site.postgres.pid, ms: BUSY, signal });
      const waitsOf = (target: Target, cost: Cost | undefined, ms: number) => {
        const rate = (cost?.perSecond ?? 0) / 2;
        return askAtRate(target, { rate, times: Math.ceil((rate * ms) / 1000), signal });
      };
      const waits = {
        ours: await waitsOf(ours, costs.ours, AT_RATE),
        // What a wait on this machine looks like where there is nothing to wait for.
        empty: await waitsOf({ ...ours, url: site.empty.url }, costs.empty, AT_RATE / 2),
      };
      rounds.push({ costs, waits });
    },

    result(): PageResult {
      const costOf = (name: string) => medianCost(rounds.flatMap(({ costs }) => costs[name] ?? []));
      const times = (one: string, other: string) =>
        medianOf(
          rounds.map(({ costs }) => (costs[one]?.cpuMs ?? Number.NaN) / (costs[other]?.cpuMs ?? Number.NaN)),
        );
      const wait = (percent: number, of: "ours" | "empty" = "ours") =>
        medianOf(rounds.map(({ waits }) => percentileOf(waits[of], percent)));
      const { cpuMs, postgresCpuMs, perSecond } = costOf("ours");
      return {
        path: page.path,
        cpuMs,
        cpuOverEmpty: times("ours", "empty"),
        cpuOverBare: times("ours", "bare"),
        emptyCpuMs: costOf("empty").cpuMs,
        bareCpuMs: costOf("bare").cpuMs,
        postgresCpuMs,
        requestsPerSecond: perSecond,
        p50: wait(50),
        p95: wait(95),
        p99: wait(99),
        emptyWaits: { p50: wait(50, "empty"), p95: wait(95, "empty"), p99: wait(99, "empty") },
        ...found,
        ...(page.grows && {
          others: Object.entries(sqlOfOthers).map(([who, sqlP50]) => ({
            who,
            cpuMs: costOf(who).cpuMs,
            cpuOverMedian: times(who, "ours"),
            sqlP50,
          })),
          cpuVeteranOverNewcomer: times("veteran", "newcomer"),
        }),
      };
    },
  };
}
