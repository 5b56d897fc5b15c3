import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { inTime } from "@/lib/database-trouble";
import { type Day, dayIn } from "@/lib/dates";
import { asMember, asReader, type Db, prisma } from "@/lib/db";
import { keepDataKey } from "@/lib/keep-data-key";
import { type PrivateWords, privateWords } from "@/lib/private-words";
import { findSignedIn, type SignedIn } from "@/lib/session";

/** Whoever is looking, and the one transaction through which they look. First argument of every query. */
export type Viewer = SignedIn & {
  db: Db;
  /** The moment of this request. */
  now: Date;
  /** The day it is where the viewer lives. */
  today: Day;
  /** Opens and seals what only the viewer may read. */
  words: PrivateWords;
};

/**
 * Someone with a link in hand, signed in (then `viewer` looks) or not. Beyond what a viewer sees, only what
 * the database hands out for a secret.
 */
export type Visitor = { viewer: Viewer | null; db: Pick<Db, "$queryRaw">; now: Date };

export const lookAs = (member: SignedIn, db: Db): Viewer => {
  const now = new Date();
  return { ...member, db, now, today: dayIn(member.timeZone, now), words: privateWords(member) };
};

/** The same for who is about to write: with a key to seal it with, made where there is none yet. */
export async function lookToWrite(member: SignedIn, db: Db): Promise<Viewer> {
  if (member.dataKey) return lookAs(member, db);
  return lookAs({ ...member, dataKey: await keepDataKey(db, member.id) }, db);
}

/** Where the browser is: path and query of the page, as proxy.ts noted it. */
export async function pathOfPage(): Promise<string> {
  return (await headers()).get("x-onward-path") ?? "/today";
}

/** Whether moderators let somebody's account rest at this moment. */
export const isSuspended = ({ suspendedUntil }: Pick<SignedIn, "suspendedUntil">): boolean =>
  suspendedUntil !== null && suspendedUntil > new Date();

/**
 * A page's one read: every row it needs, in one transaction that row-level security watches. Whoever
 * is not signed in goes to sign in and comes back. Whose account rests sees only pages that say `whileSuspended`. Only
 * a page that says so notes in the same transaction that it was looked at; no other may write.
 */
export function read<T>(
  work: (viewer: Viewer) => Promise<T>,
  { whileSuspended = false, notesLook = false }: { whileSuspended?: boolean; notesLook?: boolean } = {},
): Promise<T> {
  return inTime(async () => {
    const member = await findSignedIn();
    if (!member) redirect(`/sign-in?next=${encodeURIComponent(await pathOfPage())}`);
    if (!whileSuspended && isSuspended(member)) redirect("/suspended");
    const asOne = notesLook ? asMember : asReader;
    return asOne(member.id, (db) => work(lookAs(member, db)));
  });
}

/** The one read of a page that is open to anyone, or to anyone who holds a link. */
export function readAsVisitor<T>(work: (visitor: Visitor) => Promise<T>): Promise<T> {
  return inTime(async () => {
    const member = await findSignedIn();
    if (!member) return work({ viewer: null, db: prisma(), now: new Date() });
    return asReader(member.id, (db) => {
      const viewer = lookAs(member, db);
      return work({ viewer, db, now: viewer.now });
    });
  });
}

/** The one read of what is asked for by a secret alone, by a program that has no session. */
export function readBySecret<T>(work: (visitor: Visitor) => Promise<T>): Promise<T> {
  return inTime(() => work({ viewer: null, db: prisma(), now: new Date() }));
}
