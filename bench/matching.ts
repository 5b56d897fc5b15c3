// npm run bench:matching          how long it takes to put people together who wait, and how many of them
//
// Everybody is made by chance, and the same each time. Beside it stands what it takes to look at each of them once
// only, so that machines can be compared.

import { match } from "@/lib/matching/match";
import { aCrowd, apartIn, hasCircle } from "@/tests/matching/crowd";
import { printTable } from "./report.ts";

const MOST_SECONDS = 2;
const LEAST_SHARE = 0.9;
const ROUNDS = 5;

/** Free hours from many to few; and after layoffs, when many named the same few employers. */
const crowds: { scarce: number; laidOff?: { part: number; employers: number } }[] = [
  { scarce: 0 },
  { scarce: 0.5 },
  { scarce: 1 },
  { scarce: 0.5, laidOff: { part: 0.5, employers: 1 } },
  { scarce: 0.5, laidOff: { part: 0.9, employers: 2 } },
  { scarce: 0.5, laidOff: { part: 1, employers: 3 } },
];

const rows: string[][] = [];
let holds = true;
for (const count of [100, 1_000, 10_000]) {
  for (const { scarce, laidOff } of crowds) {
    const { people, circles, blocks } = aCrowd(count, {
      people: count,
      scarce,
      open: Math.round(count / 200),
      ...(laidOff && { laidOff }),
    });
    const times = Array.from({ length: ROUNDS }, () =>
      timed(() => match(people, circles, blocks, Date.now())),
    );
    const found = times[0]?.of;
    const took = Math.min(...times.map(({ ms }) => ms));
    const bare = Math.min(
      ...times.map(() => timed(() => people.map(({ starts }) => new Set(starts).size)).ms),
    );
    const placed = new Set(found?.circles.flatMap((circle) => circle.people));
    for (const seat of found?.seats ?? []) placed.add(seat.person);
    const apart = apartIn(blocks);
    const could = people.filter((one) => !placed.has(one.id) && hasCircle(one, people, apart)).length;
    const share = placed.size / (placed.size + could || 1);
    const isFine = took <= MOST_SECONDS * 1000 && (share >= LEAST_SHARE || count < 10_000);
    holds &&= isFine;
    rows.push([
      count.toLocaleString("en"),
      String(scarce),
      laidOff ? `${laidOff.part * 100} % of ${laidOff.employers}` : "",
      `${took.toFixed(0)} ms`,
      `${(took / bare).toFixed(1)} times`,
      `${(share * 100).toFixed(1)} %`,
      isFine ? "holds" : "does not hold",
    ]);
  }
}
printTable(["waiting", "scarcity", "laid off", "took", "of one look", "of those who could", ""], rows);
process.exitCode = holds ? 0 : 1;

function timed<T>(work: () => T): { ms: number; of: T } {
  const began = performance.now();
  const of = work();
  return { ms: performance.now() - began, of };
}
