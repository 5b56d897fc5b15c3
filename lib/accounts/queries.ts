import "server-only";
import { type VerifyState, verifyState } from "@/lib/accounts/rules";
import { linkToken } from "@/lib/accounts/schema";
import type { MailedLinkPurpose } from "@/lib/generated/enums";
import { hashOf } from "@/lib/vault";
import type { Viewer, Visitor } from "@/lib/viewer";

/** How the viewer likes pages to look. The rest of their settings every request knows. */
export async function findLook(viewer: Viewer) {
  return viewer.db.user.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { theme: true, textSize: true, font: true },
  });
}

/** Whether the viewer has a password at all: who joined through a provider may have none. */
export async function hasPassword(viewer: Viewer): Promise<boolean> {
  const [answer] = await viewer.db.$queryRaw<{ has: boolean }[]>`select app.has_password() as has`;
  return answer?.has ?? false;
}

/** What the link in a visitor's hand would confirm. */
export async function findVerifyState(visitor: Visitor, token: string): Promise<VerifyState> {
  const link = await findMailedLink(visitor, token, "verify");
  return link ? verifyState({ ...link, now: visitor.now }) : "gone";
}

/** Whether that link is of the account which the visitor is signed in to. */
export async function isOwnLink(
  visitor: Visitor,
  token: string,
  purpose: MailedLinkPurpose,
): Promise<boolean> {
  const { viewer } = visitor;
  if (!viewer || !linkToken.safeParse(token).success) return false;
  const [answer] = await viewer.db.$queryRaw<{ own: boolean }[]>`
    select app.is_own_link(${hashOf(token)}, ${purpose}) as own`;
  return answer?.own ?? false;
}

/** What the link in a visitor's hand would make of a new address. */
export async function findNewAddressState(visitor: Visitor, token: string): Promise<VerifyState> {
  const link = await findMailedLink(visitor, token, "change_email");
  return link ? verifyState({ ...link, now: visitor.now }) : "gone";
}

/** Whether the link in a visitor's hand still sets a new password. */
export async function isResetOpen(visitor: Visitor, token: string): Promise<boolean> {
  const link = await findMailedLink(visitor, token, "reset");
  return link !== null && !link.usedAt && link.expiresAt > visitor.now;
}

type MailedLink = { usedAt: Date | null; expiresAt: Date; confirmed: boolean; taken: boolean };

async function findMailedLink(
  visitor: Visitor,
  token: string,
  purpose: MailedLinkPurpose,
): Promise<MailedLink | null> {
  if (!linkToken.safeParse(token).success) return null;
  // Who is not signed in reads in no transaction, so instants are read in UTC by themselves (lib/db.ts).
  const [link] = await visitor.db.$queryRaw<MailedLink[]>`
    select used_at at time zone 'UTC' as "usedAt", expires_at at time zone 'UTC' as "expiresAt", confirmed, taken
    from app.find_mailed_link(${hashOf(token)}, ${purpose})`;
  return link ?? null;
}
