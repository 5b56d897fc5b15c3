import "server-only";
import type { Mail } from "@/lib/mail";
import { letterTo } from "@/lib/reminders/letters";

/**
 * Neither what waits nor where: whoever else reads the mailbox learns of no circle.
 *
 * @param code what stops these mails.
 */
export const somethingWaits = (to: string, userId: string, code: string): Mail =>
  letterTo(
    { to, userId, code },
    ["something waits for you in Onward, for whenever it suits you:", { to: "/nudges" }],
    "Something waits for you in Onward",
  );
