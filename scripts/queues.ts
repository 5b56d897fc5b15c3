// The queues of background work live in a schema of their own, pgboss, which pg-boss makes and migrates. It
// is done at deploy, as onward_owner: whoever works on the queues later could not.

import type pg from "pg";
import { PgBoss, type QueueOptions } from "pg-boss";
import { waitFor } from "./processes.ts";

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];

/** Every queue, those that others end in first. lib/queue.ts says what is put into them. */
const QUEUES: Record<string, QueueOptions & { deadLetter?: string }> = {
  // Mails that did not leave wait here for the operator.
  "mail-not-sent": { retentionSeconds: 30 * DAY },
  "remind-not-sent": { retentionSeconds: 2 * DAY },
  // Tried again after half a minute, then each time about twice as long, for about a day.
  mail: {
    deadLetter: "mail-not-sent",
    retryLimit: 12,
    retryDelay: 30,
    retryBackoff: true,
    retryDelayMax: 6 * HOUR,
    // A mail server may take ten minutes to say that it has a mail. A worker that was killed is noticed sooner.
    expireInSeconds: 30 * MINUTE,
    heartbeatSeconds: 30,
    deleteAfterSeconds: MINUTE,
  },
  reset: {
    retryLimit: 5,
    retryDelay: 10,
    retryBackoff: true,
    expireInSeconds: MINUTE,
    deleteAfterSeconds: MINUTE,
    // Whoever asked has given up by then.
    retentionSeconds: DAY,
  },
  // Somebody looks for a circle. Whatever is missed is found an hour later.
  match: {
    retryLimit: 3,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: MINUTE,
    deleteAfterSeconds: MINUTE,
    retentionSeconds: HOUR,
  },
  // A mail that somebody asked for in Settings. It waits beside the others, so that nobody's link to a new password
  // stands behind everybody's Sunday; by the next evening it is of no use (lib/reminders/rules.ts).
  remind: {
    deadLetter: "remind-not-sent",
    retryLimit: 16,
    retryDelay: 30,
    retryBackoff: true,
    retryDelayMax: 2 * HOUR,
    expireInSeconds: 30 * MINUTE,
    heartbeatSeconds: 30,
    deleteAfterSeconds: MINUTE,
    retentionSeconds: 2 * DAY,
  },
  upkeep: {
    retryLimit: 3,
    retryDelay: MINUTE,
    retryBackoff: true,
    expireInSeconds: 10 * MINUTE,
    heartbeatSeconds: 30,
    deleteAfterSeconds: DAY,
    retentionSeconds: DAY,
  },
};

/** Makes or migrates the schema, and gives each queue its settings. */
export async function prepareQueues(client: pg.Client): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => client.query(text, values) },
    schema: "pgboss",
    schedule: false,
    supervise: false,
    registerInstance: false,
  });
  // What it does on the side breaks with the connection, as the statement that we wait for does.
  boss.on("error", () => {});
  await boss.start();
  try {
    for (const [name, settings] of Object.entries(QUEUES)) {
      await boss.createQueue(name, settings);
      // One that stood already has the settings of the version before.
      await boss.updateQueue(name, settings);
    }
    // Indexes of a newer pg-boss are built beside its migrations.
    await waitFor(async () => (await boss.getBamStatus()).every(({ status }) => status === "completed"), {
      within: 600_000,
      otherwise: () => new Error("The indexes of the queues are not complete."),
    });
  } finally {
    await boss.stop({ graceful: false });
  }
}
