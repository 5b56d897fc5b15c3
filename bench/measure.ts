import { askAlways, type Target } from "./load.ts";
import { cpuOf } from "./machine.ts";

/** What answering once costs, and how often a second it can be done. */
export type Cost = {
  /** Processor time of the server, everything it started included, in milliseconds. */
  cpuMs: number;
  /** The same of Postgres. */
  postgresCpuMs: number;
  perSecond: number;
};

/** What some work has got and used, all in all. */
type Spent = { answers: number; ms: number; cpuMs: number; postgresCpuMs: number };

type Asked = { target: Target; pid: number };

// How often those that are compared take turns in a round. A machine that slows down for a moment then does so for all.
const TURNS = 4;

/**
 * Keeps each of several servers busy for a while. One process can do no more than this: with more askers they only wait
 * longer.
 *
 * @param ms so long for each.
 */
export async function costsOf<Name extends string>(
  compared: Record<Name, Asked>,
  { postgres, ms, signal }: { postgres: number; ms: number; signal: AbortSignal },
): Promise<Record<Name, Cost>> {
  const all = Object.entries<Asked>(compared).map(([name, asked]) => ({
    name,
    ...asked,
    spent: [] as Spent[],
  }));
  for (let turn = 0; turn < TURNS; turn++)
    for (const { target, pid, spent } of all)
      spent.push(
        await spending(pid, postgres, () => askAlways(target, { connections: 8, ms: ms / TURNS, signal })),
      );
  return Object.fromEntries(all.map(({ name, spent }) => [name, costOf(spent)])) as Record<Name, Cost>;
}

/** What some work costs a server and Postgres. */
export async function spending(
  pid: number,
  postgres: number,
  work: () => Promise<{ answers: number; ms: number }>,
): Promise<Spent> {
  const before = [cpuOf(pid), cpuOf(postgres)] as const;
  const done = await work();
  return { ...done, cpuMs: cpuOf(pid) - before[0], postgresCpuMs: cpuOf(postgres) - before[1] };
}

/** The same for each answer. */
export function costOf(spent: Spent[]): Cost {
  const sum = (which: keyof Spent) => spent.reduce((sum, each) => sum + each[which], 0);
  const answers = sum("answers");
  return {
    cpuMs: sum("cpuMs") / answers,
    postgresCpuMs: sum("postgresCpuMs") / answers,
    perSecond: (answers / sum("ms")) * 1000,
  };
}

/** The middle of what was found round by round. */
export function medianCost(costs: Cost[]): Cost {
  const middle = (which: keyof Cost) => medianOf(costs.map((cost) => cost[which]));
  return {
    cpuMs: middle("cpuMs"),
    postgresCpuMs: middle("postgresCpuMs"),
    perSecond: middle("perSecond"),
  };
}

/** The middle one; between the two in the middle where there is none. */
export function medianOf(numbers: number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** The one that so many of a hundred are not longer than. */
export function percentileOf(numbers: number[], percent: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
