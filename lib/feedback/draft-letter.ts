import "server-only";
import { type Fillers, fill } from "@/lib/feedback/fill-ins";
import type { Artefact, From } from "@/lib/feedback/schema";
import { keepOnce } from "@/lib/keep-once";
import type { Viewer } from "@/lib/viewer";

type Begun = {
  id: string;
  artefact: Artefact;
  askedOf: From;
  setbackId: string | null;
  /** The letter to begin with. */
  from: { subject: string; letter: string };
  fillers: Fillers;
};

/** Drafts a letter for the viewer, filled as far as they filled it, and answers with its id. */
export async function draftLetter(viewer: Viewer, { id, from, fillers, ...about }: Begun): Promise<string> {
  const sealed = (id: string) => ({
    name: viewer.words.seal("feedback_requests.name", id, fillers.name ?? null),
    subject: viewer.words.seal("feedback_requests.subject", id, fill(from.subject, fillers)),
    letter: viewer.words.seal("feedback_requests.letter", id, fill(from.letter, fillers)),
  });
  const kept = await keepOnce(
    // Another id may follow from what the row says, and ids lie open: so it says it sealed.
    { id, userId: viewer.id, ...about, says: sealed(id) },
    {
      add: ({ says: _, ...row }) =>
        viewer.db.feedbackRequest.createMany({ data: { ...row, ...sealed(row.id) }, skipDuplicates: true }),
      find: async ({ says: _, ...row }) =>
        // Deleted meanwhile and sent again, it is there again.
        (
          await viewer.db.feedbackRequest.updateMany({
            where: { ...row, ...sealed(row.id) },
            data: { deletedAt: null },
          })
        ).count,
    },
  );
  return kept.id;
}
