import "server-only";
import { bytesOfCode } from "@/lib/secret-code";
import { deriveSecret, hashOf } from "@/lib/vault";

/*
 * A calendar's address ends in a secret of 128 bits. It is derived from its member and the address's own id with the
 * installation's key: the database holds only its hash, and yet the member can read the address again for as long as
 * it lives.
 */

type Keys = { userId: string; addressId: string };

const secretOf = ({ userId, addressId }: Keys): Buffer =>
  deriveSecret("calendar", `${userId} ${addressId}`.toLowerCase());

/** What the database keeps of it: SHA-256, 32 bytes. */
export const secretHashOf = (feed: Keys) => hashOf(secretOf(feed));

/** The last part of the address: 22 characters of base64url. */
export const codeOf = (feed: Keys): string => secretOf(feed).toString("base64url");

/** What an address's last part says; null when it cannot be one. Programs may want it to end like a file. */
export function parseSecret(code: string): { secretHash: Uint8Array<ArrayBuffer> } | null {
  const secret = bytesOfCode(code.replace(/\.ics$/, ""), 16);
  return secret && { secretHash: hashOf(secret) };
}

/** The name of an entry, the same each time a calendar is read, which tells nobody what it was made from. */
export const entryName = (kind: string, id: string): string =>
  `${deriveSecret("calendar entry", `${kind} ${id}`).toString("hex")}@onward.invalid`;
