// The keys that wrap what seals members' words: "1:" and 32 random bytes in base64url, after a rotation several,
// parted by commas. lib/private-words.ts wraps with the newest of them and says how.

import { createDecipheriv, randomBytes } from "node:crypto";
import { Problem } from "./problem.ts";

export const freshVaultKey = (version = 1): string => `${version}:${randomBytes(32).toString("base64url")}`;

/** As lib/env.ts wants it. */
export const isVault = (text: string): boolean =>
  /^[1-9]\d{0,5}:[\w-]{43}(,[1-9]\d{0,5}:[\w-]{43})*$/.test(text);

/** Which versions a list of vault keys holds, the newest first. */
export const versionsIn = (vault: string): number[] =>
  vault
    .split(",")
    .map((key) => Number(key.split(":")[0]))
    .sort((a, b) => b - a);

/** A list with a key of a new version before the others. */
export const withNewer = (vault: string): string =>
  `${freshVaultKey((versionsIn(vault)[0] ?? 0) + 1)},${vault}`;

/** A member's key as it lies in the database, by which a vault key is known without being told. */
export type WrappedKey = { id: string; dataKey: string };

/**
 * @param whose what these members' keys are of: "This backup".
 * @throws Problem when none of a version opens with these vault keys. One that was altered keeps nobody else.
 */
export function requireVaultKey(whose: string, wrapped: WrappedKey[], vault: string): void {
  const versions = [...new Set(wrapped.map(({ dataKey }) => versionOf(dataKey)))];
  const stuck = versions.filter(
    (version) => !wrapped.some((key) => versionOf(key.dataKey) === version && opens(key, vault)),
  );
  if (stuck.length === 0) return;
  throw new Problem(
    `${whose} needs another VAULT_KEY, of version ${stuck.join(" and ")}. Set that one (it may stand beside others, parted by a\n` +
      "comma): without it members cannot read their own words.",
  );
}

/** Some members' keys for each vault key that is in use. A database of an older version has none. */
export const SOME_OF_EACH = `
  select id, "dataKey" from (
    select id, "dataKey", row_number() over (partition by split_part("dataKey", ':', 1) order by id) as place
    from (select id, to_jsonb(u) ->> 'data_key' as "dataKey" from users u) as members
    where "dataKey" is not null) as keys
  where place <= 5`;

function opens({ id, dataKey }: WrappedKey, vault: string): boolean {
  const key = vault.split(",").find((one) => versionOf(one) === versionOf(dataKey));
  const bytes = Buffer.from(dataKey.slice(dataKey.indexOf(":") + 1), "base64url");
  const secret = Buffer.from(key?.slice(key.indexOf(":") + 1) ?? "", "base64url");
  if (secret.length !== 32 || bytes.length < 28) return false;
  const options = { authTagLength: 16 };
  const decipher = createDecipheriv("aes-256-gcm", secret, bytes.subarray(0, 12), options)
    .setAAD(Buffer.from(`users.data_key|${id}`))
    .setAuthTag(bytes.subarray(12, 28));
  decipher.update(bytes.subarray(28));
  try {
    decipher.final();
    return true;
  } catch {
    return false;
  }
}

const versionOf = (key: string): string => key.slice(0, key.indexOf(":"));
