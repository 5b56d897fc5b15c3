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
 * Those of these writers who do this. One half logs setbacks and does nothing else, since on the day of a setback
 * nothing asks its member for reasons; the other half does all the rest.
 */
export function whoDo(name: WriteName, all: Writer[]): Writer[] {
  const half = Math.ceil(all.length / 2);
  return name === "log a setback" ? all.slice(half) : all.slice(0, half);
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
    client.query<{ user_id: string; ids: string[] }>(
      `select user_id, (array_agg(id order by id desc))[1:2] as ids from setbacks
       where user_id = any ($1) and created_at < now() - interval '2 days' group by user_id`,
      [people.map(({ id }) => id)],
    ),
  );
  const setbacks = new Map(rows.map(({ user_id, ids }) => [user_id, ids]));
  const where = { ONWARD_URL: site.address, ONWARD_SECRET: site.secret };
  return Promise.all(
    people.map(async (person) => {
      const [setbackId = "", restsId = ""] = setbacks.get(person.id) ?? [];
      return { browser: await aBrowser(person, where), person, setbackId, restsId };
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
