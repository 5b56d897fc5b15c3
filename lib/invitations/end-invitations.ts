import "server-only";
import { listLive } from "@/lib/invitations/queries";
import { noteEvent } from "@/lib/security-events/note-event";
import type { Viewer } from "@/lib/viewer";

/** From now on nobody joins a circle by an invitation that is open. Whoever came by one stays. */
export async function endInvitations(viewer: Viewer, circleId: string): Promise<void> {
  const { count } = await viewer.db.invitation.updateMany({
    where: { circleId, id: { in: await listLive(viewer, circleId) }, revokedAt: null },
    data: { revokedAt: viewer.now },
  });
  await viewer.db.$executeRaw`select app.end_unseen_invitations(${circleId}::uuid)`;
  for (let line = 0; line < count; line++) await noteEvent(viewer.db, viewer.id, "invitation taken back");
}
