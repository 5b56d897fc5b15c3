import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { cache } from "react";
import { z } from "zod";
import { prisma } from "@/lib/db";
import { env } from "@/lib/env";

/** Whoever is signed in, as every request knows them. */
export type SignedIn = {
  id: string;
  sessionId: string;
  email: string;
  name: string;
  verifiedAt: Date | null;
  timeZone: string;
  /** What seals their words, wrapped (lib/private-words.ts); null until they first write. */
  dataKey: string | null;
  /** Since when everything of theirs is sealed; null while words from before may still lie open. */
  sealedAt: Date | null;
  /** When they joined. */
  createdAt: Date;
  /** Until when moderators let their account rest, if ever. */
  suspendedUntil: Date | null;
};

/** A session ends at the latest after this many days, however often it is used. */
export const SESSION_DAYS = 90;

const secure = () => env().ONWARD_URL.startsWith("https:");
const cookieName = () => (secure() ? "__Host-onward.session" : "onward.session");
const formerName = () => (secure() ? "__Host-onward.former" : "onward.former");
const payload = z.object({ sid: z.uuid() });

/** Puts a session into the browser's cookie, sealed in next-auth's own format. */
export async function keepSession(sessionId: string): Promise<void> {
  const maxAge = SESSION_DAYS * 86_400;
  const token = await encode({ token: { sid: sessionId }, secret: env().ONWARD_SECRET, maxAge });
  (await cookies()).set(cookieName(), token, {
    httpOnly: true,
    sameSite: "lax",
    secure: secure(),
    path: "/",
    maxAge,
  });
}

/**
 * Takes the session out of the browser. What stays is a note of which one it was, for a page that is still
 * open somewhere: words sent from it later are its member's, and not the next one's on the same computer.
 * The note opens nothing, because its session has ended.
 */
export async function dropSession(): Promise<void> {
  const jar = await cookies();
  const token = jar.get(cookieName())?.value;
  jar.delete({ name: cookieName(), path: "/", secure: secure() });
  if (token) {
    jar.set(formerName(), token, {
      httpOnly: true,
      sameSite: "lax",
      secure: secure(),
      path: "/",
      maxAge: SESSION_DAYS * 86_400,
    });
  }
}

/** Whether this browser carries a session, alive or not: enough to choose a link, and no more. */
export async function mayBeSignedIn(): Promise<boolean> {
  return (await cookies()).has(cookieName());
}

/** The session's id in the browser's cookie, alive or not; null when there is none or it was tampered with. */
export async function sessionInCookie(): Promise<string | null> {
  return sessionIn((await cookies()).get(cookieName())?.value);
}

/** The session that this browser carries or carried last, alive or not. */
export async function latestSession(): Promise<string | null> {
  return (await sessionInCookie()) ?? sessionIn((await cookies()).get(formerName())?.value);
}

async function sessionIn(token: string | undefined): Promise<string | null> {
  if (!token) return null;
  try {
    const content = await decode({ token, secret: env().ONWARD_SECRET });
    return payload.safeParse(content).data?.sid ?? null;
  } catch {
    // next-auth throws for a token that it did not seal, or that is too old.
    return null;
  }
}

/**
 * Who is signed in, looked up once a request: one statement, which finds only a session that is alive.
 * Revoking the row therefore signs out on the next request.
 */
export const findSignedIn = cache(async (): Promise<SignedIn | null> => {
  const sid = await sessionInCookie();
  if (!sid) return null;
  // In no transaction that says so, an instant has to be read in UTC by itself (lib/db.ts).
  const [row] = await prisma().$queryRaw<SignedIn[]>`
    select id, session_id as "sessionId", email, name, verified_at at time zone 'UTC' as "verifiedAt",
      time_zone as "timeZone", data_key as "dataKey", sealed_at at time zone 'UTC' as "sealedAt",
      created_at at time zone 'UTC' as "createdAt", suspended_until at time zone 'UTC' as "suspendedUntil"
    from app.find_session(${sid}::uuid)`;
  return row ?? null;
});
