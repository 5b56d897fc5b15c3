import { z } from "zod";

const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);

/** Where members may sign in, apart from here. */
const provider = z.object({
  ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(
      (url) => /^https:|^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(url),
      "must be an https:// address",
    ),
  CLIENT_ID: z.string("is missing"),
  CLIENT_SECRET: z.string("is missing"),
  /** As members know it. */
  NAME: z.string("is missing").max(40),
});
export type ProviderSettings = z.infer<typeof provider>;

/** Of these, only the id and the secret have to be given. */
const WELL_KNOWN: Record<string, Partial<ProviderSettings>> = {
  GOOGLE: { ISSUER: "https://accounts.google.com", NAME: "Google" },
  GITHUB: { ISSUER: "https://github.com/login/oauth", NAME: "GitHub" },
  LINKEDIN: { ISSUER: "https://www.linkedin.com/oauth", NAME: "LinkedIn" },
};

const keyIn = (key: string): [version: number, key: Buffer] => {
  const [version, bytes] = key.split(":");
  return [Number(version), Buffer.from(bytes ?? "", "base64url")];
};

const schema = z.object({
  /** Postgres, as the role onward_app. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// address" }),
  /** Where members reach this installation, without a path. Forms from anywhere else are refused. */
  ONWARD_URL: origin,
  /** 32 random bytes in base64url. Seals cookies and derives invitation links. */
  ONWARD_SECRET: z.string().min(43, "must hold 32 random bytes in base64url"),
  /**
   * What wraps each member's key: "1:" and 32 random bytes in base64url; after a rotation several, parted by commas.
   */
  VAULT_KEY: z
    .string("is missing")
    .regex(
      /^[1-9]\d{0,5}:[\w-]{43}(,[1-9]\d{0,5}:[\w-]{43})*$/,
      'must be a version and 32 random bytes in base64url, like "1:..."',
    )
    .refine(
      (keys) => new Set(keys.match(/\d+(?=:)/g)).size === keys.split(",").length,
      "must hold each version once",
    )
    .transform((keys) => new Map(keys.split(",").map((key) => keyIn(key)))),
  /** smtp:// or smtps://. Without it, mail is written to ONWARD_MAIL_DIR. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default("Onward <onward@localhost>"),
  ONWARD_MAIL_DIR: z.string().default(".data/mail"),
  /** Where the worker writes down who left, for a restore. Kept apart from the database, best on another disk. */
  ONWARD_LEAVERS_FILE: z.string().default(".data/leavers.txt"),
  /** How many connections one app process keeps. */
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  /** "off" behind a pooler that does not keep named statements apart: PgBouncer before 1.21. */
  DATABASE_NAMED_STATEMENTS: z.enum(["on", "off"]).default("on"),
  /** By their names in the settings: ONWARD_OPENID_GOOGLE_CLIENT_ID and so on. */
  ONWARD_OPENID: z.record(z.string(), provider),
  /** How many of our own proxies a request passes on its way. */
  ONWARD_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
});

let known: z.infer<typeof schema> | undefined;

/**
 * The settings of this installation, read once and checked. Reading waits for first use, so that a
 * build needs no secrets.
 *
 * @throws naming each setting that is missing or wrong, never its value.
 */
export function env() {
  if (known) return known;
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse({ ...given, ONWARD_OPENID: providersIn(given) });
  const unknown = Object.keys(given).filter((name) => /^ONWARD_OPENID_/.test(name) && !PROVIDER.test(name));
  if (!parsed.success || unknown.length > 0) {
    const problems = [
      ...unknown.map(
        (name) => `${name}: its name is letters and digits, and ends as docs/operations.md says`,
      ),
      ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join("_")}: ${issue.message}`),
    ];
    throw new Error(`Onward cannot start. Check these settings:\n  ${problems.join("\n  ")}`);
  }
  known = parsed.data;
  return known;
}

const PROVIDER = /^ONWARD_OPENID_([A-Z0-9]{1,20})_(ISSUER|CLIENT_ID|CLIENT_SECRET|NAME)$/;

function providersIn(given: Record<string, string | undefined>) {
  const found: Record<string, Record<string, string | undefined>> = {};
  for (const [name, value] of Object.entries(given)) {
    const [, key, part] = PROVIDER.exec(name) ?? [];
    if (key && part) found[key] = { ...(found[key] ?? WELL_KNOWN[key]), [part]: value };
  }
  return found;
}

/** How much is logged. Known before everything else is checked, so that what is wrong can be logged. */
export const logLevel = (): string =>
  schema.shape.LOG_LEVEL.catch("info").parse(process.env.LOG_LEVEL || undefined);
