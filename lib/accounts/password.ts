import "server-only";
import { hash, verify } from "@node-rs/argon2";

// OWASP's first recommendation for argon2id (the library's default kind): 19 MiB, two passes, one lane.
// About 60 ms here.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash that is kept of a password: argon2id in its own text format, salt included. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), cost);

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
