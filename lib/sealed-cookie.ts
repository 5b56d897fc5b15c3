import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { keyFor, seal, unseal } from "@/lib/vault";

/*
 * A cookie that only this installation can write and read: for what one browser, and no other, is in the
 * middle of.
 */

const secure = () => env().ONWARD_URL.startsWith("https:");
const full = (name: string) => (secure() ? `__Host-onward.${name}` : `onward.${name}`);
// A key of its own each, so that one cookie is never taken for another.
const keyOf = (name: string) => keyFor(`cookie ${name}`);

/** @param content anything that JSON can say; all cookies together have a few kB. */
export async function keepSealed(name: string, content: unknown, minutes: number): Promise<void> {
  const until = Date.now() + minutes * 60_000;
  const sealed = seal(keyOf(name), JSON.stringify({ until, content }));
  (await cookies()).set(full(name), Buffer.from(sealed).toString("base64url"), {
    httpOnly: true,
    sameSite: "lax",
    secure: secure(),
    path: "/",
    maxAge: minutes * 60,
  });
}

/** What the cookie holds; null when there is none, it is too old, or somebody else wrote it. */
export async function openSealed(name: string): Promise<unknown> {
  const value = (await cookies()).get(full(name))?.value;
  if (!value) return null;
  try {
    const { until, content } = JSON.parse(unseal(keyOf(name), Buffer.from(value, "base64url")));
    return until > Date.now() ? content : null;
  } catch {
    return null;
  }
}

export async function dropSealed(name: string): Promise<void> {
  (await cookies()).delete({ name: full(name), path: "/", secure: secure() });
}
