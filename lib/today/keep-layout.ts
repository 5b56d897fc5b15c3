import "server-only";
import { holdStill } from "@/lib/hold-still";
import { type Layout, wholeLayout } from "@/lib/today/layout";
import { findLayout } from "@/lib/today/queries";
import type { Viewer } from "@/lib/viewer";

/** Arranges the viewer's Today anew, from how it is arranged now. */
export async function keepLayout(viewer: Viewer, change: (layout: Layout) => Layout): Promise<void> {
  await holdStill(viewer, "layout");
  const layout = change(wholeLayout(await findLayout(viewer)));
  const userId = viewer.id;
  await viewer.db.todayLayout.upsert({
    where: { userId },
    create: { userId, ...layout },
    update: layout,
    select: { userId: true },
  });
}
