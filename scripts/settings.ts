import { Problem } from "./problem.ts";
import { isVault } from "./vault-keys.ts";

/**
 * What an installation on a database of others must be told in production. At home all of it is made up and
 * kept in the data folder; on a host that folder may be gone tomorrow, and several machines would each make
 * up their own.
 *
 * @throws Problem naming each setting that is missing.
 */
export function requireHostedSettings(given: NodeJS.ProcessEnv): void {
  const missing = [
    !given.ONWARD_URL && "ONWARD_URL: the address that members use, such as https://onward.example.org",
    (given.ONWARD_SECRET ?? "").length < 43 &&
      `ONWARD_SECRET: 32 random bytes in base64url, kept for good, from: node -p 'crypto.randomBytes(32).toString("base64url")'`,
    !isVault(given.VAULT_KEY ?? "") &&
      `VAULT_KEY: what opens members' words, kept for good and apart from the database, from: node -p '"1:" + crypto.randomBytes(32).toString("base64url")'`,
    !given.SMTP_URL &&
      !given.ONWARD_MAIL_DIR &&
      "SMTP_URL: the mail server (or ONWARD_MAIL_DIR: a folder to write mail to instead)",
  ].filter((line) => line !== false);
  if (missing.length === 0) return;
  throw new Problem(
    `With NODE_ENV=production and a DATABASE_URL, Onward makes nothing up. Set:\n  ${missing.join("\n  ")}`,
  );
}
