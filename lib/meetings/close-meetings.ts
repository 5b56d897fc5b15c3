import "server-only";
import type { Db } from "@/lib/db";

/** Closes the meetings that are over by the clock, in every circle; for the worker, as the system. Repeatable. */
export async function closeMeetings(db: Db): Promise<void> {
  await db.$executeRaw`select app.close_meetings()`;
}
