import "server-only";
import type { Db } from "@/lib/db";

/** Signs an account out everywhere, but for the session that is named. */
export async function endSessions(db: Db, userId: string, except?: string): Promise<void> {
  await db.session.updateMany({
    where: { userId, revokedAt: null, ...(except && { id: { not: except } }) },
    data: { revokedAt: new Date() },
  });
}
