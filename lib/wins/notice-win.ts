import "server-only";
import { columnOf, type Day } from "@/lib/dates";
import { derivedId } from "@/lib/derived-id";
import { answerNoticed } from "@/lib/noticed-wins/answer-noticed";
import type { Viewer } from "@/lib/viewer";

/** Under which id Onward writes down the win that it noticed in another row. */
export const noticedWinId = (sourceId: string): string => derivedId(sourceId, "win");

/**
 * Writes down a win that its member need not write themselves: they asked for feedback. Once for each source, however
 * often it is noticed; from then on it is a win like any other. Deleted by its member, it is not noticed again. Say
 * nothing in `body` that its member may not want a circle to read.
 *
 * @returns whether it is among their wins.
 */
export async function noticeWin(
  viewer: Viewer,
  { sourceId, body, day }: { sourceId: string; body: string; day: Day },
): Promise<boolean> {
  const mine = { userId: viewer.id, id: noticedWinId(sourceId) };
  const asked = { kind: "asked_feedback", occasion: sourceId.toLowerCase() } as const;
  if (!(await answerNoticed(viewer, { ...asked, answer: "kept", winId: mine.id }))) {
    const leftOut = { userId: viewer.id, ...asked, answer: "not_for_me" } as const;
    if ((await viewer.db.noticedWin.count({ where: leftOut })) > 0) return false;
  }
  const said = { body, day: columnOf(day) };
  const { count } = await viewer.db.win.createMany({ data: { ...mine, ...said }, skipDuplicates: true });
  if (count === 0) await viewer.db.win.updateMany({ where: mine, data: { ...said, deletedAt: null } });
  return true;
}

/** Takes it out again, because what was noticed did not happen after all. */
export async function unnoticeWin(viewer: Viewer, sourceId: string): Promise<void> {
  await viewer.db.win.updateMany({
    where: { userId: viewer.id, id: noticedWinId(sourceId), deletedAt: null },
    data: { deletedAt: viewer.now },
  });
}
