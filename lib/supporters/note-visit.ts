import "server-only";
import { headers } from "next/headers";
import { prisma } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { isFlood } from "@/lib/limits";

/**
 * Notes that a link was opened: a line for its member, at most one in ten minutes for a browser. Which browser is known
 * by a sealed count that is gone after that, and stands in no line. Call it outside of transactions.
 */
export async function noteVisit({ linkId, hash }: { linkId: string; hash: Uint8Array }): Promise<void> {
  const browser = (await headers()).get("user-agent") ?? "";
  if (await isFlood("supporter visit", `${linkId} ${browser}`)) return;
  if (await isFlood("supporter visits", linkId)) return;
  await prisma().$queryRaw`select app.note_supporter_visit(${hash}, ${freshId()}::uuid)::text`;
}
