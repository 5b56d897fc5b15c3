// npm run mail            lists the mails that did not leave, without whom they are for or what they say
// npm run mail -- again   puts them all back into the queue
// npm run mail -- bounced wren@example.org   their mail came back: no mails that they asked for, until they try again

import type pg from "pg";
import { PgBoss } from "pg-boss";
import { workSettings } from "./database.ts";
import { Problem } from "./problem.ts";
import { connect } from "./roles.ts";
import { runCommand } from "./steps.ts";

/** Those that members asked for in Settings wait apart, and not for as long (scripts/queues.ts). */
const QUEUES = ["mail-not-sent", "remind-not-sent"];

await runCommand(async () => {
  const [wish, whose] = process.argv.slice(2);
  if (wish && wish !== "again" && !(wish === "bounced" && whose))
    throw new Problem(
      "npm run mail lists them, npm run mail -- again tries again, and npm run mail -- bounced ADDRESS says whose came back.",
    );
  const address = workSettings().DATABASE_URL ?? process.env.DATABASE_URL ?? "";
  await connect(address, async (client) => {
    const boss = new PgBoss({ db: { executeSql: (text, values) => client.query(text, values) } });
    await client.query("begin; set local role onward_system");
    if (wish === "again") {
      let count = 0;
      for (const queue of QUEUES) count += await boss.redrive(queue, { limit: 100_000 });
      console.log(count === 0 ? "There is none to try again." : `${count} tried again from now on.`);
    } else if (whose) await noteBounced(client, whose);
    else await list(boss);
    await client.query("commit");
  });
  return 0;
});

/** As if a server had refused it at once (lib/jobs/deliver-mails.ts). */
async function noteBounced(client: pg.Client, address: string): Promise<void> {
  const { rowCount } = await client.query(
    `insert into public.reminder_settings (user_id, refused_at)
     select id, now() from public.users where email = $1 and verified_at is not null
     on conflict (user_id) do update set refused_at = now()`,
    [address.trim().toLowerCase()],
  );
  if (rowCount === 0) throw new Problem("No member has confirmed that address.");
  console.log("Noted. Mails that they asked for stop; links that let them in are sent all the same.");
}

async function list(boss: PgBoss): Promise<void> {
  const mails = [];
  for (const queue of QUEUES)
    mails.push(...(await boss.findJobs<{ label?: string }>(queue, { queued: true, limit: 1000 })));
  if (mails.length === 0) return console.log("Every mail has left, or is still being tried.");
  const lines = mails.map(({ data, sourceCreatedOn, sourceRetryCount, sourceOutput }) => {
    const { responseCode, code, command } = (sourceOutput ?? {}) as Record<string, string | number>;
    return {
      "asked for": sourceCreatedOn?.toISOString().slice(0, 16).replace("T", " ") ?? "",
      mail: data.label ?? "",
      tried: (sourceRetryCount ?? 0) + 1,
      "last answer": [responseCode, code, command && `to ${command}`].filter(Boolean).join(" ") || "none",
    };
  });
  console.table(lines);
  console.log(
    'They wait here for 30 days, what members asked for in Settings for two. "npm run mail -- again" tries all of them again.',
  );
}
