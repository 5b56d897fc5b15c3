import { aBrowser } from "../e2e/faults/browser.ts";
import { chanceFrom } from "../e2e/faults/chance.ts";
import { verbs } from "../e2e/faults/writes.ts";
import { Problem } from "../scripts/problem.ts";
import { connect } from "../scripts/roles.ts";
import { aboutSetbacks } from "./about-setbacks.ts";
import { type Filled, fill, send, type Writer } from "./forms.ts";
import { type Cost, costOf, medianCost, spending } from "./measure.ts";
import type { WriteResult } from "./report.ts";
import type { BenchSite } from "./site.ts";
import type { Person } from "./world.ts";

/** What is measured of what members do. */
export const writes = [
  "encourage",
  "reply",
  "log effort",
  "log a setback",
  ...(Object.keys(aboutSetbacks) as (keyof typeof aboutSetbacks)[]),
] as const;

export type WriteName = (typeof writes)[number];

/**
 * Those of these writers who do this. On the day of a setback nothing asks its member for reasons, so that those who
 * log one do nothing else: half of all, and whoever has one of late.
 */
export function whoDo(name: WriteName, all: Writer[]): Writer[] {
  const rested = all.filter(({ hasFresh }) => !hasFresh).slice(0, Math.ceil(all.length / 2));
  return name === "log a setback" ? all.filter((writer) => !rested.includes(writer)) : rested;
}

const chance = chanceFrom(1);

/** Opens the page of a form and fills it in. Null where there is nothing to do it with. */
export async function fillIn(name: WriteName, writer: Writer): Promise<Filled | null> {
  const { browser, person } = writer;
  if (name in verbs) {
    const place = { circle: { id: person.circleId }, goal: { id: person.goalId } };
    return verbs[name as keyof typeof verbs](browser, place, chance);
  }
  return fill(writer, aboutSetbacks[name as keyof typeof aboutSetbacks]);
}

/** Makes writers of people: each signed in, with two setbacks of theirs. */
export async function findWriters(site: BenchSite, people: Person[]): Promise<Writer[]> {
  const { rows } = await connect(site.postgres.admin, (client) =>
    client.query<{ user_id: string; ids: string[]; hasFresh: boolean }>(
      `select user_id, bool_or(is_fresh) as "hasFresh",
         (coalesce(array_agg(id order by id desc) filter (where not is_fresh), '{}'))[1:2] as ids
       from (select user_id, id, created_at >= now() - interval '2 days' as is_fresh from setbacks) told
       where user_id = any ($1) group by user_id`,
      [people.map(({ id }) => id)],
    ),
  );
  const told = new Map(rows.map(({ user_id, ...row }) => [user_id, row]));
  const where = { ONWARD_URL: site.address, ONWARD_SECRET: site.secret };
  return Promise.all(
    people.map(async (person) => {
      const { ids: [setbackId = "", restsId = ""] = [], hasFresh = false } = told.get(person.id) ?? {};
      return { browser: await aBrowser(person, where), person, setbackId, restsId, hasFresh };
    }),
  );
}

/** So many at the same time, and so many in a round. */
const [ASKERS, A_ROUND] = [8, 100];

/**
 * Prepares the measuring of writes. In a round each of many people sends one of each, with what the page's own form
 * carries, so that nobody meets a limit on how much one member may post.
 */
export async function prepareWrites(site: BenchSite) {
  const all = await findWriters(site, site.world.people.many);
  const rounds: Record<string, Cost>[] = [];

  async function measure(name: WriteName, signal: AbortSignal): Promise<Cost> {
    const writers = whoDo(name, all).slice(0, A_ROUND);
    const filled: [Writer, Filled][] = [];
    await inTurns(writers, async (writer) => {
      signal.throwIfAborted();
      const form = await fillIn(name, writer);
      if (form) filled.push([writer, form]);
    });
    if (filled.length < writers.length / 2) throw new Problem(`There is not enough to ${name}.`);
    // The sending alone.
    const spent = await spending(site.app.pid, site.postgres.pid, async () => {
      const began = performance.now();
      await inTurns(filled, async ([writer, form]) => {
        signal.throwIfAborted();
        await send(writer, name, form);
      });
      return { answers: filled.length, ms: performance.now() - began };
    });
    return costOf([spent]);
  }

  return {
    async round(signal: AbortSignal) {
      const costs: Record<string, Cost> = {};
      for (const name of writes) costs[name] = await measure(name, signal);
      rounds.push(costs);
    },
    result: (): WriteResult[] =>
      writes.map((name) => ({ name, ...medianCost(rounds.flatMap((round) => round[name] ?? [])) })),
  };
}

async function inTurns<T>(all: T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = all.values();
  const asker = async () => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: ASKERS }, asker));
}
