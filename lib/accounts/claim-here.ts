import "server-only";
import { type Holder, holderFields } from "@/lib/accounts/mailed-links";
import { asSystem } from "@/lib/db";
import { accountsKnown } from "@/lib/known-browser";
import { findSignedIn } from "@/lib/session";

/*
 * A mailed link proves whose a mailbox is, whoever had it sent. So while nobody has confirmed an address, a link
 * serves the claim of the one who holds it, where their browser tells which one that is. Strangers who claim an
 * address can use up how many mails it gets; each of those mails is as good to its owner as one of their own.
 */

/** The account that a link confirms: the one that is signed in here, where it claims the same address. */
export async function confirmedHere(holder: Holder): Promise<Pick<Holder, "id" | "email" | "passwordHash">> {
  const here = await findSignedIn();
  if (!here || here.verifiedAt || holder.verifiedAt || here.email !== holder.email) return holder;
  return { id: here.id, email: here.email, passwordHash: null };
}

/**
 * The account whose password a link sets: one that was signed in to in this browser, where it claims the same address.
 */
export async function resetHere(holder: Holder): Promise<Holder> {
  const known = await accountsKnown();
  if (holder.verifiedAt || known.includes(holder.id)) return holder;
  const claim = await asSystem((db) =>
    db.user.findFirst({
      where: { id: { in: known }, email: holder.email, verifiedAt: null },
      select: holderFields,
      orderBy: { createdAt: "desc" },
    }),
  );
  return claim ?? holder;
}
