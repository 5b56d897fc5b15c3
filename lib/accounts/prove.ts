import "server-only";
import { fitsPassword } from "@/lib/accounts/password";
import { isFresh } from "@/lib/accounts/rules";
import { asSystem } from "@/lib/db";
import { refuseFlood } from "@/lib/limits";
import { Refusal } from "@/lib/refusal";
import { findSignedIn, type SignedIn } from "@/lib/session";

/**
 * Goes on when whoever follows the link that proves an address is also the member who gave that address: they are
 * signed in to the account, or know its password. Anybody can give anybody's address, and its owner must not hand
 * it over by a press (docs/decisions/0004). The form's field is called `password`.
 *
 * @throws Refusal with what to do.
 */
export async function requireWhoAsked(
  account: { id: string; passwordHash: string | null },
  password: string,
): Promise<void> {
  if ((await findSignedIn())?.id === account.id) return;
  if (account.passwordHash === null) {
    throw new Refusal("Please sign in in this browser first, and then follow the link once more.");
  }
  const giveBack = await refuseFlood("password", account.id);
  if (!(await fitsPassword(password, account.passwordHash))) {
    throw new Refusal(
      password
        ? "This is not the password of the account that this link is for. Nothing was changed; please try once more. If you joined more than once, the newest mail is for the newest password."
        : "Please enter the password of the account that this link is for.",
      "password",
    );
  }
  await giveBack();
}

/**
 * Goes on when whoever sits at an open screen is its member: their password fits, or, for an account that has
 * none, they signed in just now. The form's field is called `currentPassword`.
 *
 * @param orAlready a new password, for the second press of the form that has just set it.
 * @returns the hash that the password had when that was found out; null for an account without one.
 * @throws Refusal with what to do.
 */
export async function requireProof(
  member: SignedIn,
  currentPassword: string,
  { orAlready }: { orAlready?: string } = {},
): Promise<string | null> {
  const { passwordHash, signedInAt } = await asSystem(async (db) => {
    const account = await db.user.findUnique({ where: { id: member.id }, select: { passwordHash: true } });
    const session = await db.session.findUnique({
      where: { id: member.sessionId },
      select: { createdAt: true },
    });
    return { passwordHash: account?.passwordHash ?? null, signedInAt: session?.createdAt ?? new Date(0) };
  });
  if (passwordHash === null) {
    if (isFresh(signedInAt, new Date())) return null;
    throw new Refusal(
      "To be sure that it is you: please sign out, sign in again, and do this within ten minutes. Nothing was changed.",
    );
  }
  const giveBack = await refuseFlood("password", member.id);
  const fits =
    (await fitsPassword(currentPassword, passwordHash)) ||
    (orAlready !== undefined && (await fitsPassword(orAlready, passwordHash)));
  if (!fits) {
    throw new Refusal(
      currentPassword
        ? "This is not your password. Nothing was changed; please try once more."
        : "Please enter your password, so that it is surely you.",
      "currentPassword",
    );
  }
  await giveBack();
  return passwordHash;
}
