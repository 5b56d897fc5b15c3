// npm run bench:sealed     what it costs that words are sealed: one member's 500 setbacks and all that became of them,
//                          listed and looked through, beside the same of somebody whose words lie open, in the same run
// npm run bench:sealed -- --rounds 20     fewer rounds than a hundred
//
// As a member waits for it, the whole page, and its read alone.

import path from "node:path";
import { parseArgs } from "node:util";
import { encode } from "next-auth/jwt";
import { dayIn } from "../lib/dates.ts";
import { asMember, asSystem, prisma } from "../lib/db.ts";
import { searchElsewhere, searchSetbacks } from "../lib/finding/queries.ts";
import { freshId } from "../lib/ids.ts";
import { freshDataKey, privateWords } from "../lib/private-words.ts";
import type { SignedIn } from "../lib/session.ts";
import { listSetbacks } from "../lib/setbacks/queries.ts";
import type { Viewer } from "../lib/viewer.ts";
import { ensureBuild, ensureClient } from "../scripts/build.ts";
import { findFreePort } from "../scripts/ports.ts";
import { Problem } from "../scripts/problem.ts";
import { root } from "../scripts/project.ts";
import { connect } from "../scripts/roles.ts";
import { serve } from "../scripts/serve.ts";
import { runCommand, step } from "../scripts/steps.ts";
import { medianOf } from "./measure.ts";
import { openOwnDatabase } from "./own-database.ts";
import { printTable } from "./report.ts";
import { BIRDS, writeMuch } from "./written-by-one.ts";

const SETBACKS = 500;
const WARM_UP = 10;
/** How much longer a page may take for being sealed. */
const AT_MOST = 2;

/** What is asked of the page, and what it says then. Who looks for a bird has everything opened. */
const looks: Record<string, { asked: string; says: string }> = {
  "the list": { asked: "", says: "of them. " },
  "what many say": { asked: "setback", says: "of them. " },
  "what a thought about one says": { asked: BIRDS.thought, says: "Setback 7 of them. " },
  "what an answer says": { asked: BIRDS.answer, says: "Setback 10 of them. " },
  "what the jar says": { asked: BIRDS.jar, says: `${BIRDS.jar}. ` },
  "what none says": { asked: "kingfisher", says: "Nothing here says that" },
};

const { values } = parseArgs({ options: { rounds: { type: "string", default: "100" } } });
const rounds = Number(values.rounds);

await runCommand(async ({ signal, closing }) => {
  if (!Number.isInteger(rounds) || rounds < 1) throw new Problem("--rounds is a number from 1.");
  await ensureClient(root, signal);
  closing((await ensureBuild(root, signal)).release);
  const { folder, app, admin } = await openOwnDatabase({ signal, closing });
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
  const members = await step("What two people wrote", async () => ({
    sealed: await aMember(true),
    open: await aMember(false),
  }));
  // As Postgres does by itself a minute later: until then it does not know how much there is.
  await connect(admin, (client) => client.query("vacuum analyze"));
  const log = path.join(folder.path, "server.log");
  const server = await step("Serving", () => serve("start", port, env, { signal, log }));
  closing(server.stop);

  const took = new Map<string, number[]>();
  const measure = async (name: string, work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    took.set(name, [...(took.get(name) ?? []), performance.now() - began]);
  };
  await step(`${rounds} rounds`, async () => {
    for (let round = 0; round < rounds + WARM_UP; round++) {
      signal.throwIfAborted();
      if (round === WARM_UP) took.clear();
      // They take turns in who is first.
      const turns = Object.entries(members);
      if (round % 2) turns.reverse();
      for (const [what, { asked, says }] of Object.entries(looks)) {
        for (const [kind, { member, cookie }] of turns) {
          await measure(`page, ${what}, ${kind}`, () => open(port, asked, says, cookie));
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

async function open(port: number, asked: string, says: string, cookie: string): Promise<void> {
  const address = `http://127.0.0.1:${port}/setbacks${asked && `?q=${encodeURIComponent(asked)}`}`;
  const html = await (await fetch(address, { headers: { cookie } })).text();
  if (!html.includes(says)) throw new Problem(`${address} does not show what it should.`);
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

/** Somebody with all the setbacks, their words sealed, or lying open as from before there were keys. */
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
  const { seal } = privateWords({ id, dataKey, sealedAt });
  await writeMuch(id, isSealed ? seal : (_column, _row, text) => text, SETBACKS);
  const secret = process.env.ONWARD_SECRET ?? "";
  const token = await encode({ token: { sid: sessionId }, secret, maxAge: 86_400 });
  return {
    member: {
      ...account,
      id,
      sessionId,
      verifiedAt: new Date(),
      createdAt: new Date(),
      suspendedUntil: null,
    },
    cookie: `onward.session=${token}`,
  };
}
