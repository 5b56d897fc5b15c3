/*
 * Somebody may be quiet. After ten days without a word they are asked how they are, once, and whatever they answer is
 * fine. Without an answer their seat is paused eleven days later: nobody is paused who was not asked first. A paused
 * seat is kept for four weeks, counted from when they were last heard, and they are told a week before it is freed.
 * They come back in one press, and may pause by themselves at any time. Nobody is blamed, counted or compared.
 */

const DAY_MS = 86_400_000;

export const ASKED_AFTER_DAYS = 10;
export const PAUSED_AFTER_DAYS = 21;
export const SEAT_KEPT_DAYS = 28;
export const TOLD_BEFORE_DAYS = 7;

export type Absence = {
  joinedAt: Date;
  heardAt: Date;
  askedAt: Date | null;
  pausedAt: Date | null;
  endSaidAt: Date | null;
};

/** What the clock asks for: to be asked how they are, paused, told that the seat is soon freed, let go. */
export type Due = "ask" | "pause" | "say end" | "free";

export function dueOf(seat: Absence, now: Date): Due | null {
  const isPast = (since: Date, days: number) => since.getTime() + days * DAY_MS <= now.getTime();
  if (seat.pausedAt) {
    const since = waitsSince(seat.pausedAt, seat);
    if (!isPast(since, SEAT_KEPT_DAYS - TOLD_BEFORE_DAYS)) return null;
    // Told of an earlier end, and heard since: this one is told anew.
    if (!seat.endSaidAt || seat.endSaidAt < since) return "say end";
    return isPast(since, SEAT_KEPT_DAYS) && isPast(seat.endSaidAt, TOLD_BEFORE_DAYS) ? "free" : null;
  }
  const quietSince = later(seat.joinedAt, seat.heardAt);
  if (seat.askedAt)
    return isPast(quietSince, PAUSED_AFTER_DAYS) && isPast(seat.askedAt, PAUSED_AFTER_DAYS - ASKED_AFTER_DAYS)
      ? "pause"
      : null;
  return isPast(quietSince, ASKED_AFTER_DAYS) ? "ask" : null;
}

/** Until when a paused seat is kept. */
export const keptUntil = (pausedAt: Date, seat: Pick<Absence, "heardAt" | "endSaidAt">): Date => {
  const since = waitsSince(pausedAt, seat);
  const kept = new Date(since.getTime() + SEAT_KEPT_DAYS * DAY_MS);
  const told = seat.endSaidAt && seat.endSaidAt >= since ? seat.endSaidAt : null;
  // Where telling came late, so does the end.
  return told ? later(kept, new Date(told.getTime() + TOLD_BEFORE_DAYS * DAY_MS)) : kept;
};

const waitsSince = (pausedAt: Date, { heardAt }: Pick<Absence, "heardAt">) => later(pausedAt, heardAt);

const later = (one: Date, other: Date): Date => (one > other ? one : other);
