import "server-only";
import { columnOf } from "@/lib/dates";
import type { NoticedAnswer, NoticedWinKind } from "@/lib/generated/enums";
import type { Viewer } from "@/lib/viewer";

type Answered = { kind: NoticedWinKind; occasion: string; answer: NoticedAnswer; winId?: string };

/** Notes what became of something that was noticed, and says whether it was answered just now: once is for good. */
export async function answerNoticed(viewer: Viewer, { winId, ...answered }: Answered): Promise<boolean> {
  const { count } = await viewer.db.noticedWin.createMany({
    data: {
      ...answered,
      userId: viewer.id,
      answeredOn: columnOf(viewer.today),
      winId: winId ?? null,
    },
    skipDuplicates: true,
  });
  return count > 0;
}
