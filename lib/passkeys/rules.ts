/*
 * A passkey is a key on a member's device, or in their password manager. It signs them in without a password
 * and without a code, because it asks for their face, finger or PIN itself: one that did not is not taken. It
 * works for this address alone, so no other page can ask for it.
 *
 * What a passkey signs is a question that was asked once, a few minutes ago, of the same browser. Some count
 * how often they were used; one whose count does not rise is a copy, and is not taken either.
 *
 * Members can have twenty, take any of them out and give them names. The last thing that opens an account
 * cannot be taken out.
 */

export const MOST_PASSKEYS = 20;

/** Whether a count follows on the one that is kept. Those that do not count say 0 for ever. */
export const follows = (kept: bigint, counted: bigint): boolean =>
  counted > kept || (counted === 0n && kept === 0n);
