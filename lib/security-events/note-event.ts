import "server-only";
import { headers } from "next/headers";
import { deviceOf } from "@/lib/accounts/rules";
import type { Db } from "@/lib/db";
import { freshId } from "@/lib/ids";
import type { EventKind } from "@/lib/security-events/rules";

/**
 * Notes what happened to somebody's account, in the transaction in which it happens. A member's transaction
 * may note only what is their own; the system's, anybody's.
 */
export async function noteEvent(db: Db, userId: string, kind: EventKind): Promise<void> {
  const device = deviceOf((await headers()).get("user-agent"));
  await db.securityEvent.createMany({ data: { userId, id: freshId(), kind, device } });
}

/** Notes for somebody, whom the viewer has just asked to leave a circle, that it happened. */
export async function noteAskedToLeave(db: Db, circleId: string, userId: string): Promise<void> {
  await db.$executeRaw`select app.note_asked_to_leave(${circleId}::uuid, ${userId}::uuid, ${freshId()}::uuid)`;
}
