// What the statements of a page cost Postgres: replayed as the one whose page it was, and undone.

import { createHash } from "node:crypto";
import pg from "pg";
import { connect } from "../scripts/roles.ts";
import type { Statement } from "./statements.ts";

/** A table is grown when it has more rows than this. */
const GROWN = 1_000;

/** After so many runs of a named statement Postgres has decided whether it keeps one plan for all parameters. */
const RUNS_UNTIL_PLANNED = 6;

export type Plans = {
  statements: number;
  /** Pages of the database that they touch, in memory or not. */
  buffers: number;
  /** The grown tables that some of them, or a function that they call, read from one end to the other. */
  sequentialScans: string[];
  /** What each of them touches, in their order. */
  each: { sql: string; buffers: number }[];
};

/** How the statements of a page are carried out, once Postgres knows them. */
export function explain(
  { postgres: { app } }: { postgres: { app: string } },
  statements: Statement[],
): Promise<Plans> {
  return connect(app, async (client) => {
    for (let run = 0; run < RUNS_UNTIL_PLANNED; run++) await replay(client, statements);
    const each: Plans["each"] = [];
    const scanned = new Set<string>();
    await replay(client, statements, {
      instead: async (statement) => {
        each.push({ sql: statement.sql, buffers: await buffersOf(client, statement) });
      },
      // Whatever read a table, be it a policy, a function or a foreign key, is counted here.
      atEnd: async () => {
        const { rows } = await client.query<{ name: string }>(
          `select counted.relname as name from pg_stat_xact_user_tables counted join pg_class on pg_class.oid = relid
           where seq_scan > 0 and reltuples > ${GROWN}`,
        );
        for (const { name } of rows) scanned.add(name);
      },
    });
    return {
      statements: statements.length,
      buffers: each.reduce((sum, { buffers }) => sum + buffers, 0),
      sequentialScans: [...scanned].sort(),
      each,
    };
  });
}

/**
 * How long each of several pages waits for Postgres, over a connection that knows their statements: the middle of many
 * runs, in milliseconds. They take turns, so that what slows the machine down meanwhile slows all of them.
 */
export function timeStatements<Name extends string>(
  { postgres: { app } }: { postgres: { app: string } },
  pages: Record<Name, Statement[]>,
  rounds = 200,
): Promise<Record<Name, number>> {
  return connect(app, async (client) => {
    const taken = Object.entries<Statement[]>(pages).map(([name, statements]) => ({
      name,
      statements,
      times: [] as number[],
    }));
    for (let round = -RUNS_UNTIL_PLANNED; round < rounds; round++) {
      for (const { statements, times } of taken) {
        const time = await replay(client, statements);
        if (round >= 0) times.push(time);
      }
    }
    const middle = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;
    return Object.fromEntries(taken.map(({ name, times }) => [name, middle(times)])) as Record<Name, number>;
  });
}

/** Runs statements in the transactions that they came in, and undoes them. @returns for how long, in milliseconds. */
async function replay(
  client: pg.Client,
  statements: Statement[],
  {
    instead = (statement) => client.query(named(statement)),
    atEnd = async () => {},
  }: { instead?: (statement: Statement) => Promise<unknown>; atEnd?: () => Promise<unknown> } = {},
): Promise<number> {
  let time = 0;
  const transactions = Map.groupBy(statements, ({ transaction }) => transaction);
  for (const together of transactions.values()) {
    await client.query("begin");
    const began = performance.now();
    for (const statement of together) await instead(statement);
    time += performance.now() - began;
    await atEnd();
    await client.query("rollback");
  }
  return time;
}

const named = ({ sql, parameters }: Statement) => ({
  name: createHash("sha1").update(sql).digest("base64url"),
  text: sql,
  values: parameters,
});

type Explained = { Plan: { "Shared Hit Blocks": number; "Shared Read Blocks": number } };

/** Carries out a statement that Postgres knows by its name, with the plan that it has for it. */
async function buffersOf(client: pg.Client, statement: Statement): Promise<number> {
  const { name, values } = named(statement);
  const given = values.map((value) => (value === null ? "null" : pg.escapeLiteral(value))).join(", ");
  const { rows } = await client.query<{ "QUERY PLAN": Explained[] }>(
    `explain (analyze, buffers, timing off, format json) execute ${pg.escapeIdentifier(name)}${given && `(${given})`}`,
  );
  const plan = rows[0]?.["QUERY PLAN"][0]?.Plan;
  if (!plan) throw new Error("Postgres does not say how it carried this out.");
  return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
}
