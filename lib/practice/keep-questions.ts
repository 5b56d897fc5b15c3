import "server-only";
import { keepOnce } from "@/lib/keep-once";
import type { Viewer } from "@/lib/viewer";

/**
 * Puts questions among the viewer's to practise, in their order, under the id that a form minted. Sent again, each is
 * there once; taken out meanwhile, it is there again.
 */
export async function keepQuestions(
  viewer: Viewer,
  { id, setbackId, questions }: { id: string; setbackId: string | null; questions: string[] },
): Promise<void> {
  for (const [at, question] of questions.entries()) {
    const kept = { id, userId: viewer.id, setbackId, question };
    // Sealed to the row under which it is kept in the end.
    const sealed = (row: typeof kept) => ({
      ...row,
      question: viewer.words.seal("practice_questions.question", row.id, row.question),
    });
    await keepOnce(kept, {
      add: (row) =>
        viewer.db.practiceQuestion.createMany({
          data: { ...sealed(row), createdAt: new Date(viewer.now.getTime() + at) },
          skipDuplicates: true,
        }),
      find: async (row) =>
        (await viewer.db.practiceQuestion.updateMany({ where: sealed(row), data: { deletedAt: null } }))
          .count,
    });
  }
}
