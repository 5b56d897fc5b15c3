import { v7 } from "uuid";

/**
 * A fresh UUIDv7: sorts by the moment it was made, which is now unless told (the seeded story is older).
 * Create forms carry one, so that sending a form twice makes one row.
 */
export const freshId = (madeAt?: Date): string => (madeAt ? v7({ msecs: madeAt.getTime() }) : v7());

/** Whether a text from an address bar can be an id at all. What cannot is a 404, not a database error. */
export const isId = (text: unknown): text is string =>
  typeof text === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
