/*
 * Each member can read what happened to the safety of their account: who signed in, what was changed, which
 * invitations they made. A line says what and when and with which browser, and never what anybody wrote.
 * No line is ever changed or taken out; all of them go with the account.
 */

/** Everything that is noted, and how its line reads. */
export const EVENTS = {
  joined: "You joined Onward",
  "signed in": "Signed in",
  "signed out": "Signed out",
  "e-mail confirmed": "Confirmed your e-mail address",
  "e-mail change asked": "Asked to change your e-mail address",
  "e-mail change dropped": "Kept your e-mail address after all",
  "e-mail changed": "Changed your e-mail address",
  "password changed": "Changed your password",
  "password reset": "Set a new password through a mailed link",
  "device signed out": "Signed another device out",
  "passkey added": "Added a passkey",
  "passkey taken out": "Took a passkey out",
  "codes turned on": "Turned one-time codes on",
  "codes turned off": "Turned one-time codes off",
  "code did not fit": "Entered a one-time code that did not fit, after what comes before it did",
  "recovery code used": "Signed in with a recovery code",
  "recovery codes made": "Made new recovery codes",
  "provider linked": "Linked another way to sign in",
  "provider unlinked": "Took another way to sign in out",
  "invitation made": "Made an invitation to a circle",
  "invitation taken back": "Took an invitation back",
  "asked to leave": "You were asked to leave a circle",
  "asked somebody to leave": "Asked somebody to leave a circle",
  "deletion asked": "Asked to delete your account",
  "deletion cancelled": "Kept your account after all",
} as const;

export type EventKind = keyof typeof EVENTS;

/** How a line reads; one that a newer version noted, and this one does not know, by its bare kind. */
export const sayEvent = (kind: string): string =>
  Object.hasOwn(EVENTS, kind) ? EVENTS[kind as EventKind] : kind;
