import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { deriveSecret } from "@/lib/vault";

// OWASP's first recommendation for argon2id (the library's default kind): 19 MiB, two passes, one lane.
// About 60 ms here.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash that is kept of a password: argon2id in its own text format, salt included. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), cost);

/**
 * 12 bits that a password has at an address, and that nobody can work out without the installation's secret: what
 * they are for is in claims.ts.
 */
export const claimTagOf = (email: string, password: string): number =>
  deriveSecret("claim", JSON.stringify([email, password.normalize("NFC")])).readUInt16BE() >> 4;

/** What is kept of a password: its hash, and its tag for as long as the account only claims its address. */
export type Kept = { passwordHash: string; claimTag: number };

export const keptOf = async (email: string, password: string): Promise<Kept> => ({
  passwordHash: await hashPassword(password),
  claimTag: claimTagOf(email, password),
});

let nobodys: Promise<string> | undefined;

/**
 * Whether a password fits a kept hash. With null (there is no such account) it takes the same time and
 * says no, so that an answer's delay does not tell who has an account.
 */
export async function fitsPassword(password: string, kept: string | null): Promise<boolean> {
  nobodys ??= hashPassword("nobody has this password");
  const fits = await verify(kept ?? (await nobodys), password.normalize("NFC"));
  return fits && kept !== null;
}
