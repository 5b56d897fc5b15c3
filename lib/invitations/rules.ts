/*
 * An invitation works until it is taken back, has expired, or as many people have come by it as it is
 * for. It is never for more people than there are free seats, and a circle has at most eight that work,
 * so that whoever looks after it can keep them in view.
 */

/** How many days an invitation may last. */
export const INVITATION_DAYS = [1, 7, 30] as const;
export const DAYS_UNLESS_TOLD = 7;
export const MOST_LIVE = 8;

type Kept = { revokedAt: Date | null; expiresAt: Date; uses: number; came: number };

export type InvitationState = "works" | "taken back" | "expired" | "used up";

export function stateOf(invitation: Kept, now: Date): InvitationState {
  if (invitation.revokedAt) return "taken back";
  if (invitation.came >= invitation.uses) return "used up";
  return invitation.expiresAt <= now ? "expired" : "works";
}

export const canMakeAnother = (live: number): boolean => live < MOST_LIVE;
