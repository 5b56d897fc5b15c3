// What pages weigh, and what they and what members write ask of Postgres, against what they may: without a clock, so
// that every machine says the same. `npm run check` runs it.

import { Problem } from "../scripts/problem.ts";
import { connect } from "../scripts/roles.ts";
import { runCommand, step } from "../scripts/steps.ts";
import { roomForAnExperiment } from "./about-setbacks.ts";
import { aHolder, fillAround } from "./around-circles.ts";
import { send, type Writer } from "./forms.ts";
import { type BenchPage, devotedPages, pages, pagesAround, type Rows, weighedPages } from "./pages.ts";
import { explain } from "./plans.ts";
import { printTable } from "./report.ts";
import { type BenchSite, openBenchSite } from "./site.ts";
import { recordStatements } from "./statements.ts";
import { weigh } from "./weights.ts";
import type { Person } from "./world.ts";
import { fillIn, findWriters, type WriteName, whoDo, writes } from "./writes.ts";

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
  "/today": { htmlGz: 14_450, jsGzOverEmpty: 17_200, statements: 8, buffers: 150 },
  "/today, three years": { htmlGz: 13_250, jsGzOverEmpty: 17_200, statements: 8, buffers: 228 },
  "/today, three years, every picture": {
    htmlGz: 27_200,
    jsGzOverEmpty: 17_200,
    statements: 8,
    buffers: 546,
  },
  "/numbers": { htmlGz: 20_400, jsGzOverEmpty: 15_500, statements: 3, buffers: 521 },
  "/numbers?feelings=1": { htmlGz: 21_200, jsGzOverEmpty: 15_500, statements: 3, buffers: 588 },
  "/numbers/entries?what=shown": { htmlGz: 5_800, jsGzOverEmpty: 15_100, statements: 3, buffers: 260 },
  "/today/arrange": { htmlGz: 7_550, jsGzOverEmpty: 15_100, statements: 3, buffers: 13 },
  "/circles/[circleId]": { htmlGz: 12_850, jsGzOverEmpty: 20_900, statements: 7, buffers: 113 },
  "/setbacks": { htmlGz: 6_550, jsGzOverEmpty: 15_100, statements: 3, buffers: 24 },
  "/goals": { htmlGz: 6_800, jsGzOverEmpty: 16_000, statements: 5, buffers: 32 },
  "/setbacks?q=answers+ran": { htmlGz: 5_100, jsGzOverEmpty: 15_100, statements: 5, buffers: 263 },
  "/setbacks/new": { htmlGz: 7_300, jsGzOverEmpty: 16_750, statements: 4, buffers: 61 },
  "/setbacks/[id]": { htmlGz: 8_000, jsGzOverEmpty: 15_250, statements: 11, buffers: 54 },
  "/setbacks/[id]/edit": { htmlGz: 7_600, jsGzOverEmpty: 16_750, statements: 5, buffers: 70 },
  "/setbacks/[id]/own-page": { htmlGz: 4_900, jsGzOverEmpty: 15_250, statements: 4, buffers: 19 },
  "/setbacks/[id]/let-go": { htmlGz: 4_900, jsGzOverEmpty: 15_250, statements: 4, buffers: 19 },
  "/setbacks/[id]/writing": { htmlGz: 4_900, jsGzOverEmpty: 15_100, statements: 4, buffers: 19 },
  "/setbacks/[id]/writing/[sessionId]": { htmlGz: 6_000, jsGzOverEmpty: 15_750, statements: 4, buffers: 22 },
  "/setbacks/[id]/exercise/[kind]": { htmlGz: 6_400, jsGzOverEmpty: 15_800, statements: 5, buffers: 20 },
  "/setbacks/[id]/reframe": { htmlGz: 6_800, jsGzOverEmpty: 16_050, statements: 6, buffers: 71 },
  "/setbacks/[id]/reframe/[reframeId]": { htmlGz: 8_800, jsGzOverEmpty: 16_500, statements: 4, buffers: 17 },
  "/setbacks/[id]/learn": { htmlGz: 7_100, jsGzOverEmpty: 16_100, statements: 6, buffers: 30 },
  "/setbacks/[id]/debrief": { htmlGz: 6_500, jsGzOverEmpty: 15_700, statements: 7, buffers: 35 },
  "/setbacks/[id]/share": { htmlGz: 6_700, jsGzOverEmpty: 16_050, statements: 11, buffers: 57 },
  "/setbacks/[id]/share?step=preview": { htmlGz: 5_500, jsGzOverEmpty: 16_050, statements: 11, buffers: 74 },
  "/feedback": { htmlGz: 4_700, jsGzOverEmpty: 15_100, statements: 3, buffers: 11 },
  "/feedback/new?setback=[setback]&artefact=interview&of=employer": {
    htmlGz: 6_400,
    jsGzOverEmpty: 15_250,
    statements: 5,
    buffers: 19,
  },
  "/feedback/[id]": { htmlGz: 9_900, jsGzOverEmpty: 16_100, statements: 11, buffers: 58 },
  "/experiments": { htmlGz: 5_400, jsGzOverEmpty: 15_100, statements: 3, buffers: 15 },
  "/experiments/new": { htmlGz: 5_600, jsGzOverEmpty: 15_800, statements: 5, buffers: 30 },
  "/experiments/[id]": { htmlGz: 6_500, jsGzOverEmpty: 15_250, statements: 6, buffers: 44 },
  "/feedback/[id]/share": { htmlGz: 5_700, jsGzOverEmpty: 15_650, statements: 6, buffers: 38 },
  "/experiments/[id]/share": { htmlGz: 5_800, jsGzOverEmpty: 15_650, statements: 6, buffers: 42 },
  "/experiments/[id]/share?step=preview": {
    htmlGz: 5_300,
    jsGzOverEmpty: 15_650,
    statements: 8,
    buffers: 62,
  },
  "/plans": { htmlGz: 4_900, jsGzOverEmpty: 15_100, statements: 3, buffers: 11 },
  "/plans/new": { htmlGz: 7_100, jsGzOverEmpty: 15_800, statements: 4, buffers: 61 },
  "/plans/[id]": { htmlGz: 7_200, jsGzOverEmpty: 16_200, statements: 6, buffers: 67 },
  "/plans/[id]/share": { htmlGz: 5_700, jsGzOverEmpty: 15_650, statements: 6, buffers: 38 },
  "/learning": { htmlGz: 4_400, jsGzOverEmpty: 15_100, statements: 4, buffers: 17 },
  "/learning/new": { htmlGz: 5_800, jsGzOverEmpty: 16_000, statements: 5, buffers: 30 },
  "/learning/[learningPlanId]": { htmlGz: 7_450, jsGzOverEmpty: 15_900, statements: 7, buffers: 37 },
  "/learning/[learningPlanId]/share": { htmlGz: 5_800, jsGzOverEmpty: 15_650, statements: 7, buffers: 47 },
  "/patterns": { htmlGz: 8_400, jsGzOverEmpty: 15_500, statements: 5, buffers: 36 },
  "/practice": { htmlGz: 5_600, jsGzOverEmpty: 15_250, statements: 4, buffers: 12 },
  "/jar": { htmlGz: 5_800, jsGzOverEmpty: 15_450, statements: 4, buffers: 12 },
  "/circles": { htmlGz: 4_700, jsGzOverEmpty: 15_250, statements: 5, buffers: 34 },
  "/circles/left": { htmlGz: 4_100, jsGzOverEmpty: 15_150, statements: 4, buffers: 17 },
  "/circles/new": { htmlGz: 16_900, jsGzOverEmpty: 15_900, statements: 4, buffers: 19 },
  "/circles/find": { htmlGz: 4_950, jsGzOverEmpty: 16_700, statements: 8, buffers: 19 },
  "/circles/find/answers": { htmlGz: 18_450, jsGzOverEmpty: 16_500, statements: 4, buffers: 14 },
  "/circles/let-go": { htmlGz: 4_050, jsGzOverEmpty: 15_100, statements: 3, buffers: 18 },
  "/circles/open": { htmlGz: 5_100, jsGzOverEmpty: 15_100, statements: 4, buffers: 123 },
  "/circles/open/[circleId]": { htmlGz: 5_500, jsGzOverEmpty: 15_800, statements: 4, buffers: 24 },
  "/circles/[circleId]/check-in": { htmlGz: 7_900, jsGzOverEmpty: 15_950, statements: 8, buffers: 170 },
  "/circles/[circleId]/week": { htmlGz: 7_950, jsGzOverEmpty: 15_100, statements: 7, buffers: 45 },
  "/circles/[circleId]/meeting": { htmlGz: 6_850, jsGzOverEmpty: 16_500, statements: 6, buffers: 68 },
  "/circles/[circleId]/meetings/[meetingId]": {
    htmlGz: 4_600,
    jsGzOverEmpty: 15_800,
    statements: 8,
    buffers: 95,
  },
  "/circles/[circleId]/meetings/[meetingId]/notes": {
    htmlGz: 5_000,
    jsGzOverEmpty: 15_250,
    statements: 4,
    buffers: 55,
  },
  "/circles/[circleId]/posts/[postId]": { htmlGz: 6_400, jsGzOverEmpty: 18_700, statements: 6, buffers: 49 },
  "/circles/[circleId]/posts/[postId]/replies/[replyId]": {
    htmlGz: 4_400,
    jsGzOverEmpty: 15_250,
    statements: 4,
    buffers: 22,
  },
  "/circles/[circleId]/people/[seat]": { htmlGz: 5_150, jsGzOverEmpty: 15_100, statements: 3, buffers: 44 },
  "/circles/[circleId]/roles": { htmlGz: 11_350, jsGzOverEmpty: 15_500, statements: 5, buffers: 31 },
  "/circles/[circleId]/term": { htmlGz: 4_950, jsGzOverEmpty: 15_100, statements: 3, buffers: 21 },
  "/circles/[circleId]/buddies": { htmlGz: 4_600, jsGzOverEmpty: 15_100, statements: 5, buffers: 59 },
  "/circles/[circleId]/health": { htmlGz: 6_100, jsGzOverEmpty: 15_500, statements: 5, buffers: 212 },
  "/circles/[circleId]/agreements": { htmlGz: 4_450, jsGzOverEmpty: 15_100, statements: 3, buffers: 21 },
  "/circles/[circleId]/pause": { htmlGz: 5_400, jsGzOverEmpty: 15_250, statements: 3, buffers: 21 },
  "/circles/[circleId]/merge": { htmlGz: 4_450, jsGzOverEmpty: 15_100, statements: 4, buffers: 29 },
  "/circles/[circleId]/leave": { htmlGz: 4_900, jsGzOverEmpty: 15_100, statements: 3, buffers: 21 },
  "/circles/[circleId]/land": { htmlGz: 5_000, jsGzOverEmpty: 15_750, statements: 6, buffers: 185 },
  "/circles/[circleId]/care": { htmlGz: 5_600, jsGzOverEmpty: 15_300, statements: 4, buffers: 37 },
  "/circles/[circleId]/care/agreements": { htmlGz: 4_950, jsGzOverEmpty: 15_250, statements: 4, buffers: 22 },
  "/circles/[circleId]/care/description": {
    htmlGz: 16_250,
    jsGzOverEmpty: 15_700,
    statements: 4,
    buffers: 22,
  },
  "/circles/[circleId]/care/listing": { htmlGz: 5_750, jsGzOverEmpty: 15_750, statements: 4, buffers: 26 },
  "/circles/[circleId]/care/people/[seat]": {
    htmlGz: 5_050,
    jsGzOverEmpty: 15_500,
    statements: 3,
    buffers: 44,
  },
  "/circles/[circleId]/care/people/[seat]/ask-to-leave": {
    htmlGz: 5_000,
    jsGzOverEmpty: 15_100,
    statements: 3,
    buffers: 44,
  },
  "/nudges": { htmlGz: 5_000, jsGzOverEmpty: 15_100, statements: 3, buffers: 25 },
  "/supporters": { htmlGz: 6_250, jsGzOverEmpty: 15_100, statements: 4, buffers: 24 },
  "/supporters/new": { htmlGz: 11_250, jsGzOverEmpty: 16_700, statements: 6, buffers: 98 },
  "/supporters/[linkId]": { htmlGz: 11_800, jsGzOverEmpty: 16_200, statements: 5, buffers: 88 },
  "/report/[about]/[circleId]/[thing]": { htmlGz: 6_150, jsGzOverEmpty: 15_750, statements: 6, buffers: 37 },
  "/moderation": { htmlGz: 6_350, jsGzOverEmpty: 15_100, statements: 5, buffers: 39 },
  "/moderation/[reportId]": { htmlGz: 6_100, jsGzOverEmpty: 15_650, statements: 6, buffers: 77 },
  "/s/[code]": { htmlGz: 7_050, jsGzOverEmpty: 11_500, statements: 6, buffers: 166 },
};

