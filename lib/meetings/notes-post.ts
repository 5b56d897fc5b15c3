import "server-only";
import { derivedId } from "@/lib/derived-id";
import type { Viewer } from "@/lib/viewer";

/** The id of the post that somebody's notes of a meeting become: one a writer, so that nobody's stand in another's way. */
export const notesPostId = (meetingId: string, writerId: string): string =>
  derivedId(meetingId, `notes of a meeting, by ${writerId}`);

type Named = { circleId: string; id: string };

/**
 * The notes of a meeting, where they were shared and the viewer may read them: the first of them, where a moment made it
 * two, or where somebody could not see that there were any.
 */
export async function findNotesPost(viewer: Viewer, { circleId, id }: Named) {
  return findPostAmong(
    viewer,
    { circleId, id },
    await viewer.db.membership.findMany({ where: { circleId }, select: { userId: true } }),
  );
}

/** The same as a page shows it that knows whoever has sat in the circle. */
export async function findNotesAmong(viewer: Viewer, named: Named, seated: { userId: string }[]) {
  const post = await findPostAmong(viewer, named, seated);
  return post && { id: post.id, body: post.body, alias: post.author?.alias ?? null };
}

function findPostAmong(viewer: Viewer, { circleId, id }: Named, seated: { userId: string }[]) {
  // Those of before the notes had their writer's id.
  const ids = [derivedId(id, "notes of a meeting"), ...seated.map(({ userId }) => notesPostId(id, userId))];
  return viewer.db.post.findFirst({
    where: { circleId, id: { in: ids }, takenBackAt: null },
    select: { id: true, body: true, authorId: true, author: { select: { alias: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    relationLoadStrategy: "join",
  });
}
