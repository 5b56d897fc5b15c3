import "server-only";
import { notFound } from "next/navigation";
import type { Viewer } from "@/lib/viewer";

/** What a form about one of the viewer's setbacks has to know of it. Not theirs, or deleted, it is not there. */
export async function requireSetback(viewer: Viewer, setbackId: string) {
  const setback = await viewer.db.setback.findFirst({
    where: { userId: viewer.id, id: setbackId, deletedAt: null },
    select: { createdAt: true, phase: true, kind: true, closedAt: true },
  });
  return setback ?? notFound();
}
