import "server-only";
import { derivedId } from "@/lib/derived-id";
import type { Viewer } from "@/lib/viewer";

/** The id of the post that somebody's notes of a meeting become: one a writer, so that nobody's stand in another's way. */
export const notesPostId = (meetingId: string, writerId: string): string =>
  derivedId(meetingId, `notes of a meeting, by ${writerId}`);

/**
 * The notes of a meeting, where they were shared and the viewer may read them: the first of them, where a moment made it
 * two, or where somebody could not see that there were any.
 */
export async function findNotesPost(viewer: Viewer, { circleId, id }: { circleId: string; id: string }) {
  const seated = await viewer.db.membership.findMany({ where: { circleId }, select: { userId: true } });
  // Those of before the notes had their writer's id.
  const ids = [derivedId(id, "notes of a meeting"), ...seated.map(({ userId }) => notesPostId(id, userId))];
  return viewer.db.post.findFirst({
    where: { circleId, id: { in: ids }, takenBackAt: null },
    select: { id: true, body: true, authorId: true, author: { select: { alias: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    relationLoadStrategy: "join",
  });
}
