import "server-only";
import type { Db } from "@/lib/db";
import { deriveSecret, keyFor, seal, unseal } from "@/lib/vault";

/** What the worker can be asked to do. scripts/queues.ts says how often it tries. */
export type Queue = "mail" | "reset" | "match" | "remind";

/**
 * Has the worker do something once this transaction is committed; undone with it, it is never done. What it
 * is about waits sealed; `label` stands beside it in clear, for the operator, and names nobody.
 */
export async function enqueue(db: Db, queue: Queue, about: unknown, label?: string): Promise<void> {
  const sealed = sealedFor(queue, about);
  await db.$executeRaw`select app.enqueue(${queue}, ${JSON.stringify({ label, sealed })}::jsonb)`;
}

/**
 * The same, but not before a moment. For the worker.
 *
 * @param key of what waits under the same one there is one job; it is in the queue as a sign that says nothing.
 */
export async function enqueueFor(
  db: Db,
  when: Date,
  queue: Queue,
  about: unknown,
  { label, key }: { label: string; key: string },
): Promise<void> {
  const job = JSON.stringify({ label, sealed: sealedFor(queue, about) });
  const sign = deriveSecret(`waits in ${queue}`, key).toString("base64url");
  await db.$executeRaw`select app.enqueue_for(${when}, ${queue}, ${job}::jsonb, ${sign})`;
}

const sealedFor = (queue: Queue, about: unknown): string =>
  Buffer.from(seal(keyFor(queue), JSON.stringify(about))).toString("base64url");

/** The same for many at once, in one statement. */
export async function enqueueAll(db: Db, queue: Queue, abouts: unknown[], label: string): Promise<void> {
  const key = keyFor(queue);
  const jobs = abouts.map((about) => ({
    label,
    sealed: Buffer.from(seal(key, JSON.stringify(about))).toString("base64url"),
  }));
  await db.$executeRaw`
    select app.enqueue(${queue}, job) from jsonb_array_elements(${JSON.stringify(jobs)}::jsonb) job`;
}

/** What `enqueue` was given. @throws when it was sealed by another installation. */
export function about(queue: Queue, data: { sealed: string }): unknown {
  return JSON.parse(unseal(keyFor(queue), Buffer.from(data.sealed, "base64url")));
}
