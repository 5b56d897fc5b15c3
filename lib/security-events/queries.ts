import "server-only";
import { sayMoment } from "@/lib/dates";
import { isId } from "@/lib/ids";
import { sayEvent } from "@/lib/security-events/rules";
import type { Viewer } from "@/lib/viewer";

const EVENTS_A_PAGE = 50;

/**
 * One page of what happened to the viewer's account, newest first; `before` is what an earlier page gave as `older`.
 */
export async function listEvents(viewer: Viewer, before?: string) {
  const rows = await viewer.db.securityEvent.findMany({
    where: { userId: viewer.id, ...(isId(before) && { id: { lt: before } }) },
    select: { id: true, kind: true, device: true, at: true },
    orderBy: { id: "desc" },
    take: EVENTS_A_PAGE + 1,
  });
  const shown = rows.slice(0, EVENTS_A_PAGE);
  // To the minute: whoever wonders "was that me?" goes by the clock.
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: viewer.timeZone,
    dateStyle: "medium",
    timeStyle: "short",
  });
  return {
    events: shown.map(({ id, kind, device, at }) => ({
      id,
      words: sayEvent(kind),
      device,
      moment: { ...sayMoment(at, viewer.now, viewer.timeZone), said: format.format(at) },
    })),
    /** Where the next page begins; null on the last. */
    older: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
    /** Whether this is the newest page. */
    isNewest: !isId(before),
  };
}
