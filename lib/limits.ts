import "server-only";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { asSystem } from "@/lib/db";
import { knownBrowser } from "@/lib/known-browser";
import { networkHere } from "@/lib/network";
import { Refusal } from "@/lib/refusal";
import { deriveSecret } from "@/lib/vault";

/*
 * How often something may be tried. A limit stops guessing and flooding, and locks nobody out:
 *
 * - Who is not signed in is counted by their network. A school, an office or a career centre is one network,
 *   so a whole workshop can join and sign in from it within the hour.
 * - Guesses are counted by the account that they are made at, too: by the address as it was typed, whether
 *   anybody has it or not, so that the answer tells nothing. Few from any one network, and not very many from
 *   all of them together.
 * - A browser in which that account's owner has signed in before has tries of its own, which nobody else can
 *   use up; all such browsers of an account together have only so many. And a new password can always be set by
 *   mail: who asks for one is counted by their own network alone.
 * - A guess that was right does not count against its account, but does against its network: checking a password
 *   costs this machine the same either way.
 * - Joining with an address is a guess too, where it opens a new account: whoever joined has one try less there for
 *   a while, and no more than one.
 * - However a mail was caused, one address gets only so many of a kind. One with a link is counted before its link
 *   is made, others by the worker, which drops what is more.
 * - Who is signed in is counted by account; whoever joined less than a week ago may say less at a time.
 *
 * The answer says how long to wait. Keys are sealed, so that the table names neither addresses nor networks.
 */

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** So many tries in so many seconds, counted from the first. */
type Rate = readonly [tries: number, seconds: number];
type Limit = {
  /** For one account, or one typed address, from one network. */
  pair?: Rate;
  network?: Rate;
  account?: Rate;
  /** For one account from one browser that it knows, in place of `pair` and `account`. */
  known?: Rate;
  /** For one account from all browsers that it knows. */
  everyKnown?: Rate;
  why?: string;
};

const NEW_HERE = "In your first week here you can say a little less at a time.";

