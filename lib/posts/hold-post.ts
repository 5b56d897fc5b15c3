import "server-only";
import type { Viewer } from "@/lib/viewer";

/**
 * Holds a post still until the transaction ends. Those who answer or encourage hold it together; whoever
 * takes something back holds it alone. So nobody's answer is swept away with a post that is being taken
 * back at the same moment, and nobody answers one that is just gone. Look at the post only afterwards.
 */
export async function holdPost(viewer: Viewer, postId: string, how: "together" | "alone"): Promise<void> {
  if (how === "alone")
    await viewer.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${postId}, 0))`;
  else await viewer.db.$executeRaw`select pg_advisory_xact_lock_shared(hashtextextended(${postId}, 0))`;
}
