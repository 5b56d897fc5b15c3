import "server-only";
import { randomUUID } from "node:crypto";
import { addMinutes } from "date-fns";
import { z } from "zod";
import type { Db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/client";
import { dropSealed, keepSealed, openSealed } from "@/lib/sealed-cookie";

/*
 * Something begun that another request ends, within ten minutes and once. Which one it is stands in a sealed
 * cookie: nobody can go on in another browser, not even who reads the database.
 */

const MINUTES = 10;

export type StepPurpose = "second-step" | "passkey" | "new-passkey" | "provider";

export type Step = { userId: string | null; details: unknown };

export async function beginStep(
  db: Db,
  purpose: StepPurpose,
  { userId, details }: { userId: string | null; details: Prisma.InputJsonObject },
): Promise<void> {
  // The id is what opens the step, so it is all chance, as a session's is.
  const id = randomUUID();
  const expiresAt = addMinutes(new Date(), MINUTES);
  await db.signInStep.createMany({ data: { id, userId, purpose, details, expiresAt } });
  await keepSealed(purpose, id, MINUTES);
}

/** The step that this browser is in; null when it is in none, was too slow, or ended it already. */
export async function findStep(db: Db, purpose: StepPurpose): Promise<Step | null> {
  const id = await stepInCookie(purpose);
  if (!id) return null;
  return db.signInStep.findFirst({
    where: { id, purpose, expiresAt: { gt: new Date() } },
    select: { userId: true, details: true },
  });
}

/** Ends the step: of several requests at once, one gets it. Undone with its transaction, it can be tried again. */
export async function takeStep(db: Db, purpose: StepPurpose): Promise<Step | null> {
  const id = await stepInCookie(purpose);
  if (!id) return null;
  const [step] = await db.$queryRaw<Step[]>`
    delete from sign_in_steps where id = ${id}::uuid and purpose = ${purpose} and expires_at > now()
    returning user_id as "userId", details`;
  return step ?? null;
}

/** Whether this browser is in the middle of something: enough to show its form, and no more. */
export async function isInStep(purpose: StepPurpose): Promise<boolean> {
  return (await stepInCookie(purpose)) !== null;
}

export const leaveStep = (purpose: StepPurpose): Promise<void> => dropSealed(purpose);

async function stepInCookie(purpose: StepPurpose): Promise<string | null> {
  return z
    .uuid()
    .nullable()
    .catch(null)
    .parse(await openSealed(purpose));
}
