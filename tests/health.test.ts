import { createServer } from "node:net";
import { expect, test, vi } from "vitest";

/** The route, asked on an installation whose Postgres is at `address`. */
async function healthAt(address: string | undefined) {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", address);
  delete (globalThis as { onwardPrisma?: unknown }).onwardPrisma;
  const { GET } = await import("@/app/api/health/route");
  const response = await GET();
  return {
    status: response.status,
    cache: response.headers.get("cache-control"),
    body: await response.text(),
  };
}

const down = { status: 503, cache: "no-store", body: '{"status":"unavailable"}' };

test("all is well when Postgres answers", async () => {
  expect(await healthAt(process.env.DATABASE_URL)).toEqual({
    status: 200,
    cache: "no-store",
    body: '{"status":"ok"}',
  });
});

test("a Postgres that is not there, or takes too long, is said to be unavailable, and no more is said", async () => {
  const silent = createServer();
  await new Promise<void>((listening) => silent.listen(0, "127.0.0.1", listening));
  const address = silent.address();
  const port = typeof address === "object" ? address?.port : undefined;
  expect(await healthAt(`postgresql://onward_app:secret@127.0.0.1:${port}/onward`)).toEqual(down);
  silent.close();
  expect(await healthAt(`postgresql://onward_app:secret@127.0.0.1:1/onward`)).toEqual(down);
});

test("a Postgres that takes no writes is said to be unavailable", async () => {
  const readOnly = new URL(process.env.DATABASE_URL ?? "");
  readOnly.searchParams.set("options", "-c default_transaction_read_only=on");
  expect(await healthAt(readOnly.href)).toEqual(down);
});

test("so is one that could not keep a write a moment ago", async () => {
  const { noteKeptNothing } = await import("@/lib/database-trouble");
  noteKeptNothing();
  expect(await healthAt(process.env.DATABASE_URL)).toEqual(down);
});
