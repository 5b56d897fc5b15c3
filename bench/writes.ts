import { aBrowser, type Browser, isDone } from "../e2e/faults/browser.ts";
import { chanceFrom } from "../e2e/faults/chance.ts";
import { verbs } from "../e2e/faults/writes.ts";
import { formsIn, type PlainForm } from "../e2e/plain-form.ts";
import { Problem } from "../scripts/problem.ts";
import { connect } from "../scripts/roles.ts";
import { type Cost, costOf, medianCost, spending } from "./measure.ts";
import type { WriteResult } from "./report.ts";
import type { BenchSite } from "./site.ts";
import type { Person } from "./world.ts";

/** Somebody who writes, and a setback of theirs that is not of today, when nothing asks for reasons. */
type Writer = { browser: Browser; person: Person; setbackId: string };

type Filled = { path: string; form: PlainForm };

/** A form about what becomes of a setback: the page that holds it, its name, and what is typed into it. */
type About = { at: string | ((writer: Writer) => Promise<string> | string); label: string; typed: PlainForm };

const aboutSetbacks = {
  "note a feeling": {
    at: ({ setbackId }) => `/setbacks/${setbackId}/edit`,
    label: "Setback",
    typed: [
      ["happened", "No, after three rounds."],
      ["kind", "final_round"],
      ["feeling", "deflated=7"],
      ["feeling", "tired=4"],
    ],
  },
  "keep a reframe": {
    at: begunReframe,
    label: "Look at it again",
    typed: [
      ["thought", "I always fall apart at the end."],
      ["trap", "all-or-nothing"],
      ["evidenceFor", "The third round went badly."],
      ["evidenceAgainst", "Two rounds went well."],
      ["fairer", "I was tired in the third round."],
      ["after", "tired=3"],
    ],
  },
  "add a reason": {
    at: ({ setbackId }) => `/setbacks/${setbackId}/learn`,
    label: "Add a reason",
    typed: [
      ["words", "My answers ran long."],
      ["saidBy", "me"],
    ],
  },
  "put something in the jar": {
    at: "/jar",
    label: "Keep something",
    typed: [
      ["words", "You explained it so that I could do it."],
      ["origin", "My last team"],
      ["day", "2025-11-22"],
    ],
  },
  "count a case": { at: "/experiments", label: "Count one", typed: [] },
  "write a plan": {
    at: "/plans/new",
    label: "Write a plan",
    typed: [
      ["on", "kind"],
      ["kind", "silence"],
      ["step", "call my brother before I open my laptop"],
    ],
  },
  "draft a letter": {
    at: ({ setbackId }) => `/feedback/new?setback=${setbackId}&artefact=interview&of=employer`,
    label: "Begin this letter",
    typed: [["name", "Ms Alder"]],
  },
} satisfies Record<string, About>;

/** What is measured of what members do. A setback is logged last: for the rest of that day nothing asks for reasons. */
export const writes = [
  "encourage",
  "reply",
  "log effort",
  ...(Object.keys(aboutSetbacks) as (keyof typeof aboutSetbacks)[]),
  "log a setback",
] as const;

export type WriteName = (typeof writes)[number];

const chance = chanceFrom(1);

/** Opens the page of a form and fills it in. Null where there is nothing to do it with. */
export async function fillIn(name: WriteName, writer: Writer): Promise<Filled | null> {
  const { browser, person } = writer;
  if (name in verbs) {
    const place = { circle: { id: person.circleId }, goal: { id: person.goalId } };
    return verbs[name as keyof typeof verbs](browser, place, chance);
  }
  const about: About = aboutSetbacks[name as keyof typeof aboutSetbacks];
  return fillAt(browser, typeof about.at === "string" ? about.at : await about.at(writer), about);
}

async function fillAt(browser: Browser, path: string, { label, typed }: Omit<About, "at">) {
  const [form] = formsIn((await browser.open(path)).html, `aria-label="${label}`);
  return form ? { path, form: [...form, ...typed] } : null;
}

/** Sends a form. @throws Problem unless it is done. */
export async function send({ browser }: Pick<Writer, "browser">, name: string, { path, form }: Filled) {
  const answer = await browser.send(path, form);
  if (!isDone(answer)) throw new Problem(`"${name}" was answered with ${answer.status}, and not done.`);
  return answer;
}

/** A thought that is there, so that it can be looked at again: where that is done. */
async function begunReframe(writer: Writer): Promise<string> {
  const path = `/setbacks/${writer.setbackId}/reframe`;
  const typed: PlainForm = [
    ["thought", "I always fall apart at the end."],
    ["feeling", "tired=8"],
  ];
  const filled = await fillAt(writer.browser, path, { label: "A first thought", typed });
  if (!filled) throw new Problem("There is no thought to begin with.");
  return (await send(writer, "begin a reframe", filled)).location ?? path;
}

/** Makes writers of people: each signed in, with a setback of theirs. */
export async function findWriters(site: BenchSite, people: Person[]): Promise<Writer[]> {
  const { rows } = await connect(site.postgres.admin, (client) =>
    client.query<{ user_id: string; id: string }>(
      `select distinct on (user_id) user_id, id from setbacks
       where user_id = any ($1) and created_at < now() - interval '2 days' order by user_id, id desc`,
      [people.map(({ id }) => id)],
    ),
  );
  const setbacks = new Map(rows.map(({ user_id, id }) => [user_id, id]));
  const where = { ONWARD_URL: site.address, ONWARD_SECRET: site.secret };
  return Promise.all(
    people.map(async (person) => ({
      browser: await aBrowser(person, where),
      person,
      setbackId: setbacks.get(person.id) ?? "",
    })),
  );
}

/** So many at the same time, and so many in a round. */
const [ASKERS, A_ROUND] = [8, 100];

/**
 * Prepares the measuring of writes: each is sent by somebody else, with what the page's own form carries, so that no
 * limit on how much one member may post is met.
 */
export async function prepareWrites(site: BenchSite) {
  const all = await findWriters(site, site.world.people.many);
  // The next round is on the same day, so whoever logs a setback does nothing else.
  const half = all.length / 2;
  const rounds: Record<string, Cost>[] = [];

  async function measure(name: WriteName, signal: AbortSignal): Promise<Cost> {
    const able = name === "log a setback" ? all.slice(half) : all.slice(0, half);
    const writers = able.slice(0, A_ROUND);
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
