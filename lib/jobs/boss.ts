import "server-only";
import type { Pool } from "pg";
import { PgBoss, type Db as Statements } from "pg-boss";
import { log } from "@/lib/log";
import { openPool } from "@/lib/pool";

/** How long Postgres may be silent over one statement, in milliseconds: clearing away may take a while. */
const SILENCE_MS = 10_000;

/** pg-boss, for whoever works on the queues: the worker, and the operator's look at what is left in them. */
export function openBoss(options: { works?: boolean } = {}): { boss: PgBoss; close: () => Promise<void> } {
  const pool = openPool({ connections: 4, silence: SILENCE_MS });
  const boss = new PgBoss({
    db: asSystemStatements(pool),
    schema: "pgboss",
    // Made and migrated at deploy (scripts/queues.ts), by a role that may.
    migrate: false,
    schedule: options.works ?? false,
    supervise: options.works ?? false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    // Nothing here is urgent, and an installation where nobody does anything should cost nothing.
    cronMonitorIntervalSeconds: 45,
    cronWorkerIntervalSeconds: 45,
    maintenanceIntervalSeconds: 600,
    flowIntervalSeconds: 3600,
  });
  // Its words may quote what a job holds.
  boss.on("error", (error) => log.error({ name: error.name, code: codeOf(error) }, "background work"));
  boss.on("warning", ({ message }) => log.warn(message));
  return { boss, close: () => pool.end() };
}

const codeOf = (error: Error) => (error as { code?: string }).code;

const BECOME = "set local role onward_system; set local timezone = 'UTC'";

/**
 * Each statement in a transaction that becomes the system: with a pooler between, nothing lasts longer than
 * that. Where pg-boss takes a lock, its statement is a transaction already.
 */
function asSystemStatements(pool: Pool): Statements {
  return {
    async executeSql(text, values) {
      const client = await pool.connect();
      let broken = true;
      try {
        const own = /^\s*begin;/i;
        if (own.test(text)) {
          const result = await client.query(text.replace(own, `$& ${BECOME};`));
          broken = false;
          return result;
        }
        await client.query(`begin; ${BECOME}`);
        const result = await client.query(text, values);
        await client.query("commit");
        broken = false;
        return result;
      } finally {
        // With its connection closed, whatever was begun is undone.
        client.release(broken);
      }
    },
  };
}
