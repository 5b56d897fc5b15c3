import "server-only";
import { sayMoment } from "@/lib/dates";
import type { Viewer } from "@/lib/viewer";

export type NoteCard = Awaited<ReturnType<typeof listNotes>>[number];

/** What supporters wrote to the viewer, newest first; with a link's id, by that link. */
export async function listNotes(viewer: Viewer, linkId?: string) {
  const rows = await viewer.db.supporterNote.findMany({
    where: { userId: viewer.id, ...(linkId && { linkId }) },
    select: {
      id: true,
      words: true,
      createdAt: true,
      hiddenAt: true,
      link: { select: { id: true, name: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 200,
    relationLoadStrategy: "join",
  });
  return rows.map(({ id, words, createdAt, hiddenAt, link }) => ({
    id,
    words: viewer.words.open("supporter_notes.words", id, words),
    from: viewer.words.open("supporter_links.name", link.id, link.name),
    isHidden: hiddenAt !== null,
    left: sayMoment(createdAt, viewer.now, viewer.timeZone),
  }));
}