const LIMITS = {
  join: { network: [120, HOUR], pair: [10, HOUR] },
  "sign in": {
    pair: [10, 15 * MINUTE],
    network: [200, 15 * MINUTE],
    account: [100, HOUR],
    known: [10, 15 * MINUTE],
    everyKnown: [60, HOUR],
    why: "Too many passwords that do not fit were tried lately. If you do not know yours, you can set a new one by mail at once.",
  },
  "forgotten password": { network: [60, HOUR], pair: [10, HOUR] },
  "new password": { network: [60, HOUR] },
  "confirm again": { account: [10, HOUR] },
  /** The password, asked again for something that matters. */
  password: { account: [10, 15 * MINUTE], why: "Too many passwords that do not fit were tried lately." },
  /** Codes, asked after the password was right. */
  "second step": {
    pair: [5, 15 * MINUTE],
    account: [20, HOUR],
    known: [5, 15 * MINUTE],
    everyKnown: [20, HOUR],
    why: "Too many codes that do not fit were tried lately.",
  },
  /** Lines in a member's history that say a code did not fit. */
  "misfit noted": { account: [1, HOUR] },
  passkey: { network: [100, 15 * MINUTE] },
  provider: { network: [100, 15 * MINUTE] },
  /** Mails of one kind to one address. */
  mail: { account: [6, HOUR] },
  "open circle": { account: [10, HOUR] },
  /** Few enough that nobody finds out by naming employers one after the other who is kept apart from them. */
  "look for circle": { account: [12, 12 * HOUR] },
  /** Presses about a search that goes on: each lets the worker look at everybody who waits. */
  "about search": { account: [30, HOUR] },
  "ask for seat": { account: [20, HOUR] },
  invite: { account: [20, HOUR] },
  post: { account: [60, 10 * MINUTE] },
  reply: { account: [120, 10 * MINUTE] },
  share: { account: [60, 10 * MINUTE] },
  "supporter link": { account: [20, HOUR] },
  /** Lines in which a member reads that their link was opened, for one browser. */
  "supporter visit": { pair: [1, 10 * MINUTE] },
  /** All of those for one link: a school is one network, so whoever opens other links there uses up none of these. */
  "supporter visits": { pair: [120, HOUR] },
  /** Notes that a supporter leaves; the account is the link. */
  "supporter note": { network: [30, HOUR], pair: [6, HOUR], account: [20, HOUR] },
  report: { account: [30, HOUR] },
  /** Everything of somebody's in one file: it is read whole each time. */
  "take along": { account: [6, HOUR] },
  /** Files of what somebody did: as large as that is, and read whole each time. */
  "take numbers": { account: [30, HOUR] },
  /** Pictures beside wins: each is made anew, which costs this machine a moment. */
  picture: { account: [40, HOUR] },
  /** The same from an account that is younger than a week. */
  "post, new here": { account: [12, HOUR], why: NEW_HERE },
  "reply, new here": { account: [40, HOUR], why: NEW_HERE },
  "share, new here": { account: [12, HOUR], why: NEW_HERE },
  "park words": { network: [60, HOUR] },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

const NEW_FOR_MS = 7 * 24 * HOUR * 1000;

/** Whether somebody joined less than a week ago. */
export const isNewHere = ({ createdAt }: { createdAt: Date }, now = new Date()): boolean =>
  now.getTime() - createdAt.getTime() < NEW_FOR_MS;

/** Which limit holds for somebody: a lower one where they are new here and there is one. */
export function limitOf(what: LimitName, member: { createdAt: Date }): LimitName {
  const lower = `${what}, new here`;
  return isNewHere(member) && lower in LIMITS ? (lower as LimitName) : what;
}

/**
 * Counts a try, before anything else is done about it. Call it outside of transactions: it has its own, and
 * would wait for a connection while holding one.
 *
 * @param who the account that is tried: an address as it was typed, or an id.
 * @param era what makes the count begin anew when it changes, such as the account's password.
 * @returns what gives the try back, for a guess that was right.
 * @throws Refusal that says how long to wait.
 */
export async function refuseFlood(
  what: LimitName,
  who?: string,
  era?: string | null,
): Promise<() => Promise<void>> {
  const { wait, giveBack } = await count(what, who, era);
  if (wait > 0) {
    const { why = "That was a lot in a short time." }: Limit = LIMITS[what];
    throw new Refusal(`${why} Please wait ${sayWait(wait)} and try again. Nothing you typed is lost.`);
  }
  return giveBack;
}

/** Counts a try, and says whether it is one too many. */
export async function isFlood(what: LimitName, who?: string): Promise<boolean> {
  return (await countTry(what, who)).isFlood;
}

/** The same, with what gives the try back where nothing came of it. */
export async function countTry(what: LimitName, who?: string) {
  const { wait, giveBack } = await count(what, who);
  return { isFlood: wait > 0, giveBack };
}

/** How long to wait in words, rounded up: "a minute", "4 minutes", "an hour". */
export function sayWait(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  if (minutes <= 1) return "a minute";
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.ceil(minutes / 60);
  return hours === 1 ? "an hour" : `${hours} hours`;
}

async function count(what: LimitName, who = "", era: string | null = null) {
  const counted: (() => Promise<unknown>)[] = [];
  const giveBack = async () => {
    for (const back of counted) await back();
  };
  // One after the other: what is refused by the narrowest uses up nothing of the wider ones.
  for (const { rate, of } of await countersOf(what, who)) {
    const limiters = limitersOf(rate);
    const key = deriveSecret("limit", JSON.stringify([what, ...of, ...(era ? [era] : [])])).toString(
      "base64url",
    );
    const wait = await consume(limiters, key);
    if (wait > 0) return { wait, giveBack };
    if (of[0] !== "network") counted.push(() => reward(limiters, key));
  }
  return { wait: 0, giveBack };
}

/**
 * Postgres counts for all processes together, and each process what it let through itself: so whoever comes while
 * Postgres does not answer, or it was slow for a moment, begins no second count.
 */
type Limiters = { together: RateLimiterPostgres; here: RateLimiterMemory };

/** @returns how long to wait, in milliseconds. */
async function consume({ together, here }: Limiters, key: string): Promise<number> {
  const wait = await together.consume(key).then(() => 0, waitIn);
  return wait || here.consume(key).then(() => 0, waitIn);
}

async function reward({ together, here }: Limiters, key: string): Promise<void> {
  await Promise.all([together.reward(key).catch(waitIn), here.reward(key)]);
}

/** What a limiter rejects with is either how long to wait, or a fault of Postgres: then it does not count. */
const waitIn = (rejected: unknown): number =>
  rejected instanceof RateLimiterRes ? Math.max(1, rejected.msBeforeNext) : 0;

async function countersOf(what: LimitName, who: string) {
  const { pair, network, account, known, everyKnown }: Limit = LIMITS[what];
  const browser = known && (await knownBrowser(who));
  const here = pair || network ? await networkHere() : "";
  return [
    ...(browser ? [{ rate: known, of: ["known", browser, who] }] : []),
    ...(browser && everyKnown ? [{ rate: everyKnown, of: ["every known", who] }] : []),
    ...(pair && !browser ? [{ rate: pair, of: ["pair", here, who] }] : []),
    ...(network ? [{ rate: network, of: ["network", here] }] : []),
    ...(account && !browser ? [{ rate: account, of: ["account", who] }] : []),
  ];
}

const kept = new Map<string, Limiters>();

function limitersOf([points, duration]: Rate): Limiters {
  const name = `${points}/${duration}`;
  const known = kept.get(name);
  if (known) return known;
  const together = new RateLimiterPostgres({
    points,
    duration,
    keyPrefix: "",
    storeClient: store,
    storeType: "client",
    tableName: "limits",
    tableCreated: true,
    // The worker does that.
    clearExpiredByTimeout: false,
    // What is refused is refused until its time is over, without asking or telling Postgres again.
    inMemoryBlockOnConsumed: points + 1,
  });
  const limiters = { together, here: new RateLimiterMemory({ points, duration, keyPrefix: "" }) };
  kept.set(name, limiters);
  return limiters;
}

let triedAgainAt = 0;

/** Postgres as the limiter knows it: each statement in a transaction of its own, in which the system counts. */
const store = {
  async query({ text, values }: { text: string; values: (string | number | null)[] }) {
    // When it does not answer, nobody waits for it once for every limit.
    if (Date.now() < triedAgainAt) throw new Error("Postgres is not asked just now.");
    const bound = values.map((value) => (typeof value === "number" ? BigInt(value) : value));
    const rows = await asSystem((db) => db.$queryRawUnsafe<Counted[]>(text, ...bound)).catch((error) => {
      triedAgainAt = Date.now() + 2_000;
      throw error;
    });
    return {
      rowCount: rows.length,
      rows: rows.map(({ points, expire }) => ({ points, expire: expire === null ? null : Number(expire) })),
    };
  },
};

type Counted = { points: number; expire: bigint | null };
