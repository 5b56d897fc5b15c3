import "server-only";
import { isId } from "@/lib/ids";
import { findOpenCircle } from "@/lib/listings/queries";
import type { Found } from "@/lib/reports/found";
import type { Viewer } from "@/lib/viewer";

/*
 * What can be reported and is not among the words of a circle in which the viewer sits.
 */

/** Somebody whom the viewer blocked and does not see any more: what is known of them is what the block says. */
export async function findBlocked(viewer: Viewer, blockId: string): Promise<Found | null> {
  const block = await viewer.db.block.findFirst({
    where: { userId: viewer.id, id: blockId },
    select: { blockedId: true, circleId: true, circleName: true, alias: true },
  });
  if (!block) return null;
  const { blockedId, circleId, circleName, alias } = block;
  // The circle may be gone since.
  const isThere = circleId !== null && (await viewer.db.circle.count({ where: { id: circleId } })) > 0;
  return {
    about: "alias",
    thingId: blockedId,
    reportedId: blockedId,
    circleId: isThere ? circleId : null,
    alias: null,
    person: null,
    snapshot: { circle: circleName, alias, body: "", details: [], at: null, around: [] },
  };
}

/** A circle that lists itself, as it is seen from outside. */
export async function findListed(viewer: Viewer, circleId: string): Promise<Found | null> {
  const circle = await findOpenCircle(viewer, circleId);
  if (!circle) return null;
  return {
    about: "circle",
    thingId: circleId,
    reportedId: null,
    circleId,
    alias: null,
    person: null,
    snapshot: {
      circle: "the list of open circles",
      alias: "An open circle",
      body: [circle.words, circle.agreements].filter(Boolean).join("\n\n"),
      details: [],
      at: null,
      around: [],
    },
  };
}

/** What a supporter left for the viewer. Whoever wrote it has no account. */
export async function findNote(viewer: Viewer, noteId: string): Promise<Found | null> {
  const note = await viewer.db.supporterNote.findFirst({
    where: { userId: viewer.id, id: noteId },
    select: { words: true, createdAt: true, link: { select: { id: true, name: true } } },
  });
  if (!note) return null;
  return {
    about: "note",
    thingId: noteId,
    reportedId: null,
    circleId: null,
    alias: null,
    person: null,
    snapshot: {
      circle: "a link for a supporter",
      alias: viewer.words.open("supporter_links.name", note.link.id, note.link.name),
      body: viewer.words.open("supporter_notes.words", noteId, note.words),
      details: [],
      at: note.createdAt.toISOString(),
      around: [],
    },
  };
}

/** What somebody wrote who asks a circle for a seat, for those who look after it. */
export async function findAsk(viewer: Viewer, circleId: string, askId: string): Promise<Found | null> {
  if (!isId(circleId)) return null;
  const ask = await viewer.db.seatAsk.findFirst({
    where: { circleId, id: askId, userId: { not: viewer.id } },
    select: { userId: true, alias: true, words: true, createdAt: true },
  });
  if (!ask) return null;
  const circle = await viewer.db.circle.findFirst({ where: { id: circleId }, select: { name: true } });
  return {
    about: "ask",
    thingId: askId,
    reportedId: ask.userId,
    circleId,
    alias: null,
    person: null,
    snapshot: {
      circle: circle?.name ?? "",
      alias: ask.alias,
      body: ask.words,
      details: [],
      at: ask.createdAt.toISOString(),
      around: [],
    },
  };
}
