import { Refusal } from "@/lib/refusal";

/*
 * An alias that is the name in somebody's mail address leads anybody who knows the one to the other. They may want
 * just that, so it is said once, kindly, and taken when they send it again.
 */

/** A name as it is compared: letters alone, without accents and capitals, so that "J.Heron7" is "jheron". */
const bare = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}]/gu, "");

/** Whether an alias says what stands before the @ of an address, without what follows a "+". */
export function saysMailName(alias: string, email: string): boolean {
  const mailName = email.slice(0, email.lastIndexOf("@")).replace(/\+.*$/, "");
  const same = alias.trim().toLowerCase() === mailName.toLowerCase();
  return same || (bare(alias) !== "" && bare(alias) === bare(mailName));
}

/** What the field says, by which its form knows that the next press keeps the name. */
export const OWN_NAME =
  "This is the name in your mail address, so people who know the one could find the other. Choose another, or send this again to keep it.";

/** @throws Refusal the first time somebody is about to be called by the name in their address. */
export function requireNameMeant(
  { email }: { email: string },
  { alias, aliasKept }: { alias: string; aliasKept: boolean },
): void {
  if (!aliasKept && saysMailName(alias, email)) throw new Refusal(OWN_NAME, "alias");
}
