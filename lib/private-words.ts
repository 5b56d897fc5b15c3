import "server-only";
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { Refusal } from "@/lib/refusal";

/*
 * What a member writes for nobody else lies sealed in the database: with a key of the member's own, which lies
 * there wrapped by the installation's vault key (VAULT_KEY), which does not. A copy of the database is silent, and
 * so are the words of a member whose key is gone.
 *
 * Each text is sealed to where it lies, column, row and member: put anywhere else, it does not open. The same words
 * in the same place are sealed the same way (the nonce follows from them, as in RFC 5297), so that a form sent twice
 * finds its row. Whoever compares two copies can tell from that whether a text was changed and changed back, and no
 * more.
 */

/** What is shown in the place of words that do not open: they were altered, or moved, or their key is another. */
export const UNREADABLE = "These words cannot be opened. Whoever runs this place can find out why.";

const SEALED = "sealed:1:";
const WHOLE_TAG = { authTagLength: 16 };

export const isSealed = (stored: string): boolean => stored.startsWith(SEALED);

/** Every column that lies sealed, with the column that names its row. */
export const sealedColumns = {
  "setbacks.happened": "id",
  "setbacks.company": "id",
  "setbacks.role": "id",
  "setbacks.industry": "id",
  "setbacks.stage": "id",
  "setbacks.source": "id",
  "setbacks.page": "id",
  "setbacks.farewell": "id",
  "feelings.word": "setback_id",
  "drafts.values": "key",
  "reframes.thought": "id",
  "reframes.trap": "id",
  "reframes.evidence_for": "id",
  "reframes.evidence_against": "id",
  "reframes.fairer": "id",
  "reframe_feelings.word": "reframe_id",
  "reasons.words": "id",
  "debriefs.went_well": "setback_id",
  "debriefs.differently": "setback_id",
  "practice_questions.question": "id",
  "writing_sessions.words": "id",
  "exercises.answers": "id",
  "jar_entries.words": "id",
  "jar_entries.origin": "id",
  "goals.helped": "id",
  "feedback_requests.name": "id",
  "feedback_requests.subject": "id",
  "feedback_requests.letter": "id",
  "feedback_requests.answer": "id",
  "feedback_requests.lesson": "id",
  "feedback_templates.subject": "id",
  "feedback_templates.letter": "id",
  "experiments.change": "id",
  "experiments.lesson": "id",
  "if_then_plans.stage": "id",
  "if_then_plans.feeling": "id",
  "if_then_plans.obstacle": "id",
  "if_then_plans.step": "id",
  "learning_plans.skill": "id",
  "learning_plans.steps": "id",
  "learning_plans.step_details": "id",
  "planned_steps.words": "id",
  "planned_steps.place": "id",
  "wishes.wish": "id",
  "wishes.outcome": "id",
  "wishes.obstacle": "id",
  "supporter_links.name": "id",
  "supporter_links.called": "id",
  "supporter_setbacks.shown": "id",
  "supporter_notes.words": "id",
  "win_pictures.alt": "win_id",
} as const;

/** Where a text lies, as "setbacks.happened". */
export type Column = keyof typeof sealedColumns;

/** Where bytes lie that are no text; each names its row by an id. */
export type BytesColumn = "win_pictures.picture";

export type PrivateWords = {
  /**
   * Seals a text to its place, `row` being what `sealedColumns` says: "sealed:1:" and, in base64url, nonce (12 bytes),
   * tag (16) and AES-256-GCM's ciphertext.
   *
   * @throws Refusal for words that only stand in for others, which saving would overwrite.
   */
  seal<T extends string | null>(column: Column, row: string, text: T): T;
  /** Opens what lies there. Where it does not open, it is UNREADABLE and the log says where. */
  open<T extends string | null>(column: Column, row: string, stored: T): T;
  /** The same for a picture: nonce (12 bytes), tag (16) and ciphertext. */
  sealBytes(column: BytesColumn, row: string, bytes: Uint8Array): Uint8Array<ArrayBuffer>;
  /** Null where it does not open, and the log says where. */
  openBytes(column: BytesColumn, row: string, stored: Uint8Array): Uint8Array<ArrayBuffer> | null;
};

/**
 * A member's words, sealed and opened with their data key.
 *
 * @param member `dataKey` is null for who never wrote anything: then nothing opens, and nothing can be sealed.
 */
