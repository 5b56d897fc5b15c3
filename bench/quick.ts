// What pages weigh, and what they and what members write ask of Postgres, against what they may: without a clock, so
// that every machine says the same. `npm run check` runs it.

import { Problem } from "../scripts/problem.ts";
import { connect } from "../scripts/roles.ts";
import { runCommand } from "../scripts/steps.ts";
import { pages, weighedPages } from "./pages.ts";
import { explain } from "./plans.ts";
import { printTable } from "./report.ts";
import { type BenchSite, openBenchSite } from "./site.ts";
import { recordStatements } from "./statements.ts";
import { weigh } from "./weights.ts";
import type { Person } from "./world.ts";
import { fillIn, findWriters, send, type WriteName, writes } from "./writes.ts";

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
  "/today": { htmlGz: 11_300, jsGzOverEmpty: 15_900, statements: 6, buffers: 150 },
  "/circles/[circleId]": { htmlGz: 12_300, jsGzOverEmpty: 19_150, statements: 7, buffers: 125 },
  "/setbacks": { htmlGz: 6_800, jsGzOverEmpty: 13_700, statements: 3, buffers: 30 },
  "/goals": { htmlGz: 6_600, jsGzOverEmpty: 14_100, statements: 4, buffers: 45 },
  "/setbacks/[id]": { htmlGz: 7_500, jsGzOverEmpty: 14_200, statements: 10, buffers: 40 },
  "/setbacks/[id]/own-page": { htmlGz: 5_000, jsGzOverEmpty: 14_200, statements: 4, buffers: 24 },
  "/setbacks/[id]/reframe": { htmlGz: 6_800, jsGzOverEmpty: 15_000, statements: 6, buffers: 75 },
  "/setbacks/[id]/learn": { htmlGz: 5_700, jsGzOverEmpty: 15_000, statements: 6, buffers: 28 },
  "/setbacks/[id]/debrief": { htmlGz: 5_600, jsGzOverEmpty: 14_600, statements: 7, buffers: 28 },
  "/setbacks/[id]/writing": { htmlGz: 5_400, jsGzOverEmpty: 13_700, statements: 4, buffers: 22 },
  "/patterns": { htmlGz: 8_200, jsGzOverEmpty: 10_800, statements: 5, buffers: 30 },
  "/plans": { htmlGz: 4_500, jsGzOverEmpty: 13_700, statements: 3, buffers: 14 },
  "/feedback": { htmlGz: 4_500, jsGzOverEmpty: 13_700, statements: 3, buffers: 14 },
  "/experiments": { htmlGz: 5_100, jsGzOverEmpty: 13_700, statements: 3, buffers: 14 },
  "/learning": { htmlGz: 4_500, jsGzOverEmpty: 13_700, statements: 3, buffers: 14 },
  "/practice": { htmlGz: 5_200, jsGzOverEmpty: 14_200, statements: 4, buffers: 15 },
  "/jar": { htmlGz: 5_500, jsGzOverEmpty: 14_400, statements: 4, buffers: 15 },
};

/**
 * How many statements a write may take, from who is looking to the draft that is let go of: those of the transaction
 * that writes. The page that is read again afterwards is weighed above.
 */
const mostOfWrites: Record<WriteName, number> = {
  encourage: 4,
  reply: 7,
  "log a setback": 7,
  "log effort": 3,
  "note a feeling": 6,
  "keep a reframe": 6,
  "add a reason": 6,
  "put something in the jar": 3,
  "count a case": 5,
  "write a plan": 3,
  "draft a letter": 4,
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
  const taken = await countWrites(site, median);
  printTable(["write", "statements"], taken);
  for (const [name, statements] of taken) {
    const over = statements - mostOfWrites[name];
    if (over > 0) tooMuch.push(`To ${name} takes ${statements} statements, ${over} more than it may take.`);
  }
  if (tooMuch.length > 0) throw new Problem(tooMuch.join("\n"));
  return 0;
});

async function countWrites(site: BenchSite, person: Person): Promise<[WriteName, number][]> {
  const [writer] = await findWriters(site, [person]);
  const taken: [WriteName, number][] = [];
  for (const name of writes) {
    const filled = writer && (await fillIn(name, writer));
    if (!filled) throw new Problem(`There is not enough to ${name}.`);
    const statements = await recordStatements(site, () => send(writer, name, filled));
    const changing = new Set(
      statements
        .filter(({ sql }) => /^\s*(insert|update|delete)\b/i.test(sql))
        .map(({ transaction }) => transaction),
    );
    taken.push([name, statements.filter(({ transaction }) => changing.has(transaction)).length]);
  }
  return taken;
}

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
