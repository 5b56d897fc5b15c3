import { makeLink } from "@/lib/accounts/mailed-links";
import { codeOf as calendarCodeOf, secretHashOf as calendarHashOf } from "@/lib/calendar/secret";
import { asMember, asSystem } from "@/lib/db";
import type { MailedLinkPurpose } from "@/lib/generated/enums";
import { freshId } from "@/lib/ids";
import { keepAppSecret, makeRecoveryCodes } from "@/lib/one-time-codes/keep-codes";
import { freshAppSecret } from "@/lib/one-time-codes/rules";
import { freshSecret } from "@/lib/vault";
import type { Member } from "./factories";

/** Turns one-time codes on for somebody. Answers with what their app and their paper hold. */
export async function someCodes({
  id: userId,
}: Member): Promise<{ secret: string; recoveryCodes: string[] }> {
  const secret = freshAppSecret();
  const recoveryCodes = await asSystem(async (db) => {
    await keepAppSecret(db, userId, secret);
    return makeRecoveryCodes(db, userId);
  });
  return { secret, recoveryCodes };
}

/** A passkey as its row is kept; nothing holds its other half. */
export async function aPasskey({ id: userId }: Member, name = "Her phone"): Promise<{ id: string }> {
  const id = freshSecret(16);
  await asSystem((db) =>
    db.passkey.createMany({ data: { userId, id, name, publicKey: new Uint8Array(77), counter: 0 } }),
  );
  return { id };
}

/** What stands in the address of a link that was mailed to somebody; `email` is the new address that it proves. */
export async function aMailedLink(
  { id }: Member,
  purpose: MailedLinkPurpose,
  email?: string,
): Promise<string> {
  const made = await asSystem((db) => makeLink(db, id, purpose, email));
  if (!("token" in made)) throw new Error("A link like this has just left.");
  return made.token;
}

/** The secret that ends the address of somebody's calendar: a new one, if they had one. */
export async function anAddress({ id: userId }: Member): Promise<string> {
  const addressId = freshId();
  const secretHash = calendarHashOf({ userId, addressId });
  await asMember(userId, async (db) => {
    await db.calendarFeed.deleteMany({ where: { userId } });
    await db.calendarFeed.createMany({ data: { userId, addressId, secretHash } });
  });
  return calendarCodeOf({ userId, addressId });
}
