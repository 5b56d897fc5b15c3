// One by one: the worker runs this unbundled, and the whole of date-fns would cost it 100 MB.
import { addSeconds } from "date-fns/addSeconds";
import { differenceInSeconds } from "date-fns/differenceInSeconds";
import type { Route } from "next";
import type { MailedLinkPurpose } from "@/lib/generated/enums";

/*
 * Joining opens an account and signs in at once. Its address is confirmed by a mailed link, which works
 * once and for 24 hours; a forgotten password is set anew through a link that works once and for one hour.
 * Whatever is in a mailbox works within its time: a newer link ends none, and following one ends the others. The
 * next mail waits a minute, and six links at most wait for somebody at a time, so that nobody's mailbox is flooded.
 *
 * An address belongs to the one account that confirmed it. Until then, accounts only claim it.
 *
 * Somebody at an open screen is not yet its member: what would take the account away, or a way into it (a new
 * password or address, a passkey or provider added or taken out, deleting it), asks for the password again. Who has
 * none must have signed in within ten minutes.
 *
 * A password has 8 to 256 characters of any kind, and is not one that people try first.
 */

const LIFETIME: Record<MailedLinkPurpose, number> = {
  verify: 24 * 3600,
  reset: 3600,
  change_email: 24 * 3600,
};

/** When a link that is mailed now stops working. */
export const endOfLink = (purpose: MailedLinkPurpose, now: Date): Date => addSeconds(now, LIFETIME[purpose]);

const SECONDS_BETWEEN_MAILS = 60;

/** How long the next mail of a kind has to wait, in seconds; 0 when it may go now. */
export function secondsToWait(lastMail: Date | null, now: Date): number {
  if (!lastMail) return 0;
  return Math.max(0, SECONDS_BETWEEN_MAILS - Math.max(0, differenceInSeconds(now, lastMail)));
}

const MOST_LINKS = 6;

/** Whether an account that has so many links of a kind in its mailbox may be sent one more. */
export const hasRoomForLink = (live: number): boolean => live < MOST_LINKS;

/** Why no mail with a link leaves just now. */
export const sayWhyNone = (none: { wait: number } | { enough: true }): string =>
  "wait" in none
    ? `A mail has just left. If it does not arrive, you can send another in ${none.wait} seconds.`
    : "Six such mails were asked for lately, and the link in each of them works. Please look for one, among unwanted mail too.";

const MINUTES_FRESH = 10;

/** Whether somebody signed in so lately that it proves who sits there. */
export const isFresh = (signedInAt: Date, now: Date): boolean =>
  now.getTime() - signedInAt.getTime() < MINUTES_FRESH * 60_000;

/** What a mailed link that confirms an address leads to. */
export type VerifyState = "waiting" | "confirmed" | "taken" | "gone";

/**
 * A confirmed address stays confirmed, however often its link is followed. An address that another
 * account has confirmed cannot be had. Otherwise the link must be unused and young enough.
 */
export function verifyState(link: {
  confirmed: boolean;
  taken: boolean;
  usedAt: Date | null;
  expiresAt: Date;
  now: Date;
}): VerifyState {
  if (link.confirmed) return "confirmed";
  if (link.taken) return "taken";
  return link.usedAt || link.expiresAt <= link.now ? "gone" : "waiting";
}

/** Where to go after signing in: a page of this site. Anything else, another site above all, is Today. */
export function pathHere(asked: unknown): Route {
  const here = "http://onward.invalid";
  if (typeof asked !== "string" || asked.length > 2000 || !/^\/(?![/\\])/.test(asked)) return "/today";
  const url = URL.parse(asked, here);
  if (url?.origin !== here || url.pathname.startsWith("//") || /[\\\p{Cc}]/u.test(asked)) return "/today";
  return (url.pathname + url.search + url.hash) as Route;
}

/** What a link to joining or signing in carries, so that one goes on to where one was going. */
export const onwards = (next: string): `` | `?next=${string}` =>
  next === "/today" ? "" : `?next=${encodeURIComponent(next)}`;

/** A password's length as people count it, whatever way their keyboard composes an accent. */
export const lengthOfPassword = (password: string): number => [...password.normalize("NFC")].length;

const BROWSERS = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\b(?:OPR|Opera|OPT)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
] as const;

const SYSTEMS = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
] as const;

/** A browser in plain words, "Firefox on Linux", from what it calls itself. */
export function deviceOf(userAgent: string | null): string {
  const nameIn = (names: readonly (readonly [RegExp, string])[]) =>
    names.find(([sign]) => sign.test(userAgent ?? ""))?.[1];
  const [browser = "A browser", system] = [nameIn(BROWSERS), nameIn(SYSTEMS)];
  return system ? `${browser} on ${system}` : browser;
}
