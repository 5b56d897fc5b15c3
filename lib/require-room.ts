import "server-only";
import { Refusal } from "@/lib/refusal";

/**
 * Asked after something was added, which a Refusal undoes: what is sent twice finds its room taken by itself. Two
 * presses at the same moment may both find room, and one more is there then.
 *
 * @param kept how many there are now.
 * @throws Refusal when they are too many.
 */
export function requireRoom(kept: number, most: number, where: string): void {
  if (kept > most)
    throw new Refusal(
      `There are ${most} ${where}, and there is no room for more. Your words are still here. Delete one that you need no longer, then send this again.`,
    );
}
