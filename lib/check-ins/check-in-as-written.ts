import "server-only";
import { weekNow } from "@/lib/check-ins/week";
import type { WeekWord } from "@/lib/check-ins/words";
import { columnOf } from "@/lib/dates";
import { inOneLine } from "@/lib/excerpt";
import type { Need } from "@/lib/posts/needs";
import type { Viewer } from "@/lib/viewer";

/*
 * What somebody writes in the check-in of a meeting is their check-in of the week: its beginning is the line of it. Whoever
 * said something else in their check-in already goes on saying it. docs/decisions/0055-written-in-a-meeting-said-for-the-week.md
 */

/** As long as a check-in's line can be. */
const LINE = 300;

/** Checks in with what was written, or lets the line follow what is written now. Without a word it is no check-in yet. */
export async function checkInAsWritten(
  viewer: Viewer,
  circleId: string,
  written: { word: WeekWord | null; need: Need | null; body: string; before: string | null },
): Promise<void> {
  const { word, need, body, before } = written;
  const line = inOneLine(body, LINE);
  const mine = await weekOf(viewer, circleId);
  const said = await viewer.db.checkIn.findFirst({ where: mine.within, select: { line: true } });
  if (said) {
    if (said.line !== null && (before === null || said.line !== inOneLine(before, LINE))) return;
    await viewer.db.checkIn.updateMany({
      where: { ...mine.within, OR: [{ line: null }, { line: { not: line } }] },
      data: { line, changedAt: viewer.now },
    });
  } else if (word) {
    await viewer.db.checkIn.createMany({
      data: { ...mine.row, word, need: need ?? "listen", line },
      skipDuplicates: true,
    });
  }
}

/** Takes the line back that came from what was written; how the week went stays said. */
export async function takeLineBack(viewer: Viewer, circleId: string, body: string): Promise<void> {
  await viewer.db.checkIn.updateMany({
    where: { circleId, authorId: viewer.id, line: inOneLine(body, LINE) },
    data: { line: null, changedAt: viewer.now },
  });
}

async function weekOf(viewer: Viewer, circleId: string) {
  const circle = await viewer.db.circle.findFirstOrThrow({
    where: { id: circleId },
    select: { meetingDay: true, timeZone: true },
  });
  const { first, last } = weekNow(circle, viewer.now);
  const me = { circleId, authorId: viewer.id };
  return {
    row: { ...me, week: columnOf(first) },
    within: { ...me, week: { gte: columnOf(first), lte: columnOf(last) } },
  };
}
