import "server-only";
import { sayExactly } from "@/lib/dates";
import { env } from "@/lib/env";
import type { Mail } from "@/lib/mail";

/** Says until when signing in takes it all back; by the clock of the member's own time zone. */
export function youAreLeaving(to: string, until: Date, timeZone: string): Mail {
  return {
    to,
    subject: "Your account will be deleted",
    text: `Hello,

you asked to delete your account on Onward. You are signed out everywhere now. Everything of yours will be
erased after

${sayExactly(until, timeZone)} (${timeZone})

Until then you can take it back: sign in, and everything is as you left it.

${env().ONWARD_URL}/sign-in

If it was not you, sign in and change your password. After that day nothing can be brought back, and no
mail comes any more. We wish you well.
`,
  };
}
