import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { isFlood } from "@/lib/limits";
import { exportFile } from "@/lib/numbers/export-file";
import { fileIn } from "@/lib/numbers/exported";
import { isAskedForHere } from "@/lib/origin";
import { read } from "@/lib/viewer";

const types = { csv: "text/csv; charset=utf-8; header=present", json: "application/json; charset=utf-8" };

/**
 * What a member did, as a file to take along: "goals.csv", "entries.json". It is theirs while their account rests, too.
 * Nothing keeps a copy of it on the way, and other sites cannot lead here.
 */
export async function GET(request: NextRequest, { params }: RouteContext<"/api/numbers/[file]">) {
  const { file } = await params;
  if (!isAskedForHere(request.headers)) redirect("/numbers");
  const { member, today } = await read(
    async ({ db: _, words: __, now: ___, today, ...member }) => ({ member, today }),
    { whileSuspended: true },
  );
  const asked = fileIn(file);
  const always = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow" };
  if (!asked) return new Response("There is nothing at this address.", { status: 404, headers: always });
  if (await isFlood("take numbers", member.id)) redirect("/numbers?later=1");
  return new Response(exportFile(member, asked.what, asked.as), {
    headers: {
      ...always,
      "Content-Type": types[asked.as],
      "Content-Disposition": `attachment; filename="onward-${asked.what}-${today}.${asked.as}"`,
      "X-Content-Type-Options": "nosniff",
    },
  });
}
