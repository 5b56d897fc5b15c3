import type { NextRequest } from "next/server";
import { writeCalendar } from "@/lib/calendar/ics";
import { dayAsked } from "@/lib/check-ins/week";
import { mondayOf } from "@/lib/dates";
import { listWeekEntries } from "@/lib/planned-steps/queries";
import { read } from "@/lib/viewer";

/** The viewer's week around a day as a file for their calendar, in their own words: nobody else can ask for it. */
export async function GET(request: NextRequest): Promise<Response> {
  const { entries, monday, now } = await read(async (viewer) => {
    const day = dayAsked(request.nextUrl.searchParams.get("of")) ?? viewer.today;
    return { entries: await listWeekEntries(viewer, day), monday: mondayOf(day), now: viewer.now };
  });
  return new Response(writeCalendar("Onward", entries, now), {
    headers: {
      "Cache-Control": "private, no-store",
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="week-${monday}.ics"`,
    },
  });
}
