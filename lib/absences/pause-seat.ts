import "server-only";
import { notFound } from "next/navigation";
import type { Viewer } from "@/lib/viewer";

/**
 * Pauses the viewer's seat: it waits for them, and a role of theirs is handed over. Paused already, only the line
 * changes.
 *
 * @param line what they tell the circle about it, if anything.
 * @throws a 404 where they do not sit.
 */
export async function pauseSeat(viewer: Viewer, circleId: string, line: string | null = null): Promise<void> {
  const [answer] = await viewer.db.$queryRaw<{ sits: boolean }[]>`
    select app.pause_seat(${circleId}::uuid, ${line}) as sits`;
  if (!answer?.sits) notFound();
}

/**
 * Says that the viewer is there: ends their pause, if there is one, and counts as heard.
 *
 * @throws a 404 where they do not sit.
 */
export async function comeBack(viewer: Viewer, circleId: string): Promise<void> {
  const [answer] = await viewer.db.$queryRaw<{ sits: boolean }[]>`
    select app.come_back(${circleId}::uuid) as sits`;
  if (!answer?.sits) notFound();
}
