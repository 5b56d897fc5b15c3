import { env } from "@/lib/env";

/** Whether an `Origin` is Onward's own. */
export function isOwnOrigin(origin: string): boolean {
  return atHome(origin) === atHome(env().ONWARD_URL);
}

/**
 * Whether a form was sent from one of our own pages. Next refuses a foreign `Origin` but accepts a missing one and
 * believes `X-Forwarded-Host`, so Onward compares with its own address.
 */
export function isOwnForm(sent: Pick<Headers, "get">): boolean {
  const origin = sent.get("origin");
  return origin ? isOwnOrigin(origin) : sent.get("sec-fetch-site") === "same-origin";
}

/** Whether a file is asked for from one of our own pages, or by its address: other sites cannot lead to it. */
export const isAskedForHere = (asked: Pick<Headers, "get">): boolean =>
  ["same-origin", "none"].includes(asked.get("sec-fetch-site") ?? "none");

// At home, "localhost" and "127.0.0.1" are the same place.
const atHome = (url: string) => url.replace(/^http:\/\/(127\.0\.0\.1|\[::1\])(?=:|$)/, "http://localhost");
