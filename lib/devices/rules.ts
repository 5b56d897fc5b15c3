import { addDays } from "date-fns";

/*
 * A device is a browser in which somebody is signed in. It stays so for 90 days at most, and no longer than
 * 14 days after it was last used; its member may sign it out from any other. What signs a device out is
 * final: coming back takes the password, or whatever else opens the account.
 */

/** A session that rests for this many days has ended. `app.find_session` knows the same number. */
const IDLE_DAYS = 14;

/** Since when a device must have been used to be signed in still. */
export const awakeSince = (now: Date): Date => addDays(now, -IDLE_DAYS);
