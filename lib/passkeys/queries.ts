import "server-only";
import { sayMoment } from "@/lib/dates";
import type { Viewer } from "@/lib/viewer";

export type PasskeyLine = Awaited<ReturnType<typeof listPasskeys>>[number];

/** The viewer's passkeys, the oldest first. */
export async function listPasskeys(viewer: Viewer) {
  const passkeys = await viewer.db.passkey.findMany({
    where: { userId: viewer.id },
    select: { id: true, name: true, createdAt: true, usedAt: true },
    orderBy: { createdAt: "asc" },
  });
  const say = (moment: Date) => sayMoment(moment, viewer.now, viewer.timeZone);
  return passkeys.map(({ id, name, createdAt, usedAt }) => ({
    id,
    name,
    added: say(createdAt),
    used: usedAt && say(usedAt),
  }));
}
