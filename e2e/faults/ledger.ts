import fs from "node:fs";
import type pg from "pg";

/** What somebody sent, and how Postgres is asked about it. */
export type Write = {
  verb: string;
  /** Counts what there is of it: `any` part of it, and the `whole` of it as it was sent. */
  count: { sql: string; values: unknown[] };
};

type Entry = Write & { acknowledged: boolean };

export type Reckoning = {
  acknowledged: number;
  unacknowledged: number;
  /** What of all that members do was acknowledged at least once. */
  verbs: Set<string>;
  /** Acknowledged, and not there. */
  lost: string[];
  /** There more often than once. */
  doubled: string[];
  /** There, and not as it was sent. */
  half: string[];
};

/**
 * A book on disk of what was sent and what was acknowledged. Each line is on the disk before anything else
 * happens, so that not even the keeper of the book can forget.
 */
export function openLedger(file: string) {
  const book = fs.openSync(file, "a");
  let next = 0;
  const note = (line: object) => {
    fs.writeSync(book, `${JSON.stringify(line)}\n`);
    fs.fsyncSync(book);
  };
  return {
    /** Notes that something is about to be sent, and answers with its number. */
    sent(write: Write): number {
      note({ number: ++next, ...write });
      return next;
    },
    acknowledged: (number: number) => note({ number, acknowledged: true }),
    close: () => fs.closeSync(book),
  };
}

export type Ledger = ReturnType<typeof openLedger>;

function readLedger(file: string): Entry[] {
  const entries = new Map<number, Entry>();
  for (const line of fs.readFileSync(file, "utf8").trim().split("\n")) {
    const { number, acknowledged = false, ...write } = JSON.parse(line);
    entries.set(
      number,
      acknowledged ? { ...(entries.get(number) as Entry), acknowledged } : { ...write, acknowledged },
    );
  }
  return [...entries.values()];
}

/** Compares the book with what Postgres holds. */
export async function reckon(file: string, database: pg.Client): Promise<Reckoning> {
  const entries = readLedger(file);
  const found: Reckoning = {
    acknowledged: 0,
    unacknowledged: 0,
    verbs: new Set(),
    lost: [],
    doubled: [],
    half: [],
  };
  for (const { verb, count, acknowledged } of entries) {
    const { rows } = await database.query<{ any: number; whole: number }>(count.sql, count.values);
    const { any, whole } = rows[0] ?? { any: 0, whole: 0 };
    const name = `${verb} ${count.values.join(" ")}`;
    found[acknowledged ? "acknowledged" : "unacknowledged"]++;
    if (acknowledged) found.verbs.add(verb);
    if (acknowledged && any === 0) found.lost.push(name);
    if (any > 1) found.doubled.push(name);
    if (any !== whole) found.half.push(name);
  }
  const { rows } = await database.query<{ id: string }>(
    "select post_id as id from shares s where not exists (select from posts p where p.id = s.post_id)",
  );
  found.half.push(...rows.map(({ id }) => `a share without its post ${id}`));
  return found;
}
