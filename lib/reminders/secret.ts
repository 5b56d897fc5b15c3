import "server-only";
import type { Db } from "@/lib/db";
import { env } from "@/lib/env";
import type { ReminderKind } from "@/lib/generated/enums";
import { deriveSecret, hashOf } from "@/lib/vault";

/*
 * What stops a kind of mail ends in a secret of 128 bits. It is derived from its member and the kind with the
 * installation's key: the database holds only its hash, and each mail of that kind carries the same one.
 */

type Keys = { userId: string; kind: ReminderKind };

const secretOf = ({ userId, kind }: Keys): Buffer =>
  deriveSecret("unsubscribe", `${userId} ${kind}`.toLowerCase());

/** The hash of what an address's last part says; null when it cannot be one. */
export function parseUnsubscribeCode(code: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]{22}$/.test(code)) return null;
  const secret = Buffer.from(code, "base64url");
  // One secret has one spelling.
  return secret.toString("base64url") === code ? hashOf(secret) : null;
}

/** The last part of the address, once it opens something. For the worker, which writes the mail. */
export async function keepUnsubscribeCode(db: Db, link: Keys): Promise<string> {
  const secret = secretOf(link);
  const secretHash = hashOf(secret);
  await db.unsubscribeLink.upsert({
    where: { userId_kind: link },
    create: { ...link, secretHash },
    // An installation that was given another secret.
    update: { secretHash },
  });
  return secret.toString("base64url");
}

/** Where a mail program stops it with one press, and where somebody reads what it would stop. */
export const unsubscribeAddresses = (code: string) => ({
  press: `${env().ONWARD_URL}/api/unsubscribe/${code}`,
  page: `${env().ONWARD_URL}/unsubscribe/${code}`,
});
