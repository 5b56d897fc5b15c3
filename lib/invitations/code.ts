import "server-only";
import { bytesOfCode } from "@/lib/secret-code";
import { deriveSecret, hashOf } from "@/lib/vault";

/*
 * An invitation's link ends in its circle's id and a secret of 128 bits. The secret is derived from both
 * ids with the installation's key: the database holds only its hash, and yet a facilitator can read the link
 * again for as long as it lives. From the invitation's id alone it would be the same in another circle whose
 * facilitator sends that id: forms mint it.
 */

type Keys = { circleId: string; id: string };

const secretOf = ({ circleId, id }: Keys): Buffer =>
  deriveSecret("invitation", `${circleId} ${id}`.toLowerCase());

/** What the database keeps of an invitation's secret: SHA-256, 32 bytes. */
export const secretHashOf = (invitation: Keys) => hashOf(secretOf(invitation));

/** The last part of an invitation's link: 43 characters of base64url. */
export const codeOf = (invitation: Keys): string =>
  Buffer.concat([Buffer.from(invitation.circleId.replaceAll("-", ""), "hex"), secretOf(invitation)]).toString(
    "base64url",
  );

/** What a link's last part says; null when it cannot be one. */
export function parseCode(code: string): { circleId: string; secretHash: Uint8Array<ArrayBuffer> } | null {
  const bytes = bytesOfCode(code, 32);
  if (!bytes) return null;
  const circleId = bytes
    .subarray(0, 16)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { circleId, secretHash: hashOf(bytes.subarray(16)) };
}
