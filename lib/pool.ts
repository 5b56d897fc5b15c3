import "server-only";
import type { Socket } from "node:net";
import pg from "pg";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/**
 * A pool that mends itself. A connection on which Postgres says nothing any more is not given to anybody else:
 * it may have died without a word, together with the machine or the network at its other end.
 *
 * @param connections at most so many.
 * @param silence how long Postgres may say nothing while somebody waits for it, in milliseconds.
 */
export function openPool({ connections, silence }: { connections: number; silence: number }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: connections,
    connectionTimeoutMillis: 3_000,
    keepAlive: true,
  });
  const wire = (client: pg.PoolClient) =>
    (client as unknown as { connection: { stream: Socket } }).connection.stream;
  const note = (error: Error) =>
    log.warn({ code: (error as { code?: string }).code }, "a connection to Postgres ended");
  pool.on("error", note);
  pool.on("connect", (client) => {
    // Whoever waits for an answer learns of it from that; unheard, it would end the process.
    client.on("error", note);
    const stream = wire(client);
    stream.on("timeout", () => stream.destroy(new Error("Postgres says nothing")));
  });
  pool.on("acquire", (client) => wire(client).setTimeout(silence));
  pool.on("release", (_error, client) => wire(client).setTimeout(0));
  return pool;
}
