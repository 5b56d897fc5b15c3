import "server-only";
import { lookDraftKey } from "@/lib/reframes/schema";
import type { Viewer } from "@/lib/viewer";
import { writingDraftKey } from "@/lib/writing/schema";

/** Lets go of what was typed and not sent about a setback, and about its reframes and guided writing. */
export async function dropDraftsAbout({ id: userId, db }: Viewer, setbackId: string): Promise<void> {
  const ofIt = { where: { userId, setbackId }, select: { id: true } };
  const reframes = await db.reframe.findMany(ofIt);
  const sessions = await db.writingSession.findMany(ofIt);
  const keys = [
    ...reframes.map(({ id }) => lookDraftKey(id)),
    ...sessions.map(({ id }) => writingDraftKey(id)),
  ];
  // Whatever form about it they belong to: a draft's key ends with what it is about.
  await db.draft.deleteMany({
    where: { userId, OR: [{ key: { endsWith: `:${setbackId}` } }, { key: { in: keys } }] },
  });
}
