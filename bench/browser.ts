// npm run bench:browser     what three pages are like on a phone: Lighthouse, the scripts that a browser fetches,
//                           and what a tab asks for that is left alone for a minute
//
// Lighthouse runs as it does by default: a middling phone on a slow mobile network, both simulated. It opens
// http://localhost, which browsers take for secure; https itself is the business of the proxy in front.

import { setTimeout as pause } from "node:timers/promises";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import Trace from "lighthouse/core/gather/gatherers/trace.js";
import { findBrowser } from "../e2e/browser.ts";
import { findFreePort } from "../scripts/ports.ts";
import { Problem } from "../scripts/problem.ts";
import { root } from "../scripts/project.ts";
import { type Run, runCommand, step } from "../scripts/steps.ts";
import { describeMachine } from "./machine.ts";
import { medianOf } from "./measure.ts";
import { pages } from "./pages.ts";
import { type Judged, printTable, writeResults } from "./report.ts";
import { type BenchSite, openBenchSite } from "./site.ts";

const RUNS = 3;
const IDLE_MS = 60_000;
/** The bars: the scores at least, out of 100; LCP and TBT, in milliseconds, and CLS at most. */
const atLeast = { performance: 95, accessibility: 100, bestPractices: 100 };
const atMost = { lcp: 1_500, cls: 0.02, tbt: 100 };

type Seen = Record<keyof typeof atLeast | keyof typeof atMost, number>;
type Opened = { path: string; address: string; cookie: string };

// Chromium 147 without a window crashes where it is to note the web features that such a page uses.
const categories = Trace.getDefaultTraceCategories().filter((name) => name !== "blink.webdx_feature_usage");
Trace.getDefaultTraceCategories = () => categories;

await runCommand(async (run) => {
  const site = await openBenchSite(run, { size: "small" });
  const port = await findFreePort();
  const { executablePath, args } = await step("A browser", () => findBrowser(root));
  const browser = await chromium.launch({
    executablePath,
    args: [...args, `--remote-debugging-port=${port}`],
  });
  run.closing(() => browser.close());

  const opened = await openedPages(site);
  const empty: Opened = {
    path: "(empty)",
    address: site.empty.url.replace("127.0.0.1", "localhost"),
    cookie: "",
  };
  // The empty page beside them: what a page cannot do without.
  const found = [];
  for (const page of [empty, ...opened])
    found.push({ path: page.path, ...(await askLighthouse(run, port, page)) });

  const least = await fetchedBy(browser, empty);
  const fetched: Record<string, number> = {};
  for (const page of opened) fetched[page.path] = (await fetchedBy(browser, page)) - least;

  const members = opened.filter(({ cookie }) => cookie);
  const asked = await step(`Leaving ${members.length} tabs alone for ${IDLE_MS / 1_000} s`, () =>
    Promise.all(members.map((page) => askedWhileIdle(browser, page, run.signal))),
  );
  const idle = Object.fromEntries(members.map(({ path }, index) => [path, asked[index] ?? []]));

  const bars = judge(
    found.filter(({ path }) => path !== empty.path),
    fetched,
    idle,
  );
  printTable(
    ["page", "performance", "accessibility", "best practices", "LCP ms", "CLS", "TBT ms", "js gz over empty"],
    found.map(({ path, performance, accessibility, bestPractices, lcp, cls, tbt }) => [
      path,
      performance,
      accessibility,
      bestPractices,
      lcp,
      cls,
      tbt,
      fetched[path] ?? Number.NaN,
    ]),
  );
  for (const { path, failed } of found.slice(1)) for (const what of failed) console.log(`  ${path}: ${what}`);
  for (const [path, urls] of Object.entries(idle))
    for (const url of urls) console.log(`  ${path} asked, while idle, for ${url}`);
  printTable(
    ["bar", "is", "bar", ""],
    bars.map(({ what, value, bar, holds }) => [what, value, bar, holds ? "holds" : "DOES NOT HOLD"]),
  );
  writeResults("browser", {
    at: new Date().toISOString(),
    machine: describeMachine(),
    browser: browser.version(),
    pages: found,
    jsGzOverEmpty: fetched,
    idle,
    bars,
  });
  return 0;
});

