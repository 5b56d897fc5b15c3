import "server-only";
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { createTransport, type Transporter } from "nodemailer";
import type { Db } from "@/lib/db";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { enqueue } from "@/lib/queue";

/** A mail in plain text, to one address. Its subject never carries anything that a member wrote. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** The same, for who reads mail as pages. */
  html?: string;
  /** Where a mail program stops all mails of its kind with one press (RFC 8058). */
  unsubscribe?: string;
  /** Whether it was counted against its address before it was written (lib/accounts/mails.ts). */
  counted?: true;
};

/**
 * A mail as nodemailer takes it. The address is given as an object, which is never split at commas, so
 * a mail cannot reach anybody else.
 *
 * @throws when address or subject hold a control character: a line break would begin another header.
 */
export function messageOf({ to, subject, text, html, unsubscribe }: Mail) {
  if (/\p{Cc}/u.test(to + subject)) throw new Error("A mail's address and subject are one line each.");
  return {
    from: env().MAIL_FROM,
    to: { name: "", address: to },
    subject,
    text,
    ...(html && { html }),
    headers: { "Auto-Submitted": "auto-generated", ...(unsubscribe && unsubscribeHeaders(unsubscribe)) },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** As RFC 8058 has it: a mail program may press only where the address is an https one. */
const unsubscribeHeaders = (address: string): Record<string, string> => ({
  "List-Unsubscribe": `<${address}>`,
  ...(address.startsWith("https:") && { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
});

/** Has a mail sent once the transaction that it belongs to is committed; undone with it, it never leaves. */
export const queueMail = (db: Db, mail: Mail): Promise<void> => enqueue(db, "mail", mail, mail.subject);

let kept: Transporter | undefined;

/**
 * Sends a mail through SMTP_URL, or writes it into ONWARD_MAIL_DIR where there is none. For the worker
 * alone: it may take as long as a mail server takes.
 *
 * @param id stays the same when a mail is tried again, so that a mailbox which has it already can tell.
 * @param leaving is waited for when a server has said that it takes the mail, and before it has a word of it. When it
 *   throws, nothing leaves.
 * @throws whatever keeps it from leaving.
 */
export async function deliver(
  mail: Mail,
  { id, queuedAt }: { id: string; queuedAt: Date },
  leaving?: () => Promise<void>,
): Promise<void> {
  const { SMTP_URL: url, ONWARD_URL } = env();
  const message = {
    ...messageOf(mail),
    messageId: `<${id}@${new URL(ONWARD_URL).hostname}>`,
    date: queuedAt,
  };
  if (!url) {
    await leaving?.();
    return writeDown(mail, `${queuedAt.toISOString().replaceAll(/[:.]/g, "-")}-${id}.txt`);
  }
  // Before a server has a mail, it is tried again soon. After that it may take its ten minutes, nodemailer's
  // own patience: whoever hangs up meanwhile and tries again sends the mail twice.
  kept ??= createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 30_000 }).use(
    "stream",
    ({ data, message }, done) => {
      const { leaving } = data as { leaving?: () => Promise<void> };
      if (leaving)
        message.processFunc((words) => Readable.from(after(leaving, words), { objectMode: false }));
      done();
    },
  );
  await kept.sendMail({ ...message, ...(leaving && { leaving }) });
}

/** Nodemailer reads a mail only when it is to go over the wire, and so begins this then. */
async function* after(leaving: () => Promise<void>, words: Readable): AsyncGenerator<Buffer> {
  await leaving();
  yield* words;
}

/** What a mail server said, or what became of the way there: without its words, which may quote the address. */
export function codesOf(error: unknown): { code?: string; command?: string; responseCode?: number } {
  const { code, command, responseCode } = (error ?? {}) as Record<string, unknown>;
  return {
    ...(typeof code === "string" && { code }),
    ...(typeof command === "string" && { command }),
    ...(typeof responseCode === "number" && { responseCode }),
  };
}

/**
 * Whether a mail that was leaving may have arrived although this came of it: a connection broke, and what a server did
 * before that it alone knows. An answer is a no, and what could not be written down here stands nowhere.
 */
export const mayHaveLeft = (error: unknown): boolean =>
  env().SMTP_URL !== undefined && codesOf(error).responseCode === undefined;

/**
 * Whether a server said for good that an address has no mailbox, or one that takes no mail. What it has against us
 * (5.7: it does not relay, or it does not like whoever sends) is no fault of the address.
 */
export function isRefusedAddress(error: unknown): boolean {
  const { code, command, responseCode } = codesOf(error);
  if (code !== "EENVELOPE" || !command?.startsWith("RCPT") || (responseCode ?? 0) < 500) return false;
  const [, why] =
    /^\d{3}[ -](\d\.\d{1,3})\.\d{1,3}\b/.exec(String((error as Error & { response?: unknown }).response)) ??
    [];
  return why === undefined || why === "5.1" || why === "5.2";
}

const mailFolder = () => path.resolve(/* turbopackIgnore: true */ env().ONWARD_MAIL_DIR);

async function writeDown({ to, subject, text }: Mail, name: string): Promise<void> {
  const folder = mailFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, name);
  const content = `To: ${to}\nSubject: ${subject}\n\n${text}`;
  await writeFile(file, content, { mode: 0o600 });
  const link = linkToShow(text, env().ONWARD_URL);
  if (process.stdout.isTTY) process.stdout.write(`  Mail for ${[...to][0]}…@…: ${link ?? file}\n`);
  else log.info({ file, link }, "a mail is written, as SMTP_URL is not set");
}

/**
 * The link in a mail, for the log of who runs this at home and has no mailbox to look into. Where others come by,
 * whoever reads the log could set their passwords: then it stays in the mail.
 */
export function linkToShow(text: string, site: string): string | undefined {
  const atHome = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(site).hostname);
  return atHome ? /https?:\/\/\S+/.exec(text)?.[0] : undefined;
}

/** Takes out the mails that were written down before a moment, and nothing else that lies beside them. */
export async function clearWrittenMails(before: Date): Promise<void> {
  const folder = mailFolder();
  if (!existsSync(folder)) return;
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    if (!/^\d{4}-\d\d-\d\dT[\d-]+Z-.+\.txt$/.test(name)) continue;
    if ((await stat(file)).mtime < before) await rm(file, { force: true });
  }
}
