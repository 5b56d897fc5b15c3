/**
 * So long what was deleted is kept, for whoever presses Undo on the page that follows; then the worker clears it away
 * (app.clear_away).
 */
const DAYS_TO_UNDO = 30;

/** What was deleted before this moment cannot be brought back any more. */
export const undoneUntil = (now: Date): Date => new Date(now.getTime() - DAYS_TO_UNDO * 86_400_000);
