import "server-only";
import { findConfirmed, isTaken, listNewestClaims } from "@/lib/accounts/claims";
import { type Made, makeLink } from "@/lib/accounts/mailed-links";
import { asSystem, type Db } from "@/lib/db";
import { env } from "@/lib/env";
import type { MailedLinkPurpose } from "@/lib/generated/enums";
import { countTry } from "@/lib/limits";
import { log } from "@/lib/log";
import { type Mail, queueMail } from "@/lib/mail";
import { enqueue } from "@/lib/queue";

/*
 * Anybody can have a mail sent to any address by typing it into a form. So none of these carries anything
 * that was typed: no name, no words.
 */

/**
 * Counts a mail with a link against its address before there is a link, and outside of transactions (lib/limits.ts).
 * One that is too many is not mailed, and the links that have arrived go on working.
 */
export async function countMail(purpose: MailedLinkPurpose, to: string) {
  const counted = await countTry("mail", `${purpose} ${to}`);
  if (counted.isFlood) log.warn({ purpose }, "a mail is held back: its address has had many within the hour");
  return counted;
}

export type Counted = Awaited<ReturnType<typeof countMail>>;

/** Mails something that was counted so. What is held back looks the same to whoever caused it. */
export async function mailCounted(db: Db, { isFlood }: Counted, mail: Mail): Promise<void> {
  if (!isFlood) await queueMail(db, { ...mail, counted: true });
}

/** Mails the link that confirms an account's address. */
export async function mailConfirmation(
  db: Db,
  account: { id: string; email: string },
  counted: Counted,
): Promise<Made> {
  const made = await makeLink(db, account.id, "verify");
  if (!("token" in made)) return made;
  const taken = await isTaken(db, account);
  await mailCounted(
    db,
    counted,
    taken ? alreadyHere(account.email) : pleaseConfirm(account.email, made.token),
  );
  return made;
}

/** For how many claims on an address that nobody confirmed one mail has links. */
const MOST_CLAIMS = 4;

/** Has the worker look whether this address has an account, and mail what sets a new password there. */
export const askForReset = (email: string): Promise<void> => asSystem((db) => enqueue(db, "reset", email));

/** Mails what sets a new password, if the address has an account; nothing otherwise. */
export async function mailReset(email: string): Promise<void> {
  const counted = await countMail("reset", email);
  if (counted.isFlood) return;
  const tokens = await asSystem(async (db) => {
    const confirmed = await findConfirmed(db, email);
    const accounts = confirmed ? [confirmed] : await listNewestClaims(db, email, MOST_CLAIMS);
    const links = [];
    for (const { id } of accounts) links.push(await makeLink(db, id, "reset"));
    const tokens = links.flatMap((link) => ("token" in link ? [link.token] : []));
    if (tokens.length > 0) await mailCounted(db, counted, newPassword(email, tokens));
    return tokens;
  });
  if (tokens.length === 0) await counted.giveBack();
}

const pageOf = (path: string) => `${env().ONWARD_URL}${path}`;

const pleaseConfirm = (to: string, token: string): Mail => ({
  to,
  subject: "Please confirm your e-mail address",
  text: `Hello,

this address was used to join Onward. Please confirm that it is yours:

${pageOf(`/verify/${token}`)}

The link works once, and for 24 hours. In another browser than the one in which you joined it asks for
the password that you joined with. After that you can invite people and post in your circles;
everything else works already.

If it was not you, there is nothing to do. Without you nobody can use your address there.
`,
});

const alreadyHere = (to: string): Mail => ({
  to,
  subject: "You already have an account",
  text: `Hello,

somebody, most likely you, joined Onward with this address. It belongs to an account that you have
there already, so a new one was opened beside it, and it cannot be confirmed with this address.

To go on in your older account, sign in with its password:

${pageOf("/sign-in")}

If you do not know it any more, set a new one:

${pageOf("/forgot-password")}

If it was not you, there is nothing to do. Nobody has seen or changed anything of yours.
`,
});

const newPassword = (to: string, tokens: string[]): Mail => ({
  to,
  subject: "A new password",
  text: `Hello,

somebody, most likely you, asked to set a new password on Onward. Here you can choose one:

${tokens.map((token) => pageOf(`/reset-password/${token}`)).join("\n\n")}

${
  tokens.length > 1
    ? "This address was used to join more than once and never confirmed. Each link is for one of these\naccounts, the newest first. In a browser in which you were signed in, any of them is for the account\nthat you had there.\n\n"
    : ""
}It works once, and for one hour. You will be signed out everywhere else.

If it was not you, there is nothing to do. Your password stays as it is.
`,
});