/**
 * How many statements a write may take, from who is looking to the draft that is let go of: those of the transaction
 * that writes. The page that is read again afterwards is weighed above.
 */
const mostOfWrites: Record<WriteName, number> = {
  encourage: 4,
  reply: 7,
  "log a setback": 7,
  "log effort": 6,
  "note a feeling": 6,
  "keep a page of guided writing": 5,
  "keep an exercise": 5,
  "keep a reframe": 6,
  "add a reason": 7,
  "sort a reason": 3,
  "keep a debrief": 10,
  "let go of a setback": 4,
  "put something in the jar": 5,
  "count a case": 5,
  "begin an experiment": 6,
  "begin a learning plan": 9,
  "write a plan": 5,
  "draft a letter": 5,
  "tie a letter": 6,
  "keep an answer": 8,
  "choose what goes of a setback": 11,
  "share what was chosen of it": 18,
  "choose what goes of an experiment": 6,
  "share what was chosen of that": 13,
};

/** Today with everything on it that there is. */
const everyPicture = { path: "/today, three years, every picture", url: () => "/today", signedIn: true };

await runCommand(async (run) => {
  const site = await openBenchSite(run, { size: "small" });
  await step("What goes on around circles", () => fillAround(site));
  const { median, largest } = site.world.people;
  const writers = await findWriters(site, [median, largest]);
  const found = await weighAll(site, pages);
  const { devoted } = site.world.people;
  found.push(...(await weighAll(site, devotedPages, devoted)));
  await seeEverything(site, devoted);
  found.push(...(await weighAll(site, [everyPicture], devoted)));
  const taken = await countWrites(site, writers);
  // What was written stands on these.
  found.push(...(await weighAll(site, weighedPages(await findRows(site, writers)))));
  found.push(...(await weighAll(site, pagesAround(await aHolder(site, median)))));
  printTable(
    ["page", "html gz", "js gz over empty", "statements", "buffers"],
    found.map(({ path, weight: { htmlGz, jsGzOverEmpty, statements, buffers } }) => [
      path,
      htmlGz,
      jsGzOverEmpty,
      statements,
      buffers,
    ]),
  );
  printTable(["write", "statements"], taken);
  const tooMuch = found.flatMap(({ path, weight }) => findTooMuch(path, weight));
  for (const { path, sequentialScans } of found.filter(({ sequentialScans }) => sequentialScans.length > 0))
    tooMuch.push(`${path} reads all of ${sequentialScans.join(" and ")}, which grow: it needs an index.`);
  for (const [name, statements] of taken) {
    const over = statements - mostOfWrites[name];
    if (over > 0) tooMuch.push(`To ${name} takes ${statements} statements, ${over} more than it may take.`);
  }
  const gone = Object.keys(most).filter((path) => !found.some((weighed) => weighed.path === path));
  if (gone.length > 0) tooMuch.push(`Nobody weighs ${gone.join(", ")}, and there are limits for it.`);
  if (tooMuch.length > 0) throw new Problem(tooMuch.join("\n"));
  return 0;
});

