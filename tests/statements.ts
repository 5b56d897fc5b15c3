import { Client } from "pg";
import { vi } from "vitest";

/** Every statement that reaches Postgres while `work` runs, but for begin and commit. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
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
  return sent.filter((sql) => !/^\s*(begin|commit)\b/i.test(sql));
}
