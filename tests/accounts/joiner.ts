import { join } from "@/lib/accounts/actions";
import { findVerifyState, isResetOpen } from "@/lib/accounts/queries";
import { asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { findSignedIn, type SignedIn } from "@/lib/session";
import { readAsVisitor } from "@/lib/viewer";
import { PASSWORD } from "../factories";
import type { Fields } from "../form";
import { browserOf, submit } from "../people";
import { type Request, requests } from "../request";

/* Somebody who joins, and the links that they are mailed. */

export const anAddress = () => `${freshId()}@example.org`;

export const joining = (fields: Fields = {}): Fields => ({
  id: freshId(),
  email: anAddress(),
  password: PASSWORD,
  name: "Juniper",
  adult: true,
  timeZone: "Europe/Berlin",
  ...fields,
});

export const whoIsIn = (browser: Request): Promise<SignedIn | null> =>
  requests.run(browser, () => findSignedIn());

/** Somebody who has just joined, in the browser in which they did. */
export async function aJoiner(fields: Fields = {}) {
  const browser = await browserOf(null);
  const form = joining(fields);
  const sent = await submit(null, join, form, { browser });
  const member = await whoIsIn(browser);
  if (!member) throw new Error(`Nobody is signed in after joining: ${JSON.stringify(sent)}`);
  return { browser, form, sent, member, email: String(form.email).trim().toLowerCase() };
}

export const accountsWith = (email: string) =>
  asSystem((db) => db.user.findMany({ where: { email }, orderBy: { createdAt: "asc" } }));

/** Lets a member's mailed links of the past have been sent this much earlier. */
export const letTimePass = (userId: string, minutes: number) =>
  asSystem(
    (db) => db.$executeRaw`
    update mailed_links set created_at = created_at - make_interval(mins => ${minutes}::int),
                            expires_at = expires_at - make_interval(mins => ${minutes}::int)
    where user_id = ${userId}::uuid`,
  );

export const tokensIn = (mail: string, page: "verify" | "reset-password") =>
  [...mail.matchAll(new RegExp(`/${page}/([\\w-]{22})`, "g"))].map(([, token]) => token ?? "");

/** How many links would still do something for a member. */
export const openLinksOf = ({ id: userId }: { id: string }) =>
  asSystem((db) => db.mailedLink.count({ where: { userId, usedAt: null, expiresAt: { gt: new Date() } } }));

export const nobody = await browserOf(null);

export const stateOf = (token: string) =>
  requests.run(nobody, () => readAsVisitor((visitor) => findVerifyState(visitor, token)));

export const opens = (token: string) =>
  requests.run(nobody, () => readAsVisitor((visitor) => isResetOpen(visitor, token)));

export const settings = (fields: Fields = {}): Fields => ({
  name: "Heron",
  timeZone: "Asia/Kolkata",
  theme: "dark",
  textSize: "larger",
  font: "reader",
  ...fields,
});
