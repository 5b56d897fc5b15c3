import "server-only";
import { findDraft } from "@/lib/drafts/queries";
import { answerAloneDraftKey, answerDraftKey } from "@/lib/feedback/schema";
import { sealValues } from "@/lib/keep-draft";
import type { Viewer } from "@/lib/viewer";

/**
 * An answer has two drafts, with its lesson and alone, and is kept from one of them. What the other says of it is
 * older: it must not open over what is kept. A lesson that waits there for another day goes on waiting.
 *
 * @param kept the lesson that is kept now: typed just so, it waits for nothing.
 */
export async function dropTypedAnswers(
  viewer: Viewer,
  { requestId, lesson: kept }: { requestId: string; lesson: string | null },
): Promise<void> {
  const { id: userId, db, words } = viewer;
  await db.draft.deleteMany({ where: { userId, key: answerAloneDraftKey(requestId) } });
  const key = answerDraftKey(requestId);
  const draft = await findDraft(viewer, key);
  if (!draft) return;
  const { answer: _, ...rest } = draft.values;
  const waits = rest.lesson !== undefined && rest.lesson[0] !== (kept ?? "");
  // What is typed in this very moment is newer than what is kept.
  const asItWas = { userId, key, typedAt: new Date(draft.typedAt) };
  if (waits) await db.draft.updateMany({ where: asItWas, data: { values: sealValues(words, key, rest) } });
  else await db.draft.deleteMany({ where: asItWas });
}
