import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { prisma } from "@/lib/db";
import { env } from "@/lib/env";
import { freshId } from "@/lib/ids";
import { isTooLong } from "@/lib/keep-draft";
import { isFlood } from "@/lib/limits";
import { latestSession } from "@/lib/session";
import { freshSecret, seal, unseal } from "@/lib/vault";

/*
 * A member whose session ended while they were writing sends words that nobody is allowed to save. They
 * are parked: sealed with a key that goes into the browser's cookie and nowhere else, kept for an hour,
 * and turned into a draft as soon as their member has signed in from that browser. It works without
 * JavaScript, and leaves no words on a shared computer.
 */

const secure = () => env().ONWARD_URL.startsWith("https:");
const cookieName = () => (secure() ? "__Host-onward.parked" : "onward.parked");

const parked = z.object({
  draftKey: z.string(),
  values: z.record(z.string(), z.array(z.string())),
  /** The session that had ended, where the browser still knew which: whose words these are. */
  sessionId: z.uuid().nullable(),
});
export type ParkedWords = z.infer<typeof parked>;

/**
 * @returns whether they are kept. No network may fill the place that is there for all, and what is too long
 * for a draft would be lost when it is fetched.
 */
export async function parkWords(words: Omit<ParkedWords, "sessionId">): Promise<boolean> {
  if (isTooLong(words.values) || (await isFlood("park words"))) return false;
  return keepParked({ ...words, sessionId: await latestSession() });
}

/** Puts words back that were fetched for somebody else. */
export async function keepParked(words: ParkedWords): Promise<boolean> {
  const ticket = freshId();
  const key = freshSecret(32);
  const sealed = seal(Buffer.from(key, "base64url"), JSON.stringify(words));
  const [answer] = await prisma().$queryRaw<
    { kept: boolean }[]
  >`select app.park_words(${ticket}::uuid, ${sealed}) as kept`;
  if (!answer?.kept) return false;
  (await cookies()).set(cookieName(), `${ticket}.${key}`, {
    httpOnly: true,
    sameSite: "lax",
    secure: secure(),
    path: "/",
    maxAge: 3600,
  });
  return true;
}

/** Hands the parked words of this browser out, once. Null when there are none. */
export async function fetchWords(): Promise<ParkedWords | null> {
  const jar = await cookies();
  const [ticket, key] = jar.get(cookieName())?.value.split(".") ?? [];
  if (!ticket || !key || !z.uuid().safeParse(ticket).success) return null;
  jar.delete({ name: cookieName(), path: "/", secure: secure() });
  const [answer] = await prisma().$queryRaw<
    { sealed: Uint8Array | null }[]
  >`select app.fetch_words(${ticket}::uuid) as sealed`;
  if (!answer?.sealed) return null;
  try {
    return parked.parse(JSON.parse(unseal(Buffer.from(key, "base64url"), answer.sealed)));
  } catch {
    // The cookie was changed on its way: then these are not this browser's words.
    return null;
  }
}
