import "server-only";
import { isId } from "@/lib/ids";
import type { Viewer } from "@/lib/viewer";

export type Debrief = NonNullable<Awaited<ReturnType<typeof findDebrief>>>;

/** What the viewer wrote after an interview; null where they have not, or took all of it back. */
export async function findDebrief(viewer: Viewer, setbackId: string) {
  if (!isId(setbackId)) return null;
  const debrief = await viewer.db.debrief.findFirst({
    where: { userId: viewer.id, setbackId, setback: { deletedAt: null } },
    select: { wentWell: true, differently: true },
  });
  if (!debrief || (debrief.wentWell === null && debrief.differently === null)) return null;
  return {
    wentWell: viewer.words.open("debriefs.went_well", setbackId, debrief.wentWell),
    differently: viewer.words.open("debriefs.differently", setbackId, debrief.differently),
  };
}
