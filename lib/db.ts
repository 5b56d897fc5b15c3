import "server-only";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { type Prisma, PrismaClient } from "@/lib/generated/client";
import { openPool } from "@/lib/pool";

/** One open transaction, in which somebody is looking. */
export type Db = Prisma.TransactionClient;

// A module is loaded again on each change while developing; the pool must not be.
const kept = globalThis as unknown as { onwardPrisma?: PrismaClient };

// Named statements are planned once a connection; planning a feed costs more than running it.
const statementNameGenerator = ({ sql }: { sql: string }) =>
  createHash("sha1").update(sql).digest("base64url");

/** How long Postgres may be silent while somebody waits for it, in milliseconds. */
const SILENCE_MS = 4_000;

export function prisma(): PrismaClient {
  kept.onwardPrisma ??= new PrismaClient({
    adapter: new PrismaPg(openPool({ connections: env().DATABASE_POOL, silence: SILENCE_MS }), {
      disposeExternalPool: true,
      ...(env().DATABASE_NAMED_STATEMENTS === "on" && { statementNameGenerator }),
    }),
  });
  return kept.onwardPrisma;
}

// Who asks waits no longer than lib/database-trouble.ts says. This is when what they asked for is given up, too.
const patience = { maxWait: 3_000, timeout: 4_000 };

// Prisma sends instants without their zone and reads them as if it were UTC, whatever a given Postgres is set to. So
// each transaction says so, in the statement that it begins with anyway: behind a pooler nothing lasts longer. What
// reads an instant outside of one says it there (lib/session.ts).

/**
 * Runs `work` in one transaction in which Postgres knows that this member is looking: row-level
 * security decides what they see and change. Everything is undone when `work` throws.
 */
export function asMember<T>(userId: string, work: (db: Db) => Promise<T>): Promise<T> {
  return prisma().$transaction(async (db) => {
    await db.$executeRaw`select set_config('role', 'onward_member', true), set_config('app.viewer', ${userId}, true), set_config('TimeZone', 'UTC', true)`;
    return work(db);
  }, patience);
}

/**
 * The same for `work` that only reads, as a page does: all of it sees one moment, whatever is written meanwhile, and
 * Postgres refuses to write. It tells once where the member sits and whom they do not see, and not anew for each table
 * (prisma/policies/_viewer.sql).
 */
export function asReader<T>(userId: string, work: (db: Db) => Promise<T>): Promise<T> {
  return prisma().$transaction(
    async (db) => {
      await db.$executeRaw`select set_config('role', 'onward_member', true), set_config('app.viewer', ${userId}, true), set_config('app.reads', ${userId}, true), set_config('transaction_read_only', 'on', true), set_config('TimeZone', 'UTC', true)`;
      return work(db);
    },
    { ...patience, isolationLevel: "RepeatableRead" },
  );
}

/**
 * Runs `work` in one transaction that sees accounts and nobody's writing. For signing in and out:
 * tests/architecture.test.ts names who may call it.
 */
export function asSystem<T>(work: (db: Db) => Promise<T>): Promise<T> {
  return prisma().$transaction(async (db) => {
    await db.$executeRaw`select set_config('role', 'onward_system', true), set_config('TimeZone', 'UTC', true)`;
    return work(db);
  }, patience);
}
