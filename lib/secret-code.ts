/**
 * The bytes that the last part of an address spells in base64url; null where it does not spell just so many. One secret
 * has one spelling: the bits that the last character has to spare are nought.
 */
export function bytesOfCode(code: string, length: number): Buffer | null {
  if (!/^[\w-]+$/.test(code)) return null;
  const bytes = Buffer.from(code, "base64url");
  return bytes.length === length && bytes.toString("base64url") === code ? bytes : null;
}