export function privateWords(member: {
  id: string;
  dataKey: string | null;
  sealedAt: Date | null;
}): PrivateWords {
  let keys: { seal: KeyObject; nonce: KeyObject } | undefined;
  const open = () => {
    if (!member.dataKey) throw new Error("This member has no data key.");
    keys ??= keysOf(unwrapKey(member.id, member.dataKey));
    return keys;
  };
  // An id may come from a form in capitals; Postgres gives it back in small letters.
  const placeOf = (column: Column | BytesColumn, row: string) =>
    Buffer.from(`${column}|${row.toLowerCase()}|${member.id}`);

  function lock(place: Buffer, plain: Uint8Array): Buffer {
    const { seal, nonce: mac } = open();
    const nonce = createHmac("sha256", mac).update(place).update("\0").update(plain).digest().subarray(0, 12);
    const cipher = createCipheriv("aes-256-gcm", seal, nonce).setAAD(place);
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  function unlock(place: Buffer, bytes: Uint8Array): Buffer {
    const decipher = createDecipheriv("aes-256-gcm", open().seal, bytes.subarray(0, 12), WHOLE_TAG);
    decipher.setAAD(place).setAuthTag(bytes.subarray(12, 28));
    const plain = decipher.update(bytes.subarray(28));
    // Nothing is left to come, but here it throws where anything was altered.
    decipher.final();
    return plain;
  }

  const noteUnreadable = (column: Column | BytesColumn, row: string, error: unknown) =>
    log.error({ column, row, reason: (error as Error).message }, "sealed words do not open");

  return {
    seal<T extends string | null>(column: Column, row: string, text: T): T {
      if (text === null) return text;
      if (text.includes(UNREADABLE))
        throw new Refusal(
          "Some words here could not be opened, so this was not saved over them. Write new ones in their place first.",
        );
      return (SEALED + lock(placeOf(column, row), Buffer.from(text)).toString("base64url")) as T;
    },

    open<T extends string | null>(column: Column, row: string, stored: T): T {
      if (stored === null) return stored;
      // Written before there was a key, and not sealed yet.
      if (!isSealed(stored) && member.sealedAt === null) return stored;
      try {
        if (!/^sealed:1:[\w-]+$/.test(stored) && isSealed(stored)) throw new Error("It is no base64url.");
        if (!isSealed(stored)) throw new Error("It lies open, and should be sealed.");
        const bytes = Buffer.from(stored.slice(SEALED.length), "base64url");
        return unlock(placeOf(column, row), bytes).toString("utf8") as T;
      } catch (error) {
        noteUnreadable(column, row, error);
        return UNREADABLE as T;
      }
    },

    sealBytes: (column, row, bytes) => new Uint8Array(lock(placeOf(column, row), bytes)),

    openBytes(column, row, stored) {
      try {
        return new Uint8Array(unlock(placeOf(column, row), stored));
      } catch (error) {
        noteUnreadable(column, row, error);
        return null;
      }
    },
  };
}

/**
 * One key to seal with, and one from which nonces follow. 32 bytes each; as what Node keeps ready for use, since a
 * page may open some thousand texts with it.
 */
function keysOf(dataKey: Buffer) {
  const derive = (purpose: string) =>
    createSecretKey(Buffer.from(hkdfSync("sha256", dataKey, "onward", purpose, 32)));
  return { seal: derive("seal"), nonce: derive("nonce") };
}

/** A new member's key, wrapped: 32 random bytes under the newest vault key, as "1:..." with the key's version. */
export const freshDataKey = (userId: string): string => wrapKey(userId, randomBytes(32));

/** The same data key under the newest vault key; null where it is under that already. @throws as unwrapKey. */
export function rewrapKey(userId: string, wrapped: string): string | null {
  return versionOf(wrapped) === newestVersion() ? null : wrapKey(userId, unwrapKey(userId, wrapped));
}

export const newestVersion = (): number => Math.max(...env().VAULT_KEY.keys());

const versionOf = (wrapped: string): number => Number(wrapped.slice(0, wrapped.indexOf(":")));

function wrapKey(userId: string, dataKey: Buffer): string {
  const version = newestVersion();
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", vaultKey(version), nonce).setAAD(placeOfKey(userId));
  const sealed = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  return `${version}:${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** @throws when it is another member's, was altered, or is under a vault key that this installation does not have. */
function unwrapKey(userId: string, wrapped: string): Buffer {
  const bytes = Buffer.from(wrapped.slice(wrapped.indexOf(":") + 1), "base64url");
  const decipher = createDecipheriv("aes-256-gcm", vaultKey(versionOf(wrapped)), bytes.subarray(0, 12), {
    authTagLength: 16,
  });
  decipher.setAAD(placeOfKey(userId)).setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}

const placeOfKey = (userId: string) => Buffer.from(`users.data_key|${userId}`);

function vaultKey(version: number): Buffer {
  const key = env().VAULT_KEY.get(version);
  if (!key) throw new Error(`VAULT_KEY does not hold version ${version}.`);
  return key;
}
