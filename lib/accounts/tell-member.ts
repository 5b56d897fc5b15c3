import "server-only";
import type { Db } from "@/lib/db";
import { env } from "@/lib/env";
import { queueMail } from "@/lib/mail";
import { noteEvent } from "@/lib/security-events/note-event";
import type { EventKind } from "@/lib/security-events/rules";

/**
 * Notes what has changed about how an account is entered, and mails it to its member, who may not have done it
 * themselves. An address that nobody has confirmed gets no such mail: it may be a stranger's.
 */
export async function tellMember(
  db: Db,
  userId: string,
  kind: EventKind,
  { subject, what }: { subject: string; what: string },
): Promise<void> {
  await noteEvent(db, userId, kind);
  const { email, verifiedAt } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, verifiedAt: true },
  });
  if (!verifiedAt) return;
  const text = `Hello,

${what}

If that was you, there is nothing to do. If it was not, please set a new password now. That signs everybody
else out; then look at “Signing in” in Settings.

${env().ONWARD_URL}/forgot-password
`;
  await queueMail(db, { to: email, subject, text });
}
