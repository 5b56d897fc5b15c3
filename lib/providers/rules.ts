/*
 * Somebody can sign in through a provider (Google, their union's own server ...) that the operator has set up.
 *
 * Who they are there is a name of the provider's that never changes, its "subject". An account is opened by
 * that alone, and never by an e-mail address that the provider mentions. So:
 *
 * - A subject that is linked to an account opens it, and codes are asked for as after a password.
 * - Anything else needs an address that the provider says it has verified; without one, nothing happens.
 * - An address that somebody here has confirmed is theirs: they sign in as always, and then link the provider.
 *   It is not linked on the provider's word, since whoever runs the provider would run the account with it.
 * - Any other address joins, after its owner has chosen an alias and said that they are 18 or older. It counts
 *   as confirmed: the provider has just said that it is theirs.
 *
 * Linking asks for the password, or to have just signed in: a browser left open is not enough to make a new way
 * in. The last way in cannot be taken out.
 */

/** Why a visit to a provider ended nowhere. */
export const TROUBLES = [
  "denied",
  "over",
  "away",
  "here",
  "wrong",
  "unverified",
  "often",
  "another",
  "second",
] as const;
export type Trouble = (typeof TROUBLES)[number];

export type WayOn = "open" | "join" | "sign in first" | "link" | Trouble;

/** What follows from what a provider said. */
export function wayOn({
  owner,
  viewer,
  linking,
  email,
  taken,
}: {
  /** Whose account this subject is linked to. */
  owner: string | null;
  viewer: string | null;
  /** Whether the visit began in somebody's settings. */
  linking: boolean;
  email: string | null;
  /** Whether somebody here has confirmed the address. */
  taken: boolean;
}): WayOn {
  if (linking) {
    if (!viewer) return "over";
    if (owner) return owner === viewer ? "second" : "another";
    return email ? "link" : "unverified";
  }
  if (owner) return "open";
  if (!email) return "unverified";
  return taken ? "sign in first" : "join";
}
