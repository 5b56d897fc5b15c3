import "server-only";
import { jarIdOf } from "@/lib/helped/jar-id";
import { findInJar } from "@/lib/jar/queries";
import type { Viewer } from "@/lib/viewer";

/**
 * Whether what helped with a goal lies in the viewer's jar as it is said now. Said otherwise since, it can go in anew.
 */
export async function isHelpInJar(
  viewer: Viewer,
  goal: { id: string; helped: string | null },
): Promise<boolean> {
  if (!goal.helped) return false;
  const entry = await findInJar(viewer, jarIdOf(goal.id));
  return entry?.words === goal.helped;
}
