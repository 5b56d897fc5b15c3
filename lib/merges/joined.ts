import "server-only";
import { addDays } from "date-fns/addDays";
import { type CommitmentLine, commitmentLine, commitmentRow } from "@/lib/commitments/line";
import { dayIn, sayDay } from "@/lib/dates";
import { READABLE_FOR_DAYS } from "@/lib/merges/rules";
import type { Viewer } from "@/lib/viewer";

export type Joined = Awaited<ReturnType<typeof listJoined>>[number];

/** The circles of the viewer's that joined another one, for as long as what was said there can be read. */
export async function listJoined(viewer: Viewer, intoId?: string) {
  const joined = await viewer.db.$queryRaw<{ id: string; name: string; intoId: string; mergedAt: Date }[]>`
    select id, name, into_id as "intoId", merged_at as "mergedAt" from app.circles_that_joined()`;
  return joined
    .filter((one) => !intoId || one.intoId === intoId)
    .map((one) => ({
      ...one,
      until: sayDay(dayIn(viewer.timeZone, addDays(one.mergedAt, READABLE_FOR_DAYS)), viewer.today),
    }));
}

export type Brought = { circle: { id: string; name: string }; commitments: CommitmentLine[] };

/**
 * What the viewer said they would do in circles that joined this one, and was open when they did. It came along with
 * them, for them alone: docs/decisions/0053-what-comes-along-when-two-circles-become-one.md
 */
export async function listBrought(viewer: Viewer, joined: Joined[]): Promise<Brought[]> {
  if (joined.length === 0) return [];
  const rows = await viewer.db.commitment.findMany({
    where: {
      authorId: viewer.id,
      OR: joined.map(({ id: circleId, mergedAt }) => ({
        circleId,
        OR: [{ outcomeAt: null }, { outcomeAt: { gt: mergedAt } }],
      })),
    },
    select: { circleId: true, ...commitmentRow },
    orderBy: [{ week: "desc" }, { createdAt: "asc" }, { id: "asc" }],
    take: 6,
  });
  return joined
    .map(({ id, name }) => ({
      circle: { id, name },
      commitments: rows
        .filter(({ circleId }) => circleId === id)
        .map(({ circleId: _, ...row }) => commitmentLine(row)),
    }))
    .filter(({ commitments }) => commitments.length > 0);
}
