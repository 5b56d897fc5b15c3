import "server-only";
import type { SetbackKind } from "@/lib/setbacks/schema";
import type { Viewer } from "@/lib/viewer";

/**
 * Has those asked who came through the same kind of setback as the viewer just shared, and are willing: two at most,
 * in that circle alone (prisma/policies/advice-offer.sql). The viewer never learns whether there was anybody.
 */
export async function askForAdvice(
  viewer: Viewer,
  post: { id: string; circleId: string },
  kind: SetbackKind,
): Promise<void> {
  await viewer.db.$executeRaw`
    select app.ask_for_advice(${post.circleId}::uuid, ${post.id}::uuid, ${kind}::setback_kind)`;
}
