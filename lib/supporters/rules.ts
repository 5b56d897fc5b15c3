/*
 * A member lets somebody outside see chosen things for a while: thirty days unless they say otherwise, and never more
 * than ninety at once. A link lives until it ends by the clock or is ended, and does not come back to life; while it
 * lives it can be given more time. Ten at once are more than anybody keeps in view.
 */

export const LINK_DAYS = [1, 7, 14, 30, 60, 90] as const;
export const LONGEST_DAYS = 90;
export const DAYS_UNLESS_TOLD = 30;
export const MOST_LINKS = 10;

type Kept = { revokedAt: Date | null; expiresAt: Date };

export type LinkState = "lives" | "ended" | "over";

export function stateOf({ revokedAt, expiresAt }: Kept, now: Date): LinkState {
  if (revokedAt) return "ended";
  return expiresAt <= now ? "over" : "lives";
}

export const endOf = (days: number, now: Date): Date => new Date(now.getTime() + days * 86_400_000);
