import { addDays } from "date-fns";

/*
 * Whoever asks to delete their account is signed out everywhere at once, and has seven days to change their
 * mind: signing in again is all that it takes. Until then nothing else happens. Circles see what they saw,
 * and the seat stays theirs, because somebody who comes back should find everything as they left it. What
 * should be gone at once can be taken back before.
 *
 * After that everything of theirs is erased for good, in circles too.
 */

const GRACE_DAYS = 7;

/** When everything is erased of somebody who asks for it now. */
export const leavesAt = (now: Date): Date => addDays(now, GRACE_DAYS);
