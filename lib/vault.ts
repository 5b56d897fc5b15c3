import "server-only";
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** SHA-256 of a secret: what the database keeps of it. 32 bytes. */
export const hashOf = (secret: Uint8Array | string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(secret).digest());

/** Fresh random bits for a link, 128 unless told, in base64url (22 characters). */
export const freshSecret = (bytes = 16): string => randomBytes(bytes).toString("base64url");

/** A key for one purpose, derived from the installation's secret. 32 bytes. */
export const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", env().ONWARD_SECRET, "onward", purpose, 32));

/** 128 bits that only this installation can derive from `message`, so that they need not be stored. */
export const deriveSecret = (purpose: string, message: string): Buffer =>
  createHmac("sha256", keyFor(purpose)).update(message).digest().subarray(0, 16);

/** Seals text with a 32-byte key: AES-256-GCM, as nonce (12 bytes), tag (16), ciphertext. */
export function seal(key: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed]));
}

/** Opens what `seal` made with the same key. @throws when the key is another or a byte was changed. */
export function unseal(key: Uint8Array, sealed: Uint8Array): string {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
}
