// npm run bench:digests                    how long it takes to plan the digests of 100,000 members, on one Sunday evening
// npm run bench:digests -- --members 10000   of fewer
//
// In a database of its own: each member has two goals, a month of efforts, and wins; all of them live in one of forty
// zones and chose the hour that it is there, so that nobody is left out. Planning is whatever the worker does until each
// mail waits in the queue, with its numbers. A second run finds everything done.

import { parseArgs } from "node:util";
import { prisma } from "../lib/db.ts";
import { planReminders } from "../lib/jobs/plan-reminders.ts";
import { ensureClient } from "../scripts/build.ts";
import { Problem } from "../scripts/problem.ts";
import { root } from "../scripts/project.ts";
import { connect } from "../scripts/roles.ts";
import { runCommand, step } from "../scripts/steps.ts";
import { openOwnDatabase } from "./own-database.ts";
import { printTable } from "./report.ts";

const MOST_SECONDS = 300;
/** A Sunday, on which it is Sunday in each of the zones. */
const NOON = new Date("2028-03-12T12:00:00Z");

/** Zones from eleven hours behind to eleven ahead. */
const zones = [
  "Pacific/Pago_Pago, Pacific/Honolulu, America/Anchorage, America/Los_Angeles, America/Denver, America/Chicago",
  "America/New_York, America/Halifax, America/St_Johns, America/Sao_Paulo, Atlantic/South_Georgia, Atlantic/Azores",
  "Europe/London, Europe/Berlin, Europe/Kyiv, Europe/Istanbul, Asia/Tehran, Asia/Dubai, Asia/Kabul, Asia/Karachi",
  "Asia/Kolkata, Asia/Kathmandu, Asia/Dhaka, Asia/Yangon, Asia/Bangkok, Asia/Singapore, Asia/Tokyo, Australia/Darwin",
  "Australia/Brisbane, Africa/Lagos, Africa/Cairo, Africa/Nairobi, Africa/Accra, America/Bogota, America/Lima",
  "America/Caracas, America/Mexico_City, Asia/Manila, Asia/Tashkent, Pacific/Guam",
]
  .join(", ")
  .split(", ");

const { values } = parseArgs({ options: { members: { type: "string", default: "100000" } } });
const members = Number(values.members);

await runCommand(async ({ signal, closing }) => {
  if (!Number.isInteger(members) || members < 1) throw new Problem("--members is a number from 1.");
  await ensureClient(root, signal);
  const { folder, app, admin } = await openOwnDatabase({ signal, closing });
  Object.assign(process.env, {
    DATABASE_URL: app,
    ONWARD_URL: "https://onward.example.org",
    ONWARD_SECRET: folder.secrets.onward,
    VAULT_KEY: folder.secrets.vault,
  });
  closing(() => prisma().$disconnect());
  await step(`${members.toLocaleString("en")} members, and their month`, () =>
    connect(admin, async (client) => {
      for (const sql of world(members)) await client.query(sql);
      await client.query("vacuum analyze");
    }),
  );

  const rows: string[][] = [];
  for (const what of ["planned", "found done"]) {
    const [began, worked] = [performance.now(), process.cpuUsage()];
    await planReminders(NOON);
    const { user, system } = process.cpuUsage(worked);
    const seconds = (performance.now() - began) / 1000;
    rows.push([what, `${seconds.toFixed(1)} s`, `${((user + system) / 1_000_000).toFixed(1)} s`]);
    if (seconds > MOST_SECONDS)
      throw new Problem(`It took ${seconds.toFixed(0)} s, and may take ${MOST_SECONDS}.`);
  }
  const queued = await connect(admin, (client) =>
    client.query("select count(*)::int as mails from pgboss.job where name = 'remind'"),
  );
  if (queued.rows[0]?.mails !== members) throw new Problem(`${queued.rows[0]?.mails} mails are queued.`);
  printTable([`${members.toLocaleString("en")} digests`, "took", "of it in the worker"], rows);
  return 0;
});

function* world(count: number): Iterable<string> {
  const list = `array['${zones.join("','")}']`;
  const id = (kind: number, n: string) =>
    `('01900000-000${kind}-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  const people = `generate_series(1, ${count}) n`;
  yield `insert into users (id, email, name, verified_at, adult_said_at, time_zone)
         select ${id(0, "n")}, 'member' || n || '@example.org', 'Wren', now(), now(),
                (${list})[1 + n % ${zones.length}] from ${people}`;
  yield `insert into reminder_settings (user_id, digest_hour, quiet_from, quiet_until)
         select u.id, extract(hour from '${NOON.toISOString()}'::timestamptz at time zone u.time_zone), 0, 0 from users u`;
  yield `insert into goals (user_id, id, title, category, rhythm, times)
         select ${id(0, "n")}, ${id(1, "n * 2 + g")}, 'One application', 'applications', 'day', 1
         from ${people}, generate_series(0, 1) g`;
  yield `insert into efforts (user_id, id, goal_id, day, created_at)
         select ${id(0, "n")}, ${id(2, "n * 32 + d")}, ${id(1, "n * 2 + d % 2")}, '2028-03-12'::date - d,
                '2028-03-12T08:00Z'::timestamptz - d * interval '1 day'
         from ${people}, generate_series(0, 29) d where (n + d) % 3 > 0`;
  yield `insert into wins (user_id, id, body, day, created_at)
         select ${id(0, "n")}, ${id(3, "n * 8 + d")}, 'Asked for feedback.', '2028-03-12'::date - 5 * d,
                '2028-03-12T08:00Z'::timestamptz - 5 * d * interval '1 day'
         from ${people}, generate_series(0, 3) d`;
}
