// The least that any server needs for a page: node:http and pg, the page's own statements in one transaction, and as
// many bytes. Started by main.ts, which says what to ask and what to send in a file.
//
//   node bench/bare.ts FILE PORT

import { createHash } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import zlib from "node:zlib";
import pg from "pg";
import type { Statement } from "./statements.ts";

/** What main.ts hands over. */
export type Bare = {
  database: string;
  /** By their paths. */
  pages: Record<string, { statements: Statement[]; html: string }>;
};

const [file = "", port] = process.argv.slice(2);
const { database, pages }: Bare = JSON.parse(fs.readFileSync(file, "utf8"));
// As many connections as the app has.
const pool = new pg.Pool({ connectionString: database, max: 10 });
const nameOf = (sql: string) => createHash("sha1").update(sql).digest("base64url");
const named = new Map(
  Object.entries(pages).map(([path, { statements, html }]) => [
    path,
    {
      queries: statements.map(({ sql, parameters }) => ({
        name: nameOf(sql),
        text: sql,
        values: parameters,
      })),
      html: Buffer.from(html),
    },
  ]),
);

async function read(queries: { name: string; text: string; values: (string | null)[] }[]): Promise<void> {
  if (queries.length === 0) return;
  const client = await pool.connect();
  try {
    await client.query("begin");
    for (const query of queries) await client.query(query);
    await client.query("commit");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

http
  .createServer(async (request, response) => {
    const page = named.get(request.url ?? "");
    if (!page) return void response.end();
    try {
      await read(page.queries);
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      if (!request.headers["accept-encoding"]?.includes("gzip")) return void response.end(page.html);
      response.setHeader("Content-Encoding", "gzip");
      zlib.gzip(page.html, (error, body) => (error ? response.destroy(error) : response.end(body)));
    } catch (error) {
      console.error(error);
      response.writeHead(500).end();
    }
  })
  .listen(Number(port), "127.0.0.1");
