import "server-only";
import type { Viewer } from "@/lib/viewer";

export type WaitingAddress = Awaited<ReturnType<typeof findWaitingAddress>>;

/** The address that the viewer asked for, while the link that goes there waits to be followed. */
export async function findWaitingAddress(viewer: Viewer) {
  const [waiting] = await viewer.db.$queryRaw<{ email: string; expiresAt: Date }[]>`
    select email, expires_at as "expiresAt" from app.my_waiting_address()`;
  if (!waiting) return null;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: viewer.timeZone,
    dateStyle: "medium",
    timeStyle: "short",
  });
  return { email: waiting.email, until: format.format(waiting.expiresAt) };
}