async function openedPages({ address: here, world, cookieOf }: BenchSite): Promise<Opened[]> {
  const { median } = world.people;
  const cookie = await cookieOf(median);
  return ["/", "/today", "/circles/[circleId]"].map((path) => {
    const page = pages.find((page) => page.path === path);
    if (!page) throw new Error(`${path} is not among the pages.`);
    // By the name under which it is secure, and under which it knows itself.
    const address = here + page.url(median);
    return { path, address, cookie: page.signedIn ? cookie : "" };
  });
}

/** The medians of a few runs of Lighthouse, and what it finds fault with besides time. */
async function askLighthouse({ signal }: Run, port: number, { path, address, cookie }: Opened) {
  const runs: Seen[] = [];
  const failed = new Set<string>();
  await step(`Lighthouse on ${path}`, async () => {
    for (let time = 0; time < RUNS; time++) {
      signal.throwIfAborted();
      const result = await lighthouse(address, {
        port,
        logLevel: "silent",
        onlyCategories: ["performance", "accessibility", "best-practices"],
        ...(cookie && { extraHeaders: { cookie } }),
      });
      const report = result?.lhr;
      if (!report || report.runtimeError)
        throw new Problem(`Lighthouse could not open ${path}: ${report?.runtimeError?.message}`);
      const score = (name: string) => Math.round((report.categories[name]?.score ?? 0) * 100);
      const number = (name: string) => report.audits[name]?.numericValue ?? Number.NaN;
      runs.push({
        performance: score("performance"),
        accessibility: score("accessibility"),
        bestPractices: score("best-practices"),
        lcp: number("largest-contentful-paint"),
        cls: number("cumulative-layout-shift"),
        tbt: number("total-blocking-time"),
      });
      for (const category of ["accessibility", "best-practices"])
        for (const { id, weight } of report.categories[category]?.auditRefs ?? []) {
          const { score = null, title = id } = report.audits[id] ?? {};
          if (weight > 0 && score !== null && score < 1) failed.add(title);
        }
    }
  });
  const middle = (which: keyof Seen) => medianOf(runs.map((seen) => seen[which]));
  return {
    performance: middle("performance"),
    accessibility: middle("accessibility"),
    bestPractices: middle("bestPractices"),
    lcp: middle("lcp"),
    cls: middle("cls"),
    tbt: middle("tbt"),
    failed: [...failed],
  };
}

function contextFor(browser: Browser, cookie: string): Promise<BrowserContext> {
  return browser.newContext({ ...(cookie && { extraHTTPHeaders: { cookie } }) });
}

/** Bytes of scripts, as they come over the wire, that a browser fetches when it opens a page for the first time. */
async function fetchedBy(browser: Browser, { address, cookie }: Opened): Promise<number> {
  const context = await contextFor(browser, cookie);
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script")
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(address, { waitUntil: "networkidle" });
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return bytes;
}

/** What an open page asks for within a minute in which nobody does anything. */
async function askedWhileIdle(browser: Browser, { address, cookie }: Opened, signal: AbortSignal) {
  const context = await contextFor(browser, cookie);
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "networkidle" });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await pause(IDLE_MS, undefined, { signal });
  await context.close();
  return asked;
}

function judge(
  found: ({ path: string } & Seen)[],
  fetched: Record<string, number>,
  idle: Record<string, string[]>,
): Judged[] {
  const judged: Judged[] = [];
  for (const seen of found) {
    for (const [name, bar] of Object.entries(atLeast) as [keyof Seen, number][])
      judged.push({
        what: `${seen.path}: ${name}, at least`,
        value: seen[name],
        bar,
        holds: seen[name] >= bar,
      });
    for (const [name, bar] of Object.entries(atMost) as [keyof Seen, number][])
      judged.push({
        what: `${seen.path}: ${name}, at most`,
        value: seen[name],
        bar,
        holds: seen[name] <= bar,
      });
  }
  for (const [path, bytes] of Object.entries(fetched)) {
    const bar = pages.find((page) => page.path === path)?.bars.jsGzOverEmpty;
    if (bar)
      judged.push({
        what: `${path}: JavaScript over the empty page, at most`,
        value: bytes,
        bar,
        holds: bytes <= bar,
      });
  }
  for (const [path, urls] of Object.entries(idle))
    judged.push({
      what: `${path}: requests of an idle tab, at most`,
      value: urls.length,
      bar: 0,
      holds: urls.length === 0,
    });
  return judged;
}
