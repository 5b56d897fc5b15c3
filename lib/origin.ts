import { env } from "@/lib/env";

/** Whether an `Origin` is Onward's own. */
export function isOwnOrigin(origin: string): boolean {
  return atHome(origin) === atHome(env().ONWARD_URL);
}

// At home, "localhost" and "127.0.0.1" are the same place.
const atHome = (url: string) => url.replace(/^http:\/\/(127\.0\.0\.1|\[::1\])(?=:|$)/, "http://localhost");
