/** For so many days what was deleted can be brought back; then the worker clears it away for good (app.clear_away). */
export const DAYS_TO_UNDO = 30;

/** What was deleted before this moment cannot be brought back any more. */
export const undoneUntil = (now: Date): Date => new Date(now.getTime() - DAYS_TO_UNDO * 86_400_000);
