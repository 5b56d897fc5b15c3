import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { everythingOf } from "@/lib/exports/write-file";
import { isFlood } from "@/lib/limits";
import { isAskedForHere } from "@/lib/origin";
import { findSignedIn } from "@/lib/session";

/**
 * Everything of the one who asks, as a file: also while their account rests or is closed. Other sites cannot lead here.
 */
export async function GET(request: NextRequest) {
  const member = isAskedForHere(request.headers) ? await findSignedIn() : null;
  if (!member) redirect("/sign-in?next=%2Fsettings%2Fexport");
  if (await isFlood("take along", member.id)) redirect("/settings/export?later=1");
  const pieces = everythingOf(member);
  // Whatever is wrong shows now, while there can still be an error page.
  const first = await pieces.next();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(file) {
      if (!first.done) file.enqueue(encoder.encode(first.value));
    },
    async pull(file) {
      const next = await pieces.next();
      if (next.done) file.close();
      else file.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  const day = new Date().toISOString().slice(0, 10);
  return new Response(body, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="onward-${day}.json"`,
      "Cache-Control": "private, no-store",
      "X-Robots-Tag": "noindex, nofollow",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
