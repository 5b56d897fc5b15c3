import "server-only";
import { sayExactly, sayMoment } from "@/lib/dates";
import { isId } from "@/lib/ids";
import { appealUntil, canAppeal } from "@/lib/moderation/rules";
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

/**
 * One of them, whole; null when it is not the viewer's. That something points to it stays until they say they read it.
 */
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
  const waits = { userId: viewer.id, kind: "decision", aboutId: letterId, doneAt: null };
  const isUnread = (await viewer.db.nudge.count({ where: waits })) > 0;
  const { leavesAt } = await viewer.db.user.findFirstOrThrow({
    where: { id: viewer.id },
    select: { leavesAt: true },
  });
  const ends = appealUntil({ createdAt, leavesAt: rest.kind === "close" ? leavesAt : null });
  const appealed = (await viewer.db.appeal.count({ where: { userId: viewer.id, decisionId } })) > 0;
  return {
    ...rest,
    words: openForModerators(words),
    made: sayMoment(createdAt, viewer.now, viewer.timeZone),
    until: until && sayExactly(until, viewer.timeZone),
    isUnread,
    appealed: rest.side === "reported" && appealed,
    canAppeal: canAppeal({ ...rest, appealed, isOver: ends <= viewer.now }),
    /** Until when another moderator can be asked. */
    appealUntil: sayExactly(ends, viewer.timeZone),
  };
}

/**
 * Until when the viewer's account rests, and the letter that says why, if it does. A closed one waits for an appeal.
 */
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
  const appeals = leavesAt
    ? await viewer.db.appeal.count({ where: { userId: viewer.id, decidedAt: null } })
    : 0;
  return {
    until: sayExactly(viewer.suspendedUntil, viewer.timeZone),
    leaves: leavesAt && sayExactly(leavesAt, viewer.timeZone),
    waitsForAppeal: appeals > 0,
    letterId: letter?.id ?? null,
  };
}
