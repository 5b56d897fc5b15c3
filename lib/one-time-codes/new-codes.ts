import "server-only";
import { z } from "zod";
import { freshAppSecret } from "@/lib/one-time-codes/rules";
import { dropSealed, keepSealed, openSealed } from "@/lib/sealed-cookie";

/*
 * What a member is shown once while they set codes up: the secret for their app, then the recovery codes for
 * their paper. Both wait in their own browser, sealed, for as long as that takes and no longer; Postgres holds
 * neither in a form that could be shown again.
 */

const MINUTES = 15;
const SECRET = "new-codes";
const PAPER = "recovery-codes";

const newSecret = z.object({ userId: z.uuid(), secret: z.string() });
const paper = z.object({ userId: z.uuid(), codes: z.array(z.string()) });

/** The secret that this member's browser is setting up. */
export async function findNewSecret(userId: string): Promise<string | null> {
  const { data } = newSecret.safeParse(await openSealed(SECRET));
  return data?.userId === userId ? data.secret : null;
}

/** Beginning twice is beginning once: the picture that was scanned already stays right. */
export async function beginNewSecret(userId: string): Promise<void> {
  const secret = (await findNewSecret(userId)) ?? freshAppSecret();
  await keepSealed(SECRET, { userId, secret }, MINUTES);
}

export const dropNewSecret = (): Promise<void> => dropSealed(SECRET);

/** The recovery codes that this member has not put away yet. */
export async function findPaper(userId: string): Promise<string[] | null> {
  const { data } = paper.safeParse(await openSealed(PAPER));
  return data?.userId === userId ? data.codes : null;
}

export const keepPaper = (userId: string, codes: string[]): Promise<void> =>
  keepSealed(PAPER, { userId, codes }, MINUTES);

export const dropPaper = (): Promise<void> => dropSealed(PAPER);
