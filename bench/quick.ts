// What pages weigh, and what they ask of Postgres, against what they may: without a clock, so that every machine
// says the same. `npm run check` runs it.

import { Problem } from "../scripts/problem.ts";
import { connect } from "../scripts/roles.ts";
import { runCommand } from "../scripts/steps.ts";
import { pages, weighedPages } from "./pages.ts";
import { explain } from "./plans.ts";
import { printTable } from "./report.ts";
import { openBenchSite } from "./site.ts";
import { recordStatements } from "./statements.ts";
import { weigh } from "./weights.ts";

/** Compressed bytes, and for Postgres how many statements, and how many of its pages they touch. */
type Weight = { htmlGz: number; jsGzOverEmpty: number; statements: number; buffers: number };

const units: Record<keyof Weight, string> = {
  htmlGz: "bytes of HTML, compressed",
  jsGzOverEmpty: "bytes of JavaScript over the empty page, compressed",
  statements: "statements",
  buffers: "pages of the database read",
};

/**
 * What a page may be: what it is, and a little room, since words differ with the day. A page that has to grow is given
 * more here, where it is seen; one that has become lighter is given less.
 */
const most: Record<string, Weight> = {
  "/": { htmlGz: 7_000, jsGzOverEmpty: 6_500, statements: 0, buffers: 0 },
  "/today": { htmlGz: 11_300, jsGzOverEmpty: 15_700, statements: 6, buffers: 150 },
  "/circles/[circleId]": { htmlGz: 12_300, jsGzOverEmpty: 19_000, statements: 7, buffers: 125 },
  "/setbacks": { htmlGz: 6_800, jsGzOverEmpty: 13_500, statements: 3, buffers: 30 },
  "/goals": { htmlGz: 6_600, jsGzOverEmpty: 14_000, statements: 4, buffers: 60 },
  "/setbacks/[id]": { htmlGz: 7_500, jsGzOverEmpty: 14_200, statements: 10, buffers: 40 },
  "/setbacks/[id]/own-page": { htmlGz: 5_000, jsGzOverEmpty: 14_200, statements: 4, buffers: 24 },
  "/setbacks/[id]/reframe": { htmlGz: 6_800, jsGzOverEmpty: 15_000, statements: 6, buffers: 75 },
  "/setbacks/[id]/learn": { htmlGz: 5_700, jsGzOverEmpty: 15_000, statements: 6, buffers: 28 },
  "/setbacks/[id]/debrief": { htmlGz: 5_600, jsGzOverEmpty: 14_600, statements: 7, buffers: 28 },
  "/setbacks/[id]/writing": { htmlGz: 5_400, jsGzOverEmpty: 13_700, statements: 4, buffers: 22 },
  "/patterns": { htmlGz: 8_200, jsGzOverEmpty: 10_800, statements: 5, buffers: 30 },
  "/plans": { htmlGz: 4_500, jsGzOverEmpty: 13_700, statements: 3, buffers: 14 },
  "/feedback": { htmlGz: 4_500, jsGzOverEmpty: 13_700, statements: 3, buffers: 14 },
  "/experiments": { htmlGz: 4_500, jsGzOverEmpty: 13_700, statements: 3, buffers: 14 },
  "/learning": { htmlGz: 4_500, jsGzOverEmpty: 13_700, statements: 3, buffers: 14 },
  "/practice": { htmlGz: 5_200, jsGzOverEmpty: 14_200, statements: 4, buffers: 15 },
  "/jar": { htmlGz: 5_500, jsGzOverEmpty: 14_400, statements: 4, buffers: 15 },
};

await runCommand(async (run) => {
  const site = await openBenchSite(run, { size: "small" });
  const { median } = site.world.people;
  const empty = await weigh(site.empty.url);
  const found: [path: string, weight: Weight][] = [];
  const tooMuch: string[] = [];
  const newest = await connect(site.postgres.admin, (client) =>
    client.query<{ id: string }>("select id from setbacks where user_id = $1 order by day desc limit 1", [
      median.id,
    ]),
  );
  for (const { path, url, signedIn } of [...pages, ...weighedPages(newest.rows[0]?.id ?? "")]) {
    const cookie = signedIn ? await site.cookieOf(median) : "";
    const address = site.app.url + url(median);
    // Before its statements are counted: the first visit within an hour notes that the session is in use.
    const { htmlGz, jsGz } = await weigh(address, cookie);
    const asked = await recordStatements(site, () => fetch(address, { headers: { cookie } }));
    const { statements, buffers, sequentialScans } = await explain(site, asked);
    const weight = { htmlGz, jsGzOverEmpty: jsGz - empty.jsGz, statements, buffers };
    found.push([path, weight]);
    tooMuch.push(...findTooMuch(path, weight));
    if (sequentialScans.length > 0)
      tooMuch.push(`${path} reads all of ${sequentialScans.join(" and ")}, which grow: it needs an index.`);
  }
  printTable(
    ["page", "html gz", "js gz over empty", "statements", "buffers"],
    found.map(([path, { htmlGz, jsGzOverEmpty, statements, buffers }]) => [
      path,
      htmlGz,
      jsGzOverEmpty,
      statements,
      buffers,
    ]),
  );
  if (tooMuch.length > 0) throw new Problem(tooMuch.join("\n"));
  return 0;
});

function findTooMuch(path: string, weight: Weight): string[] {
  const limits = most[path];
  if (!limits) return [`Nothing says how heavy ${path} may be (bench/quick.ts).`];
  return (Object.keys(units) as (keyof Weight)[])
    .filter((what) => weight[what] > limits[what])
    .map((what) => {
      const over = weight[what] - limits[what];
      return `${path} has grown to ${weight[what]} ${units[what]}, ${over} more than it may have.`;
    });
}
