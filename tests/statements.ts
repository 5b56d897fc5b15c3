import { Client } from "pg";
import { vi } from "vitest";

/** Every statement that reaches Postgres while `work` runs, and in how many transactions. */
export async function statementsOf(
  work: () => Promise<unknown>,
): Promise<{ statements: string[]; transactions: number }> {
  const sent: string[] = [];
  const query = Client.prototype.query;
  const spy = vi.spyOn(Client.prototype, "query").mockImplementation(function (
    this: Client,
    ...args: unknown[]
  ) {
    const [first] = args;
    sent.push(typeof first === "string" ? first : String((first as { text?: unknown }).text));
    return Reflect.apply(query, this, args);
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  const begins = (sql: string) => /^\s*begin\b/i.test(sql);
  return {
    // How a transaction begins and ends is none of them.
    statements: sent.filter((sql) => !begins(sql) && !/^\s*(commit|set transaction)\b/i.test(sql)),
    transactions: sent.filter(begins).length,
  };
}