/** Puts every picture on somebody's Today. */
function seeEverything(site: BenchSite, { id }: Person) {
  return connect(site.postgres.admin, (client) =>
    client.query(
      `insert into today_layouts (user_id, sections, hidden, pictures)
       values ($1, '{}', '{}', enum_range(null::today_picture))
       on conflict (user_id) do update set pictures = excluded.pictures`,
      [id],
    ),
  );
}

type Found = { path: string; weight: Weight; sequentialScans: string[] };

async function weighAll(
  site: BenchSite,
  all: Pick<BenchPage, "path" | "url" | "signedIn">[],
  person = site.world.people.median,
): Promise<Found[]> {
  const empty = await weigh(site.empty.url);
  const found: Found[] = [];
  for (const { path, url, signedIn } of all) {
    const cookie = signedIn ? await site.cookieOf(person) : "";
    const address = site.app.url + url(person);
    // Before its statements are counted: the first visit within an hour notes that the session is in use.
    const { htmlGz, jsGz } = await weigh(address, cookie);
    const asked = await recordStatements(site, () => fetch(address, { headers: { cookie } }));
    const { statements, buffers, sequentialScans } = await explain(site, asked);
    const weight = { htmlGz, jsGzOverEmpty: jsGz - empty.jsGz, statements, buffers };
    found.push({ path, weight, sequentialScans });
  }
  return found;
}

