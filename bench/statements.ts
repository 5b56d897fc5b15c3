// What reached Postgres, as Postgres itself tells it: no hook in the app could leave anything out.

import type { Client } from "pg";
import { waitFor } from "../scripts/processes.ts";
import { connect } from "../scripts/roles.ts";

/** A statement, with its parameters as text. */
export type Statement = {
  sql: string;
  parameters: (string | null)[];
  /** Statements of one transaction have the same number. */
  transaction: number;
};

/** What a Postgres has to be started with so that its statements can be recorded. */
export const recordable = [
  "logging_collector=on",
  "log_destination=jsonlog",
  "log_directory=log",
  "log_filename=statements.log",
  "log_rotation_age=0",
  "log_rotation_size=0",
  "log_parameter_max_length=-1",
];

/**
 * Every statement that the app sends while `work` runs, in the order in which Postgres got them, but for those that
 * begin and end transactions.
 */
export function recordStatements(
  { postgres: { admin } }: { postgres: { admin: string } },
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  return connect(admin, async (client) => {
    await logStatements(client, true);
    const from = await sizeOfLog(client);
    try {
      await work();
    } finally {
      await logStatements(client, false);
    }
    return statementsIn(await readLog(client, from));
  });
}

type Line = { user?: string; pid: number; message: string; detail?: string };

// Each connection looks at its settings before the next statement: once ours knows, all have been told.
async function logStatements(client: Client, on: boolean): Promise<void> {
  await client.query(on ? "alter system set log_statement = 'all'" : "alter system reset log_statement");
  await client.query("select pg_reload_conf()");
  const wanted = on ? "all" : "none";
  await waitFor(async () => (await client.query("show log_statement")).rows[0]?.log_statement === wanted, {
    within: 10_000,
    otherwise: () => new Error("Postgres does not take its settings."),
  });
}

const CURRENT = "pg_current_logfile('jsonlog')";

const sizeOfLog = async (client: Client): Promise<string> =>
  (await client.query(`select size from pg_stat_file(${CURRENT})`)).rows[0].size;

// What writes the log down is a process of its own, which may be behind: it has to get as far as a word from us.
async function readLog(client: Client, from: string): Promise<Line[]> {
  const end = `recorded ${crypto.randomUUID()}`;
  await client.query(`do $$ begin raise log '${end}'; end $$`);
  const lines = await waitFor(
    async () => {
      const { rows } = await client.query<{ text: string }>(
        `select pg_read_file(${CURRENT}, $1, size - $1) as text from pg_stat_file(${CURRENT})`,
        [from],
      );
      const lines = rows[0]?.text.split("\n") ?? [];
      return lines.some((line) => line.includes(end)) ? lines : null;
    },
    { within: 10_000, otherwise: () => new Error("Postgres's log does not end.") },
  );
  return lines.filter(Boolean).map((line) => JSON.parse(line));
}

function statementsIn(lines: Line[]): Statement[] {
  const open = new Map<number, number>();
  let transactions = 0;
  return lines.flatMap(({ user, pid, message, detail = "" }) => {
    const sql = /^(?:statement|execute [^:]+): (.*)$/s.exec(message)?.[1];
    if (user !== "onward_app" || !sql) return [];
    if (/^(begin|start transaction)\b/i.test(sql)) open.set(pid, transactions++);
    if (/^(commit|rollback)\b/i.test(sql)) open.delete(pid);
    if (/^(begin|start transaction|set transaction|commit|rollback)\b/i.test(sql)) return [];
    return { sql, parameters: parametersIn(detail), transaction: open.get(pid) ?? transactions++ };
  });
}

// Parameters: $1 = 'it''s', $2 = NULL
const parametersIn = (detail: string): Statement["parameters"] =>
  Array.from(
    detail.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g),
    ([, text]) => text?.replaceAll("''", "'") ?? null,
  );
