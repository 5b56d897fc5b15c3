// npm run bench:sealed     what it costs that words are sealed: one member's 500 setbacks, listed and looked through,
//                          beside the same setbacks of somebody whose words lie open, in the same run
//
// As a member waits for it, the whole page, and its read alone.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { chanceFrom } from "../e2e/faults/chance.ts";
import { dayIn } from "../lib/dates.ts";
import { asMember, asSystem, prisma } from "../lib/db.ts";
import { searchElsewhere, searchSetbacks } from "../lib/finding/queries.ts";
import { freshId } from "../lib/ids.ts";
import { freshDataKey, privateWords } from "../lib/private-words.ts";
import type { SignedIn } from "../lib/session.ts";
import { listSetbacks } from "../lib/setbacks/queries.ts";
import { sealSetback } from "../lib/setbacks/sealed.ts";
import type { Viewer } from "../lib/viewer.ts";
import { ensureBuild, ensureClient } from "../scripts/build.ts";
import { openDataFolder } from "../scripts/data-folder.ts";
import { prepareOwnDatabase } from "../scripts/database.ts";
import { startPostgres } from "../scripts/embedded-postgres.ts";
import { deploy } from "../scripts/migrations.ts";
import { findFreePort } from "../scripts/ports.ts";
import { Problem } from "../scripts/problem.ts";
import { root } from "../scripts/project.ts";
import { serve } from "../scripts/serve.ts";
import { runCommand, step } from "../scripts/steps.ts";
import { medianOf } from "./measure.ts";
import { printTable } from "./report.ts";
import { someWords } from "./words.ts";

const SETBACKS = 500;
const ROUNDS = 150;
const WARM_UP = 20;
/** How much longer a page may take for being sealed. */
const AT_MOST = 2;

/** What is asked of the page, and by how many lines it answers. */
const looks = {
  "the list": "",
  "what many say": "setback",
  "what one says": "setback 0 of",
  "what none says": "kingfisher",
};

await runCommand(async ({ signal, closing }) => {
  await ensureClient(root, signal);
  closing((await ensureBuild(root, signal)).release);
  const folder = openDataFolder(fs.mkdtempSync(path.join(os.tmpdir(), "onward-test-")));
  closing(() => fs.rmSync(folder.path, { recursive: true, force: true, maxRetries: 5 }));
  closing(folder.release);
  const postgres = await step("Postgres", () => startPostgres(folder, { signal }));
  closing(postgres.stop);
  const { app, owner } = await prepareOwnDatabase(postgres, "onward", folder.secrets);
  await deploy(root, owner);
  const port = await findFreePort();
  const env = {
    DATABASE_URL: app,
    DATABASE_OWNER_URL: "",
    ONWARD_URL: `http://localhost:${port}`,
    ONWARD_SECRET: folder.secrets.onward,
    VAULT_KEY: folder.secrets.vault,
    ONWARD_MAIL_DIR: folder.mail,
    SMTP_URL: "",
    NODE_ENV: "production",
  };
  // What these two wrote is sealed by this process, as the app would.
  Object.assign(process.env, env);
  closing(() => prisma().$disconnect());
  const members = { sealed: await aMember(true), open: await aMember(false) };
  const log = path.join(folder.path, "server.log");
  const server = await step("Serving", () => serve("start", port, env, { signal, log }));
  closing(server.stop);

  const took = new Map<string, number[]>();
  const measure = async (name: string, work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    took.set(name, [...(took.get(name) ?? []), performance.now() - began]);
  };
  await step(`${ROUNDS} rounds`, async () => {
    for (let round = 0; round < ROUNDS + WARM_UP; round++) {
      signal.throwIfAborted();
      if (round === WARM_UP) took.clear();
      // They take turns in who is first.
      const turns = Object.entries(members);
      if (round % 2) turns.reverse();
      for (const [what, asked] of Object.entries(looks)) {
        for (const [kind, { member, cookie }] of turns) {
          await measure(`page, ${what}, ${kind}`, () => open(port, asked, cookie));
          await measure(`read, ${what}, ${kind}`, () => read(member, asked));
        }
      }
    }
  });
  const rows = ["page", "read"].flatMap((how) =>
    Object.keys(looks).map((what) => {
      const of = (kind: string) => medianOf(took.get(`${how}, ${what}, ${kind}`) ?? []);
      return { name: `${how}, ${what}`, open: of("open"), sealed: of("sealed") };
    }),
  );
  printTable(
    [`${SETBACKS} setbacks`, "open ms", "sealed ms", "x"],
    rows.map(({ name, open, sealed }) => [name, open, sealed, sealed / open]),
  );
  const over = rows.filter(({ name, open, sealed }) => name.startsWith("page") && sealed / open > AT_MOST);
  if (over.length > 0)
    throw new Problem(`More than ${AT_MOST} times: ${over.map(({ name }) => name).join("; ")}.`);
  return 0;
});

async function open(port: number, asked: string, cookie: string): Promise<void> {
  const address = `http://127.0.0.1:${port}/setbacks${asked && `?q=${encodeURIComponent(asked)}`}`;
  const html = await (await fetch(address, { headers: { cookie } })).text();
  const isThere = html.includes(asked === "kingfisher" ? "Nothing of yours says that" : "of them. ");
  if (!isThere) throw new Problem(`${address} does not show what it should.`);
}

/** As lib/viewer.ts does for each request; that one needs Next around it. */
function read(member: SignedIn, asked: string): Promise<unknown> {
  return asMember(member.id, (db) => {
    const now = new Date();
    const words = privateWords(member);
    const viewer: Viewer = { ...member, db, now, today: dayIn(member.timeZone, now), words };
    if (!asked) return listSetbacks(viewer);
    return searchSetbacks(viewer, asked).then(() => searchElsewhere(viewer, asked));
  });
}

/** Somebody with all the setbacks, sealed or as from before there were keys. */
async function aMember(isSealed: boolean): Promise<{ member: SignedIn; cookie: string }> {
  const [id, sessionId] = [freshId(), freshId()];
  const [dataKey, sealedAt] = [freshDataKey(id), isSealed ? new Date() : null];
  const name = isSealed ? "Juniper" : "Heron";
  const account = { email: `${name}@example.org`, name, timeZone: "UTC", dataKey, sealedAt };
  await asSystem(async (db) => {
    await db.user.create({ data: { id, ...account, adultSaidAt: new Date() } });
    const expiresAt = new Date(Date.now() + 86_400_000);
    await db.session.create({ data: { id: sessionId, userId: id, device: "a browser", expiresAt } });
  });
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
  const secret = process.env.ONWARD_SECRET ?? "";
  const token = await encode({ token: { sid: sessionId }, secret, maxAge: 86_400 });
  return {
    member: { ...account, id, sessionId, verifiedAt: new Date() },
    cookie: `onward.session=${token}`,
  };
}
