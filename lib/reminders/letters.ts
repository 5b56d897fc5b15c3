import "server-only";
import { env } from "@/lib/env";
import type { ReminderKind } from "@/lib/generated/enums";
import type { Mail } from "@/lib/mail";
import { sayWeek, type Week } from "@/lib/reminders/rules";
import { unsubscribeAddresses } from "@/lib/reminders/secret";

/** What a mail says between its greeting and how to stop it: words, or a place in Onward. */
type Part = string | { to: `/${string}` };

type Stoppable = { to: string; code: string };

const QUIET_SUBJECT = "A quiet note from Onward";

export const subjectOf = (kind: ReminderKind): string =>
  kind === "nudges" ? "Something waits for you in Onward" : QUIET_SUBJECT;

/**
 * A mail that a member asked for, as text and as HTML that says the same and loads nothing. Both say how to stop it.
 *
 * @param code the last part of the address that does.
 */
export function letterTo({ to, code }: Stoppable, parts: Part[], subject = QUIET_SUBJECT): Mail {
  const { press, page } = unsubscribeAddresses(code);
  const link = (path: string) => `${env().ONWARD_URL}${path}`;
  const whole: (string | URL)[] = [
    "Hello,",
    ...parts.map((part) => (typeof part === "string" ? part : new URL(link(part.to)))),
    "You asked for this mail. This stops all of its kind, without signing in:",
    new URL(page),
    "Which mails come, and when none may, is here:",
    new URL(link("/settings/reminders")),
  ];
  return {
    to,
    subject,
    text: `${whole.map((part) => (typeof part === "string" ? wrap(part) : part.href)).join("\n\n")}\n`,
    html: htmlOf(whole),
    unsubscribe: press,
  };
}

export const eveningParts: Part[] = [
  "This is the evening check that you asked for. If something of today is worth a line, or tomorrow wants one small step, there is a place for it:",
  { to: "/today" },
  "And if not, that is fine. Rest counts, too.",
];

export const weekParts = (week: Week): Part[] => [
  sayWeek(week),
  "What is behind the numbers stays in Onward:",
  { to: "/today" },
];

export const duePart = (count: number): Part[] => [
  count === 1
    ? "One thing for which you had set a day has come due. It is for whenever it suits you:"
    : `${count} things for which you had set a day have come due. They are for whenever it suits you:`,
  { to: "/nudges" },
];

/** Neither what waits nor where: whoever else reads the mailbox learns of no circle. */
export const waitsParts: Part[] = [
  "Something waits for you in Onward, for whenever it suits you:",
  { to: "/nudges" },
];

/** In lines of at most 76 characters. */
const wrap = (words: string): string => words.replaceAll(/(?=.{77})(.{1,76})\s/g, "$1\n");

const htmlOf = (parts: (string | URL)[]): string =>
  [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    "<title>Onward</title></head>",
    '<body style="max-width:34em;margin:0 auto;padding:1.5em;font:1.05em/1.6 system-ui,sans-serif">',
    ...parts.map((part) => {
      if (typeof part === "string") return `<p>${escapeHtml(part)}</p>`;
      const address = escapeHtml(part.href);
      return `<p style="overflow-wrap:anywhere"><a href="${address}">${address}</a></p>`;
    }),
    "</body></html>",
  ].join("\n");

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (mark) => entities[mark] ?? mark);
