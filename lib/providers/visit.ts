import "server-only";
import type { Route } from "next";
import { z } from "zod";
import { continueSignIn } from "@/lib/accounts/continue-sign-in";
import { onwards, pathHere } from "@/lib/accounts/rules";
import { beginStep, findStep, leaveStep, takeStep } from "@/lib/accounts/sign-in-steps";
import { inTime, troubleIn } from "@/lib/database-trouble";
import { asSystem } from "@/lib/db";
import { isFlood } from "@/lib/limits";
import { noteBroken } from "@/lib/log";
import { keepIntroduction } from "@/lib/providers/introduction";
import { type Trouble, wayOn } from "@/lib/providers/rules";
import { greet, hear, isAway, isDenial, type Told } from "@/lib/providers/speak";
import { findSignedIn } from "@/lib/session";

const troubled = (trouble: Trouble): Route => `/sign-in/provider?trouble=${trouble}` as Route;

/**
 * Sends a browser to a provider, once, within ten minutes and with nobody else's secrets.
 *
 * @param linking it is to be another way into the account that is signed in.
 * @returns where the browser goes; null for a provider that is not set up.
 */
export async function leaveFor(
  provider: string,
  asked: { next: unknown; linking: boolean },
): Promise<string | null> {
  return unlessPostgresIsAway(async () => {
    if (await isFlood("provider")) return troubled("often");
    const greeting = await greet(provider).catch((error) => {
      noteBroken(error, "a provider could not be visited");
      return "away" as const;
    });
    if (!greeting || greeting === "away") return greeting && troubled(greeting);
    const details = { provider, ...greeting.secrets, next: pathHere(asked.next), linking: asked.linking };
    await inTime(() => asSystem((db) => beginStep(db, "provider", { userId: null, details })));
    return greeting.url.href;
  });
}

/** A route handler has no page that would say so. */
async function unlessPostgresIsAway<T>(work: () => Promise<T>): Promise<T | Route> {
  try {
    return await work();
  } catch (error) {
    if (!troubleIn(error)) throw error;
    noteBroken(error, "Postgres did not answer on the way through a provider");
    return troubled("here");
  }
}

const visit = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string().optional(),
  verifier: z.string().optional(),
  next: z.unknown().transform(pathHere),
  linking: z.boolean(),
});

/** Hears who comes back from a provider, and says where they go. */
export function comeBack(provider: string, query: URLSearchParams): Promise<Route> {
  return unlessPostgresIsAway(() => takeAnswer(provider, query));
}

async function takeAnswer(provider: string, query: URLSearchParams): Promise<Route> {
  const begun = await endVisit(provider, query.get("state"));
  if (!begun) return troubled("over");
  await leaveStep("provider");
  const { next, linking, state, nonce, verifier } = begun;
  let told: Told;
  try {
    told = await hear(provider, query, { state, ...(nonce && { nonce }), ...(verifier && { verifier }) });
  } catch (error) {
    if (isDenial(error)) return troubled("denied");
    noteBroken(error, "a provider's answer could not be taken");
    return troubled(isAway(error) ? "away" : "wrong");
  }
  return goOn(provider, told, { next, linking });
}

/** The visit that this browser is on, ended. One that a forged answer asks for goes on. */
async function endVisit(provider: string, state: string | null) {
  return asSystem(async (db) => {
    const step = visit.safeParse((await findStep(db, "provider"))?.details).data;
    if (!step || step.provider !== provider || step.state !== state) return null;
    return (await takeStep(db, "provider")) && step;
  });
}

async function goOn(
  provider: string,
  { subject, email }: Told,
  { next, linking }: { next: Route; linking: boolean },
): Promise<Route> {
  const viewer = await findSignedIn();
  const { account, taken } = await asSystem(async (db) => {
    const here = { provider_subject: { provider, subject } };
    const link = await db.linkedProvider.findUnique({
      where: here,
      select: { user: { select: { id: true, passwordHash: true } } },
    });
    if (link && !linking) await db.linkedProvider.update({ where: here, data: { usedAt: new Date() } });
    const owners = email ? await db.user.count({ where: { email, verifiedAt: { not: null } } }) : 0;
    return { account: link?.user ?? null, taken: owners > 0 };
  });
  const way = wayOn({ owner: account?.id ?? null, viewer: viewer?.id ?? null, linking, email, taken });
  if (way === "open" && account) return continueSignIn(account, next);
  if (email && (way === "join" || way === "link" || way === "sign in first")) {
    await keepIntroduction({ provider, subject, email, taken, next });
    return `/sign-in/provider${onwards(next)}` as Route;
  }
  return troubled(way as Trouble);
}
