import "server-only";
import { keptNothingLately } from "@/lib/database-trouble";
import { prisma } from "@/lib/db";

const PATIENCE_MS = 2_000;

/**
 * Whether Postgres answers within two seconds and keeps what it is given. Never throws, and never says why not:
 * anybody may ask.
 */
export async function isWell(): Promise<boolean> {
  const { promise: tooLate, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), PATIENCE_MS);
  const answers = takesWrites().catch(() => false);
  const well = await Promise.race([answers, tooLate]);
  clearTimeout(timer);
  return well;
}

async function takesWrites(): Promise<boolean> {
  const [state] = await prisma().$queryRaw<
    { writable: boolean }[]
  >`select current_setting('transaction_read_only') = 'off' as writable`;
  return state?.writable === true && !keptNothingLately();
}
