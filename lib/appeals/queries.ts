import "server-only";
import { sayExactly, sayMoment } from "@/lib/dates";
import { isId } from "@/lib/ids";
import { canAppeal } from "@/lib/moderation/rules";
import { openForModerators } from "@/lib/reports/sealed";
import type { Viewer } from "@/lib/viewer";

export type LetterLine = Awaited<ReturnType<typeof listLetters>>[number];

/** What moderators wrote to the viewer, the newest first. */
export async function listLetters(viewer: Viewer) {
  const letters = await viewer.db.decisionLetter.findMany({
    where: { userId: viewer.id },
    select: { id: true, side: true, about: true, kind: true, createdAt: true },
    orderBy: { createdAt: "desc" },
    take: 60,
  });
  return letters.map(({ createdAt, ...letter }) => ({
    ...letter,
    made: sayMoment(createdAt, viewer.now, viewer.timeZone),
  }));
}

/** One of them, whole; null when it is not the viewer's. */
export async function findLetter(viewer: Viewer, letterId: string) {
  if (!isId(letterId)) return null;
  const letter = await viewer.db.decisionLetter.findFirst({
    where: { userId: viewer.id, id: letterId },
    select: {
      id: true,
      decisionId: true,
      side: true,
      about: true,
      kind: true,
      until: true,
      circleName: true,
      words: true,
      createdAt: true,
    },
  });
  if (!letter) return null;
  const { decisionId, words, createdAt, until, ...rest } = letter;
  // Opened, it is read: what pointed to it is done.
  await viewer.db.nudge.updateMany({
    where: { userId: viewer.id, kind: "decision", aboutId: letterId, doneAt: null },
    data: { doneAt: viewer.now },
  });
  const appealed = (await viewer.db.appeal.count({ where: { userId: viewer.id, decisionId } })) > 0;
  return {
    ...rest,
    words: openForModerators(words),
    made: sayMoment(createdAt, viewer.now, viewer.timeZone),
    until: until && sayExactly(until, viewer.timeZone),
    appealed: rest.side === "reported" && appealed,
    canAppeal: canAppeal({ ...rest, appealed }),
  };
}

/** Until when the viewer's account rests, and the letter that says why, if it does. */
export async function findRest(viewer: Viewer) {
  if (!viewer.suspendedUntil || viewer.suspendedUntil <= viewer.now) return null;
  const { leavesAt } = await viewer.db.user.findFirstOrThrow({
    where: { id: viewer.id },
    select: { leavesAt: true },
  });
  const letter = await viewer.db.decisionLetter.findFirst({
    where: { userId: viewer.id, side: "reported", kind: { in: ["suspend", "close"] } },
    select: { id: true },
    orderBy: { createdAt: "desc" },
  });
  return {
    until: sayExactly(viewer.suspendedUntil, viewer.timeZone),
    leaves: leavesAt && sayExactly(leavesAt, viewer.timeZone),
    letterId: letter?.id ?? null,
  };
}
