import "server-only";
import { notFound } from "next/navigation";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

/**
 * What a form about one of the viewer's setbacks has to know of it. Not theirs, it is not there.
 *
 * @throws Refusal when it was deleted meanwhile: what was typed stays, and it can be brought back.
 */
export async function requireSetback(viewer: Viewer, setbackId: string) {
  const setback = await viewer.db.setback.findFirst({
    where: { userId: viewer.id, id: setbackId },
    select: { createdAt: true, phase: true, kind: true, closedAt: true, deletedAt: true },
  });
  if (!setback) notFound();
  if (setback.deletedAt) {
    throw new Refusal(
      "This setback was deleted meanwhile, so nothing was saved. Your words are still here. Bring it back in Setbacks, then send this again.",
    );
  }
  return setback;
}
