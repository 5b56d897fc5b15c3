import "server-only";
import type { Viewer } from "@/lib/viewer";

/**
 * Lets go of what was typed and not sent about rows that were deleted, in whatever form: a draft's key ends with its
 * row.
 */
export async function dropDraftsAbout({ id: userId, db }: Viewer, ...ids: string[]): Promise<void> {
  await db.draft.deleteMany({ where: { userId, OR: ids.map((id) => ({ key: { endsWith: `:${id}` } })) } });
}
