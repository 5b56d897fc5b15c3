import { Client } from "pg";

/** Runs `work` on a connection of its own. `role` names one of the addresses that the test command made. */
export async function connected<T>(
  role: "app" | "owner" | "admin",
  work: (client: Client) => Promise<T>,
  database?: string,
): Promise<T> {
  const given = { app: "DATABASE_URL", owner: "DATABASE_OWNER_URL", admin: "DATABASE_ADMIN_URL" }[role];
  const address = new URL(process.env[given] ?? "");
  if (database) address.pathname = `/${database}`;
  const client = new Client({ connectionString: address.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The rows of one statement, as plain objects. */
export const rows = async <T>(client: Client, sql: string, values: unknown[] = []): Promise<T[]> =>
  (await client.query(sql, values)).rows;

export const listTables = async (client: Client): Promise<string[]> =>
  (
    await rows<{ name: string }>(
      client,
      `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`,
    )
  ).map(({ name }) => name);
