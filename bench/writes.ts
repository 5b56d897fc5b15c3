import { aBrowser, type Browser, isDone } from "../e2e/faults/browser.ts";
import { chanceFrom } from "../e2e/faults/chance.ts";
import { type Filled, verbs } from "../e2e/faults/writes.ts";
import { Problem } from "../scripts/problem.ts";
import { type Cost, costOf, medianCost, spending } from "./measure.ts";
import type { WriteResult } from "./report.ts";
import type { BenchSite } from "./site.ts";
import type { Person } from "./world.ts";

/** What is measured of what members do. */
const measured = ["encourage", "reply", "log a setback", "log effort"] as const;

/** So many at the same time, and so many in a round. */
const [ASKERS, A_ROUND] = [8, 100];

/**
 * Prepares the measuring of writes: each is sent by somebody else, with what the page's own form carries, so that no
 * limit on how much one member may post is met.
 */
export async function prepareWrites(site: BenchSite) {
  const chance = chanceFrom(1);
  const signedIn = async (person: Person): Promise<Browser> =>
    aBrowser(person, { ONWARD_URL: site.address, ONWARD_SECRET: site.secret });
  const people = site.world.people.many;
  const rounds: Record<string, Cost>[] = [];
  let next = 0;

  async function measure(verb: (typeof measured)[number], signal: AbortSignal): Promise<Cost> {
    const writers = Array.from(
      { length: Math.min(A_ROUND, people.length) },
      () => people[next++ % people.length],
    );
    const filled: [Browser, Filled][] = [];
    await inTurns(writers, async (person) => {
      signal.throwIfAborted();
      if (!person) return;
      const place = { circle: { id: person.circleId }, goal: { id: person.goalId } };
      const browser = await signedIn(person);
      const form = await verbs[verb](browser, place, chance);
      if (form) filled.push([browser, form]);
    });
    if (filled.length < writers.length / 2) throw new Problem(`There is not enough to ${verb}.`);
    // The sending alone.
    const spent = await spending(site.app.pid, site.postgres.pid, async () => {
      const began = performance.now();
      await inTurns(filled, async ([browser, { path, form }]) => {
        signal.throwIfAborted();
        const answer = await browser.send(path, form);
        if (!isDone(answer)) throw new Problem(`"${verb}" was answered with ${answer.status}, and not done.`);
      });
      return { answers: filled.length, ms: performance.now() - began };
    });
    return costOf([spent]);
  }

  return {
    async round(signal: AbortSignal) {
      const costs: Record<string, Cost> = {};
      for (const verb of measured) costs[verb] = await measure(verb, signal);
      rounds.push(costs);
    },
    result: (): WriteResult[] =>
      measured.map((name) => ({ name, ...medianCost(rounds.flatMap((round) => round[name] ?? [])) })),
  };
}

async function inTurns<T>(all: T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = all.values();
  const asker = async () => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: ASKERS }, asker));
}
