import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { LOOK_COOKIE, type Look, serialiseLook } from "@/lib/look";

/** Tells this browser how its member likes pages to look, so that a page knows without asking Postgres. */
export async function keepLook(look: Look): Promise<void> {
  (await cookies()).set(LOOK_COOKIE, serialiseLook(look), {
    httpOnly: true,
    sameSite: "lax",
    secure: env().ONWARD_URL.startsWith("https:"),
    path: "/",
    maxAge: 400 * 86_400,
  });
}
