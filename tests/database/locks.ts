import { prisma } from "@/lib/db";

/** Resolves once this many transactions in the test's database wait for a lock. */
export async function someWait(transactions: number): Promise<void> {
  for (;;) {
    const [found] = await prisma().$queryRaw<{ waiting: number }[]>`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    if (found && found.waiting >= transactions) return;
  }
}
