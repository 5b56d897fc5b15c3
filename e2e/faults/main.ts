// What scripts/faults.ts runs, one part in one process: the app's own code, which the members here are made with,
// looks at its settings once.

import path from "node:path";
import { parseArgs } from "node:util";
import { aMailServer } from "@/tests/jobs/mail-server";
import { chanceFrom } from "./chance.ts";
import type { Crowd } from "./crowd.ts";
import { goneForAWhile } from "./gone.ts";
import { killAtRandom } from "./kills.ts";
import { openLedger, reckon } from "./ledger.ts";
import { openSite, type Settings, type Site } from "./site.ts";

const { values: asked } = parseArgs({
  options: {
    part: { type: "string" },
    kills: { type: "string" },
    gone: { type: "string" },
    seed: { type: "string" },
  },
});
const chance = chanceFrom(Number(asked.seed));
const say = (words: string) => console.log(`  ${words}`);

const parts: Record<string, () => Promise<boolean>> = {
  async kills() {
    const killed = { app: 0, backend: 0, postmaster: 0 };
    const reckoned = await underLoad({}, (site, crowd) =>
      killAtRandom(site, crowd, chance, Number(asked.kills), killed),
    );
    const { acknowledged, unacknowledged, lost, doubled, half } = reckoned;
    // What nobody did was not tried: most likely its form is not found any more.
    const { verbs } = await import("./writes.ts");
    const never = Object.keys(verbs).filter((verb) => !reckoned.verbs.has(verb));
    for (const verb of never) say(`never done: ${verb}`);
    for (const [what, rows] of Object.entries({ lost, doubled, half }))
      for (const row of rows) say(`${what}: ${row}`);
    const all = killed.app + killed.backend + killed.postmaster;
    say(
      `killed        ${all} (app ${killed.app}, backend ${killed.backend}, postmaster ${killed.postmaster})`,
    );
    say(
      `acknowledged  ${acknowledged}, each there once; given up ${unacknowledged}, each there once or not at all`,
    );
    say(`lost          ${lost.length}, doubled ${doubled.length}, half ${half.length}`);
    return all === Number(asked.kills) && lost.length + doubled.length + half.length + never.length === 0;
  },

  // A Postgres that acknowledges before it has written must be found out, or the count above says nothing.
  async control() {
    const killed = { app: 0, backend: 0, postmaster: 0 };
    const hasty = {
      postgres: ["synchronous_commit=off", "wal_writer_delay=10s", "wal_writer_flush_after=1GB"],
    };
    const { acknowledged, lost } = await underLoad(hasty, (site, crowd) =>
      killAtRandom(site, crowd, chance, 3, killed, ["backend", "postmaster"]),
    );
    say(
      `with synchronous_commit=off, ${lost.length} of ${acknowledged} acknowledged were lost, as they must be`,
    );
    return lost.length > 0;
  },

  async gone() {
    let went = true;
    const { lost, doubled, half } = await underLoad({}, async (site, crowd) => {
      went = await goneForAWhile(site, crowd, Number(asked.gone), say);
    });
    say(`lost          ${lost.length}, doubled ${doubled.length}, half ${half.length}`);
    return went && lost.length + doubled.length + half.length === 0;
  },

  async states() {
    return alone({}, async (site) => (await import("./states.ts")).tryStates(site, say));
  },

  async mail() {
    const server = await aMailServer();
    const app = { SMTP_URL: server.url };
    return alone({ app }, async (site) => (await import("./mail.ts")).hangTheMail(site, server, say));
  },
};

async function alone<T>(settings: Settings, work: (site: Site) => Promise<T>): Promise<T> {
  const site = await openSite(settings);
  try {
    // Before any of the app's code is loaded.
    Object.assign(process.env, site.env);
    await site.startApp();
    return await work(site);
  } finally {
    await site.close();
  }
}

/** Lets a crowd write while faults happen, and reckons up. */
const underLoad = (settings: Settings, faults: (site: Site, crowd: Crowd) => Promise<void>) =>
  alone(settings, async (site) => {
    const { aCrowd } = await import("./crowd.ts");
    const file = path.join(site.folder.path, "ledger.jsonl");
    const ledger = openLedger(file);
    const crowd = await aCrowd(site, chance, ledger);
    // Whatever Postgres forgets below, it does not forget who these people are.
    await site.asAdmin((client) => client.query("checkpoint"));
    await faults(site, crowd);
    await crowd.goHome();
    ledger.close();
    const { openSetbacks } = await import("./opened.ts");
    return site.asAdmin(async (client) => {
      await openSetbacks(client);
      return reckon(file, client);
    });
  });

process.exitCode = (await parts[asked.part ?? ""]?.()) ? 0 : 1;
// Connections of the members made here would keep it waiting.
process.exit();
