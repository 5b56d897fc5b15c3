import "server-only";
import type { Viewer } from "@/lib/viewer";

/**
 * Holds all that the viewer has of one kind still until the transaction ends, so that two presses at the same moment
 * take turns, and the second counts what the first left. Look at them only afterwards.
 */
export async function holdStill(
  viewer: Pick<Viewer, "id" | "db">,
  what:
    | "plans"
    | "jar"
    | "pictures"
    | "experiments"
    | "commitments"
    | "planned steps"
    | "layout"
    | "wishes"
    | "goals"
    | "learning plans",
): Promise<void> {
  await viewer.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${what} ${viewer.id}`}, 0))`;
}
