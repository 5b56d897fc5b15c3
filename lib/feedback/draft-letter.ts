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
  const drafted = {
    id,
    userId: viewer.id,
    ...about,
    name: fillers.name ?? null,
    subject: fill(from.subject, fillers),
    letter: fill(from.letter, fillers),
  };
  // Sealed to the row under which it is kept in the end.
  const sealed = (row: typeof drafted) => ({
    ...row,
    name: viewer.words.seal("feedback_requests.name", row.id, row.name),
    subject: viewer.words.seal("feedback_requests.subject", row.id, row.subject),
    letter: viewer.words.seal("feedback_requests.letter", row.id, row.letter),
  });
  const kept = await keepOnce(drafted, {
    add: (row) => viewer.db.feedbackRequest.createMany({ data: sealed(row), skipDuplicates: true }),
    // Deleted meanwhile and sent again, it is there again.
    find: async (row) =>
      (await viewer.db.feedbackRequest.updateMany({ where: sealed(row), data: { deletedAt: null } })).count,
  });
  return kept.id;
}
