import "server-only";
import { z } from "zod";
import { answers } from "@/lib/crisis/schema";
import { keepSealed, openSealed } from "@/lib/sealed-cookie";

/*
 * What is known about the card lies in a sealed cookie of its author's own browser, and nowhere else: whose it is,
 * whether one is open, and sketches of the texts it was shown for. Nothing of it is in the database or the log.
 */

const NAME = "aside";
const MINUTES = 7 * 24 * 60;
/** The oldest goes when there are more: a cookie has little room. */
const MOST_SHOWN = 5;

const aside = z.object({
  /** The member's id: on a shared computer nobody sees another's card. */
  of: z.string(),
  open: z.object({ answer: z.enum(answers).nullable() }).nullable(),
  country: z.string().nullable(),
  shown: z.array(z.object({ about: z.string(), words: z.number(), marks: z.string() })),
});
export type Aside = z.infer<typeof aside>;

/** What this browser knows about this member's card. */
export async function findAside(memberId: string): Promise<Aside> {
  const { data } = aside.safeParse(await openSealed(NAME));
  return data?.of === memberId ? data : { of: memberId, open: null, country: null, shown: [] };
}

/** Whether anybody's card is open here at all, which costs no look at who is signed in. */
export const isAnyOpen = async (): Promise<boolean> =>
  aside.safeParse(await openSealed(NAME)).data?.open != null;

export const keepAside = (about: Aside): Promise<void> =>
  keepSealed(NAME, { ...about, shown: about.shown.slice(-MOST_SHOWN) }, MINUTES);
