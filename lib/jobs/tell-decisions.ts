import "server-only";
import { asSystem } from "@/lib/db";
import { env } from "@/lib/env";
import { queueMail } from "@/lib/mail";

const AT_ONCE = 100;

/**
 * Tells by mail that there is something to read, without a word of what. Each letter's mail is queued in the
 * transaction that notes it, so it goes once. An address that nobody confirmed gets none: it may be a stranger's.
 */
export function tellDecisions(): Promise<void> {
  return asSystem(async (db) => {
    const letters = await db.decisionLetter.findMany({
      where: { mailedAt: null },
      select: { userId: true, id: true, user: { select: { email: true, verifiedAt: true } } },
      orderBy: { createdAt: "asc" },
      take: AT_ONCE,
    });
    for (const { userId, id, user } of letters) {
      if (user.verifiedAt) await queueMail(db, thereIsALetter(user.email));
      await db.decisionLetter.updateMany({ where: { userId, id }, data: { mailedAt: new Date() } });
    }
  });
}

const thereIsALetter = (to: string) => ({
  to,
  subject: "The moderators wrote to you",
  text: `Hello,

the moderators of this place have written to you. You can read it here, once you are signed in:

${env().ONWARD_URL}/decisions
`,
});
