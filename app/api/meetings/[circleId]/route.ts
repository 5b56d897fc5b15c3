import type { NextRequest } from "next/server";
import { findMeetingTag } from "@/lib/meetings/queries";
import { readAsVisitor } from "@/lib/viewer";

/**
 * Whether there is something new to see of the meeting that is open in a circle: its tag, in a few bytes, or nothing at
 * all where it is the one that the browser knows. Each screen asks about each second while they meet. 404 for whoever does
 * not sit there.
 */
export async function GET(request: NextRequest, { params }: RouteContext<"/api/meetings/[circleId]">) {
  const { circleId } = await params;
  const tag = await readAsVisitor(({ viewer }) =>
    viewer ? findMeetingTag(viewer, circleId) : Promise.resolve(null),
  );
  if (tag === null) return new Response(null, { status: 404 });
  const headers = { ETag: `"${tag}"`, "Cache-Control": "private, no-store" };
  if (request.headers.get("if-none-match") === headers.ETag)
    return new Response(null, { status: 304, headers });
  return new Response(tag, { headers });
}
