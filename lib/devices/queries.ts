import "server-only";
import { sayMoment } from "@/lib/dates";
import { markOf } from "@/lib/devices/mark";
import { awakeSince } from "@/lib/devices/rules";
import type { Viewer } from "@/lib/viewer";

export type DeviceLine = Awaited<ReturnType<typeof listDevices>>[number];

/** Where the viewer is signed in: here first, then by when they were last there. */
export async function listDevices(viewer: Viewer) {
  const sessions = await viewer.db.session.findMany({
    where: {
      userId: viewer.id,
      revokedAt: null,
      expiresAt: { gt: viewer.now },
      seenAt: { gt: awakeSince(viewer.now) },
    },
    select: { id: true, device: true, createdAt: true, seenAt: true },
    orderBy: [{ seenAt: "desc" }, { createdAt: "desc" }],
  });
  const said = (moment: Date) => sayMoment(moment, viewer.now, viewer.timeZone);
  const lines = sessions.map(({ id, device, createdAt, seenAt }) => ({
    mark: markOf(id),
    words: device,
    begun: said(createdAt),
    seen: said(seenAt),
    isThis: id === viewer.sessionId,
  }));
  return [...lines.filter(({ isThis }) => isThis), ...lines.filter(({ isThis }) => !isThis)];
}
