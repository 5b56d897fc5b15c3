import "server-only";
import { dayIn, dayOf, sayDay } from "@/lib/dates";
import { isId } from "@/lib/ids";
import type { Viewer } from "@/lib/viewer";
import { isOfToday, isRunning, leftOf, mayBegin } from "@/lib/writing/rules";
import { versionOf } from "@/lib/writing/version-of";

export type Writing = Awaited<ReturnType<typeof findWriting>>;

/** The viewer's guided writing about one of their setbacks, the first day first, without its words. One statement. */
export async function findWriting(viewer: Viewer, setbackId: string) {
  const rows = isId(setbackId)
    ? await viewer.db.writingSession.findMany({
        where: { userId: viewer.id, setbackId },
        select: { id: true, day: true, endedAt: true, createdAt: true },
        orderBy: { day: "asc" },
      })
    : [];
  const sessions = rows.map(({ id, endedAt, createdAt, ...row }, before) => {
    const day = dayOf(row.day);
    const here = dayIn(viewer.timeZone, createdAt);
    return { id, day, here, number: before + 1, said: sayDay(day, viewer.today), isEnded: endedAt !== null };
  });
  return {
    sessions,
    todays: sessions.findLast((one) => isOfToday(one, viewer.today)) ?? null,
    mayBegin: mayBegin(sessions, viewer.today),
  };
}

export type Session = NonNullable<Awaited<ReturnType<typeof findSession>>>;

/**
 * One session with its words, and its clock at this moment; null where it is not the viewer's, or its setback is
 * deleted.
 */
export async function findSession(viewer: Viewer, setbackId: string, sessionId: string) {
  if (!isId(setbackId) || !isId(sessionId)) return null;
  const session = await viewer.db.writingSession.findFirst({
    where: { userId: viewer.id, id: sessionId, setbackId, setback: { deletedAt: null } },
    select: {
      id: true,
      setbackId: true,
      day: true,
      words: true,
      secondsLeft: true,
      runningFrom: true,
      endedAt: true,
      setback: { select: { writingSessions: { select: { id: true }, orderBy: { day: "asc" } } } },
    },
    relationLoadStrategy: "join",
  });
  if (!session) return null;
  const { id, words } = session;
  return {
    id,
    setbackId: session.setbackId,
    number: session.setback.writingSessions.findIndex((one) => one.id === id) + 1,
    said: sayDay(dayOf(session.day), viewer.today),
    words: viewer.words.open("writing_sessions.words", id, words),
    seen: versionOf(words),
    isEnded: session.endedAt !== null,
    clock: {
      left: leftOf(session, viewer.now),
      isRunning: isRunning(session, viewer.now),
      /** When that was so, in milliseconds since 1970. */
      asOf: viewer.now.getTime(),
    },
  };
}
