import "server-only";
import { msSinceAsked } from "@/lib/answer-status";

/*
 * Postgres may be gone, slow, read-only or full. Whatever it is, everybody is answered within five seconds,
 * is told so, and keeps their words; nothing has to be started again when it is back.
 */

/** What is wrong with Postgres: nobody can ask it anything, or it keeps nothing new. */
export type Trouble = "away" | "keeps-nothing";

/** After this long an answer is given without Postgres. What is left of the five seconds is for drawing it. */
const PATIENCE_MS = 3_500;
/** A page that shows what a write came to is given at least this long. */
const LEAST_MS = 400;

/** It may still come, and is not waited for. */
export class TooSlow extends Error {
  override name = "TooSlow";
}

/**
 * Waits for Postgres as long as this request may.
 *
 * @throws TooSlow after that. What was begun goes on, and ends by the limits of lib/db.ts.
 */
export async function inTime<T>(work: () => Promise<T>): Promise<T> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const left = Math.max(PATIENCE_MS - msSinceAsked(), LEAST_MS);
  const timer = setTimeout(() => reject(new TooSlow("Postgres takes too long.")), left);
  return Promise.race([work(), tooLate]).finally(() => clearTimeout(timer));
}

/** What an error says about Postgres; null when the fault lies elsewhere. */
export function troubleIn(error: unknown): Trouble | null {
  const signs = signsOf(error);
  if (signs.some((sign) => KEEPS_NOTHING.test(sign))) return "keeps-nothing";
  if (signs.some((sign) => AWAY.test(sign))) return "away";
  return null;
}

// SQLSTATEs: read-only; out of disk, memory or other means, but for connections.
const KEEPS_NOTHING = /^(25006|53[012]00)$/;

const AWAY = new RegExp(
  [
    "TooSlow",
    // Prisma: not reachable, timed out, closed, no connection free, a transaction that did not begin or end in time.
    "P100[128]|P1017|P2024|P2028",
    "DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections",
    // SQLSTATEs: connection lost, too many connections, shutting down or starting, cancelled, files unreadable.
    "08...|53300|57P0.|57014|58...",
    "ECONN\\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH",
    // pg gives these no code.
    "Connection terminated( unexpectedly| due to connection timeout)?|timeout e(xpired|xceeded when trying to connect)",
    "Client has encountered a connection error and is not queryable|Postgres says nothing|Server has closed the connection\\.?",
  ]
    .map((signs) => `^(${signs})$`)
    .join("|"),
);

/** Everything in an error, and in what caused it, by which trouble can be known. */
function signsOf(error: unknown, depth = 0): string[] {
  if (!error || typeof error !== "object" || depth > 5) return [];
  const found = error as Record<string, unknown>;
  const own = ["name", "code", "originalCode", "kind", "message", "originalMessage"];
  return [
    ...own.map((name) => found[name]).filter((value) => typeof value === "string"),
    ...["cause", "meta", "driverAdapterError"].flatMap((name) => signsOf(found[name], depth + 1)),
  ];
}

const FORGOTTEN_MS = 5_000;
const shared = globalThis as { onwardKeptNothingAt?: number };

/** Remembers for a while that a write could not be kept, for those who watch over this installation. */
export function noteKeptNothing(): void {
  shared.onwardKeptNothingAt = performance.now();
}

/** Whether a write could not be kept a moment ago. */
export const keptNothingLately = (): boolean =>
  performance.now() - (shared.onwardKeptNothingAt ?? Number.NEGATIVE_INFINITY) < FORGOTTEN_MS;
