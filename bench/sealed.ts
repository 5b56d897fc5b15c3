// npm run bench:sealed     what it costs that words are sealed: one member's 500 setbacks, listed and looked through,
//                          beside the same setbacks of somebody whose words lie open, in the same run

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chanceFrom } from "../e2e/faults/chance.ts";
import { dayIn } from "../lib/dates.ts";
import { asMember, asSystem, prisma } from "../lib/db.ts";
import { freshId } from "../lib/ids.ts";
import { freshDataKey, privateWords } from "../lib/private-words.ts";
import type { SignedIn } from "../lib/session.ts";
import { listSetbacks, searchSetbacks } from "../lib/setbacks/queries.ts";
import { sealSetback } from "../lib/setbacks/sealed.ts";
import type { Viewer } from "../lib/viewer.ts";
import { openDataFolder } from "../scripts/data-folder.ts";
import { prepareOwnDatabase } from "../scripts/database.ts";
import { startPostgres } from "../scripts/embedded-postgres.ts";
import { deploy } from "../scripts/migrations.ts";
import { Problem } from "../scripts/problem.ts";
import { root } from "../scripts/project.ts";
import { runCommand, step } from "../scripts/steps.ts";
import { medianOf } from "./measure.ts";
import { printTable } from "./report.ts";
import { someWords } from "./words.ts";

const SETBACKS = 500;
const ROUNDS = 200;
const AT_MOST = 2;

const looks: Record<string, (viewer: Viewer) => Promise<unknown>> = {
  "a page of the list": (viewer) => listSetbacks(viewer),
  "looking for what the first says": (viewer) => searchSetbacks(viewer, "setback 499"),
  "looking for what the last says": (viewer) => searchSetbacks(viewer, "setback 0 "),
  "looking for what none says": (viewer) => searchSetbacks(viewer, "kingfisher"),
};

await runCommand(async ({ signal, closing }) => {
  const folder = openDataFolder(fs.mkdtempSync(path.join(os.tmpdir(), "onward-test-")));
  closing(() => fs.rmSync(folder.path, { recursive: true, force: true, maxRetries: 5 }));
  closing(folder.release);
  const postgres = await step("Postgres", () => startPostgres(folder, { signal }));
  closing(postgres.stop);
  const { app, owner } = await prepareOwnDatabase(postgres, "onward", folder.secrets);
  await deploy(root, owner);
  Object.assign(process.env, {
    DATABASE_URL: app,
    ONWARD_URL: "http://localhost",
    ONWARD_SECRET: folder.secrets.onward,
    VAULT_KEY: folder.secrets.vault,
  });
  closing(() => prisma().$disconnect());
  const members = { sealed: await aMember(true), open: await aMember(false) };

  const took = new Map<string, number[]>();
  const measure = async (name: string, member: SignedIn, look: (viewer: Viewer) => Promise<unknown>) => {
    const began = performance.now();
    // As lib/viewer.ts does for each request; that one needs Next.
    await asMember(member.id, (db) =>
      look({
        ...member,
        db,
        now: new Date(),
        today: dayIn(member.timeZone, new Date()),
        words: privateWords(member),
      }),
    );
    took.set(name, [...(took.get(name) ?? []), performance.now() - began]);
  };
  await step(`${ROUNDS} rounds`, async () => {
    for (let round = 0; round < ROUNDS + 20; round++) {
      signal.throwIfAborted();
      // They take turns in who is first. The first rounds warm up.
      const turns = Object.entries(members);
      if (round % 2) turns.reverse();
      for (const [what, look] of Object.entries(looks))
        for (const [kind, member] of turns) await measure(`${what} ${kind}`, member, look);
      if (round === 19) took.clear();
    }
  });
  const rows = Object.keys(looks).map((what) => {
    const [sealed, open] = [`${what} sealed`, `${what} open`].map((name) => medianOf(took.get(name) ?? []));
    return { what, sealed: sealed ?? 0, open: open ?? 0, ratio: (sealed ?? 0) / (open ?? 0) };
  });
  printTable(
    [`${SETBACKS} setbacks`, "open ms", "sealed ms", "x"],
    rows.map(({ what, open, sealed, ratio }) => [what, open, sealed, ratio]),
  );
  const over = rows.filter(({ ratio }) => ratio > AT_MOST);
  if (over.length > 0)
    throw new Problem(`More than ${AT_MOST} times: ${over.map(({ what }) => what).join(", ")}.`);
  return 0;
});

/** Somebody with all the setbacks, sealed or as from before there were keys. */
async function aMember(isSealed: boolean): Promise<SignedIn> {
  const id = freshId();
  const [dataKey, sealedAt] = [freshDataKey(id), isSealed ? new Date() : null];
  const name = isSealed ? "Juniper" : "Heron";
  const account = { email: `${name}@example.org`, name, timeZone: "UTC", dataKey, sealedAt };
  await asSystem((db) => db.user.create({ data: { id, ...account, adultSaidAt: new Date() } }));
  const words = privateWords({ id, dataKey, sealedAt });
  const chance = chanceFrom(11);
  const data = Array.from({ length: SETBACKS }, (_, at) => {
    const told = {
      happened: `Setback ${at} of them. ${someWords(chance, 400)}`,
      company: "Kestrel Freight",
      role: "Shift planner",
      industry: "logistics",
    };
    const setbackId = freshId();
    const day = new Date(Date.UTC(2024, 0, 1 + at));
    return { userId: id, id: setbackId, day, ...(isSealed ? sealSetback(words, setbackId, told) : told) };
  });
  await asMember(id, (db) => db.setback.createMany({ data }));
  return { ...account, id, sessionId: freshId(), verifiedAt: new Date() };
}
