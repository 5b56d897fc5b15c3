import "server-only";
import { type Week, weekSaidFor } from "@/lib/check-ins/week";
import { MOST_A_WEEK } from "@/lib/commitments/rules";
import { columnOf, type Day } from "@/lib/dates";
import { holdStill } from "@/lib/hold-still";
import { isId } from "@/lib/ids";
import { keepOnce } from "@/lib/keep-once";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

/**
 * Keeps one commitment of the viewer for the week that goes on in a circle, or, said in a meeting, for the one that the
 * meeting begins: docs/decisions/0035-a-meeting-on-another-day-begins-its-week.md
 * The same id with the same words is there once, however often it is sent.
 *
 * @param said `metAt`: when the meeting in which it was said was opened.
 * @returns the id under which it is there, another than was given where changed words were sent under it again.
 * @throws Refusal when the viewer does not sit in the circle now, or has said as many as a week holds.
 */
export async function keepCommitment(
  viewer: Viewer,
  said: {
    id: string;
    circleId: string;
    words: string;
    byDay?: Day | null;
    carriedFrom?: string | null;
    metAt?: Date | null;
  },
): Promise<string> {
  const { id, circleId, words, byDay = null, carriedFrom = null, metAt = null } = said;
  const seat =
    isId(circleId) &&
    (await viewer.db.membership.findFirst({
      where: { circleId, userId: viewer.id, leftAt: null },
      select: { circle: { select: { meetingDay: true, timeZone: true } } },
    }));
  if (!seat) throw new Refusal("You are not in this circle any more. Your words are still here.");

  await holdStill(viewer, "commitments");
  const week = weekSaidFor(seat.circle, viewer.now, metAt);
  const mine = { circleId, authorId: viewer.id };
  // Carried over once, whatever it says by now.
  const carried =
    carriedFrom &&
    (await viewer.db.commitment.findFirst({ where: { ...mine, carriedFrom }, select: { id: true } }));
  if (carried) return carried.id;

  const kept = await keepOnce(
    { ...mine, id, words, byDay: byDay ? columnOf(byDay) : null, carriedFrom },
    {
      add: (row) =>
        viewer.db.commitment.createMany({
          data: { ...row, week: columnOf(week.first) },
          skipDuplicates: true,
        }),
      find: (row) => viewer.db.commitment.count({ where: row }),
    },
  );
  if (kept.isNew) await refuseFourth(viewer, circleId, week);
  return kept.id;
}

/** @throws Refusal where the viewer has said more to a circle than a week holds: call it after the last was added. */
export async function refuseFourth(viewer: Viewer, circleId: string, week: Week): Promise<void> {
  const now = { gte: columnOf(week.first), lte: columnOf(week.last) };
  const count = await viewer.db.commitment.count({ where: { circleId, authorId: viewer.id, week: now } });
  if (count <= MOST_A_WEEK) return;
  throw new Refusal(
    "Three commitments are enough for one week. What you typed is still here: leave one out, and it can come back next week.",
  );
}