async function countWrites(site: BenchSite, writers: Writer[]): Promise<[WriteName, number][]> {
  const taken: [WriteName, number][] = [];
  for (const name of writes) {
    const [writer] = whoDo(name, writers);
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

/** What the writes have left for pages to be about, with room for another experiment, and choices to look at. */
async function findRows(site: BenchSite, [writer]: Writer[]): Promise<Rows> {
  if (!writer) throw new Problem("There is nobody whose pages could be weighed.");
  await roomForAnExperiment(writer);
  for (const name of ["choose what goes of a setback", "choose what goes of an experiment"] as const) {
    const filled = await fillIn(name, writer);
    if (filled) await send(writer, name, filled);
  }
  const { rows } = await connect(site.postgres.admin, (client) =>
    client.query<Rows>(
      `select $2 as setback,
         (select id from reframes where user_id = $1 order by id desc limit 1) as "reframeId",
         (select id from writing_sessions where user_id = $1 order by id desc limit 1) as "sessionId",
         (select id from feedback_requests where user_id = $1 and answered_on is not null limit 1) as letter,
         (select id from if_then_plans where user_id = $1 limit 1) as plan,
         (select id from experiments where user_id = $1 and deleted_at is null limit 1) as experiment,
         (select id from learning_plans where user_id = $1 limit 1) as "learningPlanId"`,
      [writer.person.id, writer.setbackId],
    ),
  );
  const [there] = rows;
  if (!there || Object.values(there).includes(null as never))
    throw new Problem("The writes have left nothing for some pages to be about.");
  return there;
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
