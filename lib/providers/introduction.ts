import "server-only";
import { z } from "zod";
import { pathHere } from "@/lib/accounts/rules";
import { dropSealed, keepSealed, openSealed } from "@/lib/sealed-cookie";

/*
 * What a provider said of somebody waits in their own browser, sealed, until they press: nobody joins and
 * nothing is linked by coming back alone.
 */

const introduction = z.object({
  provider: z.string(),
  subject: z.string(),
  email: z.string(),
  /** Whether somebody here had confirmed the address. */
  taken: z.boolean(),
  next: z.unknown().transform(pathHere),
});
export type Introduction = z.infer<typeof introduction>;

export const keepIntroduction = (said: Introduction): Promise<void> => keepSealed("introduced", said, 10);

/** Null when there is none, or it is older than ten minutes. */
export async function findIntroduction(): Promise<Introduction | null> {
  return introduction.safeParse(await openSealed("introduced")).data ?? null;
}

export const dropIntroduction = (): Promise<void> => dropSealed("introduced");
