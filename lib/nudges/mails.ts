import "server-only";
import { env } from "@/lib/env";
import type { Mail } from "@/lib/mail";

/** Neither what waits nor where: whoever else reads the mailbox learns of no circle. */
export const somethingWaits = (to: string): Mail => ({
  to,
  subject: "Something waits for you in Onward",
  text: `Hello,

something waits for you in Onward, for whenever it suits you:

${env().ONWARD_URL}/nudges

You asked to be told so by mail. If you would rather not be, this is where it stops:

${env().ONWARD_URL}/settings#mails
`,
});
