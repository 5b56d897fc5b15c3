import "server-only";
import { Refusal } from "@/lib/refusal";

/** What is safe, and what to do once there is room. */
const safely = {
  sent: ["Your words are still here.", "send this again"],
  "brought back": ["What you deleted can still be brought back.", "come back here and undo"],
  "taken up again": ["All of it stays where it is.", "take this up again"],
} as const;

/**
 * Asked after something was added or brought back, which a Refusal undoes: what is sent twice finds its room taken by
 * itself. Two presses at the same moment may both find room, and one more is there then, unless what there is was held
 * still before (lib/hold-still.ts).
 *
 * @param kept how many there are now.
 * @param how whether words were sent, or something deleted was brought back, or something that had ended goes on.
 * @throws Refusal when they are too many.
 */
export function requireRoom(
  kept: number,
  most: number,
  where: string,
  how: keyof typeof safely = "sent",
): void {
  if (kept <= most) return;
  const [safe, then] = safely[how];
  throw new Refusal(
    `There are ${most} ${where}, and there is no room for more. ${safe} Delete one that you need no longer, then ${then}.`,
  );
}
