import "server-only";
import { bytesOfCode } from "@/lib/secret-code";
import { deriveSecret, hashOf } from "@/lib/vault";

/*
 * A supporter's link ends in a secret of 128 bits and nothing else. It is derived from its member's id and its own with
 * the installation's key: the database holds only its hash, and yet the member can read the link again while it lives.
 */

type Keys = { userId: string; id: string };

const secretOf = ({ userId, id }: Keys): Buffer => deriveSecret("supporter", `${userId} ${id}`.toLowerCase());

/** What the database keeps of a link's secret: SHA-256, 32 bytes. */
export const linkHashOf = (link: Keys) => hashOf(secretOf(link));

/** The last part of a supporter's link: 22 characters of base64url. */
export const linkCodeOf = (link: Keys): string => secretOf(link).toString("base64url");

/** The hash of what a link's last part says; null when it cannot be one. */
export function parseLinkCode(code: string): Uint8Array<ArrayBuffer> | null {
  const secret = bytesOfCode(code, 16);
  return secret && hashOf(secret);
}
