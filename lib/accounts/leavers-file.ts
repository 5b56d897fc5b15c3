import "server-only";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { asSystem } from "@/lib/db";
import { env } from "@/lib/env";
import { hashOf } from "@/lib/vault";

/**
 * Writes down, in a file beside the database, who was erased and who is about to be: hashes of ids, and nothing
 * else. A backup from before knows none of it, so a restore asks for this (scripts/leavers.ts).
 */
export async function keepLeaversFile(): Promise<void> {
  const lines = await asSystem(async (db) => {
    const [moment] = await db.$queryRaw<{ now: Date }[]>`select now()`;
    // In this order: whoever is erased in between is in both.
    const leaving = await db.user.findMany({
      where: { leavesAt: { not: null } },
      select: { id: true, leavesAt: true },
    });
    const erased = await db.erasedMember.findMany({ select: { idHash: true } });
    return [
      `as of ${moment?.now.toISOString()}`,
      ...leaving.map(({ id, leavesAt }) => `${inHex(hashOf(id))} leaves ${leavesAt?.toISOString()}`),
      ...erased.map(({ idHash }) => `${inHex(idHash)} erased`),
    ];
  });
  const file = env().ONWARD_LEAVERS_FILE;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  // Renamed into place when complete, so that there is always a whole one.
  await writeFile(`${file}.new`, `${lines.join("\n")}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}

const inHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
