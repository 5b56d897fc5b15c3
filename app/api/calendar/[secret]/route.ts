import { writeCalendar } from "@/lib/calendar/ics";
import { findEntries } from "@/lib/calendar/queries";
import { readBySecret } from "@/lib/viewer";

/**
 * A member's calendar, for a program that knows its secret address and nothing else. It is asked for without a
 * session; a wrong address and one that is gone look the same.
 */
export async function GET(_request: Request, { params }: RouteContext<"/api/calendar/[secret]">) {
  const { secret } = await params;
  const { entries, now } = await readBySecret(async (visitor) => ({
    entries: await findEntries(visitor, secret),
    now: visitor.now,
  }));
  const always = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow" };
  if (!entries) return new Response("There is nothing at this address.", { status: 404, headers: always });
  return new Response(writeCalendar("Onward", entries, now), {
    headers: {
      ...always,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="onward.ics"',
    },
  });
}
