import "server-only";
import type { Artefact, From } from "@/lib/feedback/schema";
import { keepOnce } from "@/lib/keep-once";
import type { Viewer } from "@/lib/viewer";

type Kept = { id: string; artefact: Artefact; askedOf: From; subject: string; letter: string };

/** Keeps a letter of the viewer's own for the next time. */
export async function keepTemplate(viewer: Viewer, { id, subject, letter, ...about }: Kept): Promise<void> {
  const sealed = (id: string) => ({
    subject: viewer.words.seal("feedback_templates.subject", id, subject),
    letter: viewer.words.seal("feedback_templates.letter", id, letter),
  });
  await keepOnce(
    // As in draft-letter.ts.
    { id, userId: viewer.id, ...about, says: sealed(id) },
    {
      add: ({ says: _, ...row }) =>
        viewer.db.feedbackTemplate.createMany({ data: { ...row, ...sealed(row.id) }, skipDuplicates: true }),
      find: async ({ says: _, ...row }) =>
        (
          await viewer.db.feedbackTemplate.updateMany({
            where: { ...row, ...sealed(row.id) },
            data: { deletedAt: null },
          })
        ).count,
    },
  );
}
