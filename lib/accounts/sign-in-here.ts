import "server-only";
import { randomUUID } from "node:crypto";
import { addDays } from "date-fns";
import type { Route } from "next";
import { headers } from "next/headers";
import type { Opened } from "@/lib/accounts/claims";
import { keepLook } from "@/lib/accounts/look-cookie";
import { deviceOf } from "@/lib/accounts/rules";
import { asMember, asSystem, type Db } from "@/lib/db";
import { draftForm } from "@/lib/drafts/schema";
import { keepDataKey } from "@/lib/keep-data-key";
import { keepDraft } from "@/lib/keep-draft";
import { markKnown } from "@/lib/known-browser";
import { noteBroken } from "@/lib/log";
import { fetchWords, keepParked, type ParkedWords } from "@/lib/parked-words";
import { privateWords } from "@/lib/private-words";
import { Refusal } from "@/lib/refusal";
import { noteEvent } from "@/lib/security-events/note-event";
import { findSignedIn, keepSession, SESSION_DAYS } from "@/lib/session";

type Noted = { noted?: boolean };
type Spend = (db: Db) => Promise<Noted | null>;

/**
 * Signs this browser in, with a session of its own each time, and ends the one it had. Words that it sent
 * while signed out wait in their form afterwards. An account that was to be deleted stays: its member is back.
 *
 * @param noted whether what led here has left a line in the history already.
 * @param spend uses up what this sign-in takes besides, in the transaction in which the session begins: undone
 * with it, it can be tried again. Where it answers null, nothing begins and nobody goes anywhere.
 * @returns where the browser goes now: to `next`, unless there is something that its member must know first.
 * @throws Refusal when the password that opened the account was replaced meanwhile: a new password ends every
 * session, and none that rests on the old one may begin after that.
 */
export function signInHere(account: Opened, next: Route, how?: Noted): Promise<Route>;
export function signInHere(account: Opened, next: Route, how: { spend: Spend }): Promise<Route | null>;
export async function signInHere(
  { id: userId, passwordHash }: Opened,
  next: Route,
  { noted = false, spend = async () => ({ noted }) }: Noted & { spend?: Spend } = {},
) {
  const before = await findSignedIn();
  const device = deviceOf((await headers()).get("user-agent"));
  const now = new Date();
  // The id opens the session, so it is all chance: a UUIDv7 would spend half of it on the time.
  const id = randomUUID();
  const begun = await asSystem(async (db) => {
    // Held, so that a new password, or a deletion, waits for this session and then ends it.
    const [held] = await db.$queryRaw<{ leavesAt: Date | null }[]>`
      select case when closed_at is null then leaves_at end as "leavesAt" from users
      where id = ${userId}::uuid and password_hash is not distinct from ${passwordHash} for no key update`;
    if (!held) {
      throw new Refusal("This password was replaced just now. Please sign in with the new one.");
    }
    const spent = await spend(db);
    if (!spent) return null;
    if (before) await db.session.updateMany({ where: { id: before.sessionId }, data: { revokedAt: now } });
    await db.session.createMany({ data: { id, userId, device, expiresAt: addDays(now, SESSION_DAYS) } });
    if (!spent.noted) await noteEvent(db, userId, "signed in");
    // Where moderators closed it, signing in lets them read why, and takes back only a wish of their own to leave.
    await db.user.updateMany({
      where: { id: userId, ownLeavesAt: { not: null } },
      data: { ownLeavesAt: null },
    });
    if (held.leavesAt) {
      await db.user.updateMany({ where: { id: userId }, data: { leavesAt: null } });
      await noteEvent(db, userId, "deletion cancelled");
    }
    const look = await db.user.findUniqueOrThrow({
      where: { id: userId },
      select: { email: true, verifiedAt: true, theme: true, textSize: true, font: true },
    });
    return { ...look, wasLeaving: held.leavesAt !== null };
  });
  if (!begun) return null;
  const { email, verifiedAt, wasLeaving, ...look } = begun;
  await keepSession(id);
  await keepLook(look);
  // An address that is only claimed may be somebody else's.
  await markKnown({ id: userId, email: verifiedAt && email });
  await bringWords(userId);
  return wasLeaving ? "/today?stays=1" : next;
}

async function bringWords(userId: string): Promise<void> {
  const words = await fetchWords();
  const key = draftForm.shape.draftKey.safeParse(words?.draftKey);
  if (!words || !key.success) return;
  if (!(await areOf(userId, words))) {
    // Somebody else has signed in on the same computer: the words wait for the one who wrote them.
    await keepParked(words);
    return;
  }
  const { draftKey: _, ...values } = words.values;
  await asMember(userId, async (db) => {
    const member = { id: userId, dataKey: await keepDataKey(db, userId), sealedAt: null };
    await keepDraft(
      { id: userId, db, words: privateWords(member) },
      { key: key.data, values, isOnlyCopy: true },
    );
  }).catch(async (error) => {
    // Whoever has signed in is in; their words wait for the next time.
    noteBroken(error, "words of a browser that was signed out could not be kept");
    await keepParked(words);
  });
}

/** Whether parked words are this member's. A browser that had forgotten its session cannot say whose they are. */
async function areOf(userId: string, { sessionId }: ParkedWords): Promise<boolean> {
  if (!sessionId) return true;
  const writers = await asSystem((db) => db.session.count({ where: { id: sessionId, userId } }));
  return writers > 0;
}
