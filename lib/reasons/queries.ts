import "server-only";
import { dayOf } from "@/lib/dates";
import { inOneLine } from "@/lib/excerpt";
import { isId } from "@/lib/ids";
import { UNREADABLE } from "@/lib/private-words";
import { hasFreshSetback } from "@/lib/setbacks/queries";
import { titleOf } from "@/lib/setbacks/rules";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

/** What is learnt from: one of the viewer's setbacks, without its story; null when it is not theirs or deleted. */
export async function findSetbackToLearnFrom(viewer: Viewer, setbackId: string) {
  if (!isId(setbackId)) return null;
  const setback = await viewer.db.setback.findFirst({
    where: { userId: viewer.id, id: setbackId, deletedAt: null },
    select: { id: true, kind: true, closedAt: true },
  });
  return (
    setback && {
      id: setback.id,
      kind: setback.kind,
      title: titleOf(setback.kind),
      isClosed: setback.closedAt !== null,
      /** Whether it asks for nothing today. */
      waits: await hasFreshSetback(viewer),
    }
  );
}

const line = { id: true, words: true, saidBy: true, whose: true, letGoAt: true } as const;

const opened = <Row extends { id: string; words: string }>(viewer: Viewer, row: Row): Row => ({
  ...row,
  words: viewer.words.open("reasons.words", row.id, row.words),
});

export type ReasonLine = Awaited<ReturnType<typeof listReasons>>[number];

/** Why one of the viewer's setbacks happened, in the order in which they said so. */
export async function listReasons(viewer: Viewer, setbackId: string) {
  if (!isId(setbackId)) return [];
  const reasons = await viewer.db.reason.findMany({
    where: { userId: viewer.id, setbackId, deletedAt: null },
    select: line,
    orderBy: { id: "asc" },
  });
  return reasons.map((reason) => opened(viewer, reason));
}

/** The reasons of all of the viewer's setbacks, each with the day on which that happened. One statement. */
export async function listAllReasons(viewer: Viewer) {
  const reasons = await viewer.db.reason.findMany({
    where: { userId: viewer.id, deletedAt: null, setback: { deletedAt: null } },
    select: { ...line, setbackId: true, setback: { select: { day: true } } },
    orderBy: { id: "asc" },
    relationLoadStrategy: "join",
  });
  return reasons.map(({ setback, ...reason }) => ({ ...opened(viewer, reason), day: dayOf(setback.day) }));
}

/** The words of one reason that is the viewer's, in one line; null when it is not theirs, or does not open. */
export async function findReason(viewer: Viewer, reasonId: unknown, longest: number) {
  if (!isId(reasonId)) return null;
  const reason = await viewer.db.reason.findFirst({
    where: { userId: viewer.id, id: reasonId, deletedAt: null, setback: { deletedAt: null } },
    select: { id: true, words: true },
  });
  if (!reason) return null;
  const { id, words } = opened(viewer, reason);
  return words === UNREADABLE ? null : { id, words: inOneLine(words, longest) };
}

/** Whether this is a reason of this setback that the viewer took out and can still bring back. */
export async function findReasonTakenOut(viewer: Viewer, setbackId: string, reasonId: unknown) {
  if (!isId(reasonId) || !isId(setbackId)) return null;
  return viewer.db.reason.findFirst({
    where: { userId: viewer.id, setbackId, id: reasonId, deletedAt: { gte: undoneUntil(viewer.now) } },
    select: { id: true },
  });
}
