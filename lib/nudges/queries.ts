import "server-only";
import { lineOf, type NudgeLine } from "@/lib/nudges/line-of";
import type { Viewer } from "@/lib/viewer";

const MOST = 50;

/** What waits for the viewer, the newest first. One statement. */
export async function listNudges(viewer: Viewer): Promise<NudgeLine[]> {
  const rows = await viewer.db.nudge.findMany({
    where: { userId: viewer.id, doneAt: null },
    select: { kind: true, aboutId: true, circleId: true, circle: { select: { name: true } } },
    orderBy: { createdAt: "desc" },
    take: MOST,
    relationLoadStrategy: "join",
  });
  return rows.flatMap(({ circle, ...row }) => lineOf({ ...row, circle: circle?.name ?? null }));
}

/** Whether the viewer asked for mails. */
export async function wantsNudgeMails(viewer: Viewer): Promise<boolean> {
  const { nudgeMailsAt } = await viewer.db.user.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { nudgeMailsAt: true },
  });
  return nudgeMailsAt !== null;
}
