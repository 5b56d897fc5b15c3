import { unsubscribe } from "@/lib/reminders/unsubscribe";
import { readBySecret } from "@/lib/viewer";

const always = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow" };

/**
 * Stops a kind of mail for whoever holds the secret in it, without a session: a mail program's one press (RFC 8058),
 * which wants an answer and not to be led elsewhere, or the button on the page.
 */
export async function POST(request: Request, { params }: RouteContext<"/api/unsubscribe/[code]">) {
  const { code } = await params;
  const known = await readBySecret((visitor) => unsubscribe(visitor, code));
  if (!known) return new Response("There is nothing at this address.", { status: 404, headers: always });
  if (!request.headers.get("accept")?.includes("text/html")) {
    return new Response("Stopped: no mail of this kind comes any more.", { headers: always });
  }
  return new Response(null, { status: 303, headers: { ...always, Location: `/unsubscribe/${code}` } });
}

/** Looking stops nothing: it leads to the page with the button. */
export async function GET(_request: Request, { params }: RouteContext<"/api/unsubscribe/[code]">) {
  const { code } = await params;
  const page = `/unsubscribe/${encodeURIComponent(code)}`;
  return new Response(null, { status: 307, headers: { ...always, Location: page } });
}
