import "server-only";
import { log } from "@/lib/log";
import { UNREADABLE } from "@/lib/private-words";
import { keyFor, seal, unseal } from "@/lib/vault";

/*
 * What moderators read and write lies sealed with a key of the installation's, not of a member's: whoever deletes their
 * account does not take along what was reported about them. It is taken out ninety days after the decision.
 */

export const sealForModerators = (text: string): Uint8Array<ArrayBuffer> => seal(keyFor("reports"), text);

/** The text; where it does not open, a sentence that says so. */
export function openForModerators(sealed: Uint8Array): string {
  try {
    return unseal(keyFor("reports"), sealed);
  } catch (error) {
    log.error({ reason: (error as Error).message }, "words of a report do not open");
    return UNREADABLE;
  }
}
