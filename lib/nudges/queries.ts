import "server-only";
import type { Route } from "next";
import { isNudgeKind, type NudgeKind, nudgeKinds } from "@/lib/nudges/kinds";
import type { Viewer } from "@/lib/viewer";

const MOST = 50;

/** A nudge as its row says it. */
export type NudgeRow = { kind: string; aboutId: string; circleId: string | null; circle: string | null };

/** Something that waits for the viewer, in a sentence, and where. */
export type NudgeLine = {
  kind: NudgeKind;
  aboutId: string;
  says: string;
  to: Route;
  /** Which circle it is about; null for what belongs to none. */
  circle: string | null;
};

/** A nudge of a kind that this version knows, about a circle in which the viewer sits; nothing of any other. */
export function lineOf({ kind, aboutId, circleId, circle }: NudgeRow): NudgeLine[] {
  if (!isNudgeKind(kind) || (circleId && circle === null)) return [];
  const { says, to } = nudgeKinds[kind];
  return [{ kind, aboutId, says, to: to({ circleId: circleId ?? "", aboutId }), circle }];
}

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
