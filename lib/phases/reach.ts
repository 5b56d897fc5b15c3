import "server-only";
import { stagesBefore } from "@/lib/phases/rules";
import type { Phase } from "@/lib/phases/schema";
import type { Viewer } from "@/lib/viewer";

/** Notes that a setback has come as far as this stage. One that is further stays where it is. */
export const reach = (viewer: Viewer, setbackId: string, phase: Phase) =>
  viewer.db.setback.updateMany({
    where: { userId: viewer.id, id: setbackId, phase: { in: stagesBefore(phase) } },
    data: { phase },
  });
