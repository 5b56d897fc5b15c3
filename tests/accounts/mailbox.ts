import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/env";
import { doJobs } from "../worker";

/** The mails that have been sent to this address so far, oldest first. */
export async function mailsTo(address: string): Promise<string[]> {
  await doJobs();
  const folder = env().ONWARD_MAIL_DIR;
  const files = (await readdir(folder).catch(() => [])).sort();
  const mails = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
  return mails.filter((mail) => mail.startsWith(`To: ${address}\n`));
}

/** The token in the newest mail to this address whose link leads to `page`. */
export async function tokenTo(
  address: string,
  page: "verify" | "reset-password" | "new-address",
): Promise<string> {
  for (const mail of (await mailsTo(address)).reverse()) {
    const token = new RegExp(`/${page}/([\\w-]{22})\\b`).exec(mail)?.[1];
    if (token) return token;
  }
  throw new Error(`No mail leads to /${page}.`);
}
