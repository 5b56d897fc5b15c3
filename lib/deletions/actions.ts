"use server";
import { endSessions } from "@/lib/accounts/end-sessions";
import { dropLinks } from "@/lib/accounts/mailed-links";
import { requireProof } from "@/lib/accounts/prove";
import { asSystem } from "@/lib/db";
import { youAreLeaving } from "@/lib/deletions/mails";
import { leavesAt } from "@/lib/deletions/rules";
import { deleteAccountForm } from "@/lib/deletions/schema";
import { accountAction, goTo } from "@/lib/form-action";
import { queueMail } from "@/lib/mail";
import { noteEvent } from "@/lib/security-events/note-event";
import { dropSession } from "@/lib/session";

/** Signs out everywhere, this browser too. What is erased, and when, is in rules.ts; the worker does it. */
export const deleteAccount = accountAction(deleteAccountForm, async (member, { currentPassword }) => {
  await requireProof(member, currentPassword);
  const now = new Date();
  const until = leavesAt(now);
  await asSystem(async (db) => {
    const { count } = await db.user.updateMany({
      where: { id: member.id, leavesAt: null },
      data: { leavesAt: until },
    });
    // Where moderators closed it and take that back, the wish to leave stays.
    await db.user.updateMany({
      where: { id: member.id, closedAt: { not: null }, ownLeavesAt: null },
      data: { ownLeavesAt: until },
    });
    await endSessions(db, member.id);
    await dropLinks(db, member.id, ["verify", "reset", "change_email"]);
    if (count === 0) return;
    await noteEvent(db, member.id, "deletion asked");
    // An address that is only claimed may be somebody else's.
    if (member.verifiedAt) await queueMail(db, youAreLeaving(member.email, until, member.timeZone));
  });
  await dropSession();
  // The page says of the mail only what is so.
  return goTo(member.verifiedAt ? "/goodbye?mailed=1" : "/goodbye");
});
