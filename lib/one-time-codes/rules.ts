import { Secret, TOTP } from "otpauth";

/*
 * A member may ask for a second proof when they sign in: the six digits that an app of theirs shows, new every
 * 30 seconds (TOTP, RFC 6238). Clocks differ, so the code before and the one after count too. No code counts
 * twice, and none that is older than the last one taken.
 *
 * For who has lost the app there are ten recovery codes on paper. Each counts once, and new ones replace the
 * old ones.
 *
 * A passkey asks for the member's face, finger or PIN by itself, so signing in with one asks for no code.
 *
 * Whoever guesses codes knows the password already, and gets as few tries as lib/limits.ts says: at twenty an
 * hour, an even chance takes more than a year. The member has tries of their own in a browser that knows them,
 * and none are needed for a passkey; a new password puts the guesser back before the first door.
 */

const SECONDS = 30;
const DIGITS = 6;

const totp = (secret: string, label?: string) =>
  new TOTP({
    issuer: "Onward",
    ...(label && { label }),
    secret: Secret.fromBase32(secret),
    digits: DIGITS,
    period: SECONDS,
  });

/** 160 random bits in base32, as apps want them. */
export const freshAppSecret = (): string => new Secret({ size: 20 }).base32;

/** What the picture says to an app: the secret, and whose it is. */
export const linkForApp = (secret: string, email: string): string => totp(secret, email).toString();

/** The secret in groups of four, to be typed by hand. */
export const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(" ") ?? secret;

/** The 30-second step whose code this is, if it is the one of now, the one before or the one after. */
export function stepOf(secret: string, code: string, now: Date): bigint | null {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : BigInt(Math.floor(now.getTime() / 1000 / SECONDS) + delta);
}

export const RECOVERY_CODES = 10;

// Without the letters that are read as another: i and l as 1, o as 0, u as v.
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const RECOVERY_LENGTH = 16;

/** Sixteen of 32 letters are 80 bits: nobody finds one by trying. @param bytes sixteen random ones. */
export const recoveryCodeOf = (bytes: Uint8Array): string =>
  [...bytes.subarray(0, RECOVERY_LENGTH)].map((byte) => LETTERS[byte % 32]).join("");

/** As it stands on paper: "3k9d-0xq7-…". */
export const onPaper = (recoveryCode: string): string =>
  recoveryCode.match(/.{4}/g)?.join("-") ?? recoveryCode;

/** What somebody typed into the field for a code, with or without spaces and dashes; null for neither kind. */
export function readCode(typed: string): { app: string } | { recovery: string } | null {
  const bare = typed
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s\p{Pd}]/gu, "");
  if (/^\d{6}$/.test(bare)) return { app: bare };
  const letters = bare.replaceAll("o", "0").replaceAll(/[il]/g, "1").replaceAll("u", "v");
  if (letters.length === RECOVERY_LENGTH && [...letters].every((letter) => LETTERS.includes(letter))) {
    return { recovery: letters };
  }
  return null;
}
