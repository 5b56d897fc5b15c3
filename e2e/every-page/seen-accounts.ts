import { asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { aMember, type Member } from "@/tests/factories";
import { aMailedLink, aPasskey, someCodes } from "@/tests/factories-of-accounts";
import { anUnsubscribeCode, noMailbox, someReminders } from "@/tests/factories-of-reminders";
import { aSupporterLink, aSupporterNote } from "@/tests/factories-of-supporters";
import type { World } from "@/tests/matrix/world";
import { daysAgo } from "./days-ago";

/* Accounts, the mails that they are sent, and supporters. */

/** An account with a past: another device, and more than one page of what happened to it. */
export const aLongPast = ({ id: userId }: Member) =>
  asSystem(async (db) => {
    const device = "Safari on iPhone";
    await db.session.create({ data: { id: freshId(), userId, device, expiresAt: daysAgo(-1) } });
    await db.securityEvent.createMany({
      data: Array.from({ length: 60 }, () => ({ userId, id: freshId(), kind: "signed in", device })),
    });
  });

/** Somebody who guards their account with everything there is. */
export async function aCarefulMember() {
  const careful = await aMember({ name: "Siskin" });
  await someCodes(careful);
  await aPasskey(careful);
  return careful;
}

/** Links that were mailed, of every purpose and in every state. */
export async function severalLinks({ author, member, unverified }: World, careful: Member) {
  return {
    reset: await aMailedLink(member, "reset"),
    verify: await aMailedLink(unverified, "verify"),
    verified: await aMailedLink(author, "verify"),
    taken: await aMailedLink(await aMember({ email: author.email, verified: false }), "verify"),
    newAddress: await aMailedLink(author, "change_email", "juniper@example.org"),
    // As it looks once the address is theirs.
    changed: await aMailedLink(careful, "change_email", careful.email),
  };
}

/** Mails that the author chose, and the links that stop some. */
export async function severalMails({ author, member, unverified }: World) {
  await someReminders(author, { eveningHour: 19, digestHour: 17 });
  await noMailbox(unverified);
  return {
    digest: await anUnsubscribeCode(author, "digest"),
    evening: await anUnsubscribeCode(member, "evening"),
  };
}

/** A link that a supporter holds, with a note left by it; and one that ended. */
export async function aSupportedMember(author: Member, setback: { id: string }) {
  const link = await aSupporterLink(author, {
    allGoals: true,
    wins: true,
    setbacks: [{ ...setback, details: ["At a company in logistics", "hollow 7"] }],
  });
  await aSupporterNote(author, link);
  return { link, ended: await aSupporterLink(author, { revokedAt: new Date() }) };
}
