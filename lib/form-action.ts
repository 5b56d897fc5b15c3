import "server-only";
import type { Route } from "next";
import { refresh } from "next/cache";
import type { z } from "zod";
import { answer, type Outcome, parse, typed } from "@/lib/answer-form";
import { noteWords } from "@/lib/crisis/note-words";
import { CARD_ID } from "@/lib/crisis/schema";
import { asMember } from "@/lib/db";
import { draftKey, typedAt } from "@/lib/form-fields";
import type { FormAction } from "@/lib/form-state";
import { keepDraft } from "@/lib/keep-draft";
import { type LimitName, limitOf, refuseFlood } from "@/lib/limits";
import { NotToday } from "@/lib/not-today";
import { parkWords } from "@/lib/parked-words";
import { Refusal } from "@/lib/refusal";
import { findSignedIn, type SignedIn } from "@/lib/session";
import { isSuspended, lookToWrite, pathOfPage, type Viewer } from "@/lib/viewer";

/** Goes elsewhere once the write is committed: `redirect()` inside the transaction would undo it. */
export const goTo = <T extends string>(path: Route<T>): Outcome => ({ goTo: path as Route });

/** Stays on the page and says so; `show` is the id of something there that is brought into view. */
export const say = (sentence: string, show?: string): Outcome => ({ say: sentence, ...(show && { show }) });

/** Asks the browser itself for something before the form can go on: a passkey, and nothing else so far. */
export const ask = (question: object): Outcome => ({ ask: question });

type Options = {
  /** The page shows nothing of this write, so it is not read again. */
  quiet?: boolean;
  /** Only members who have confirmed their e-mail address may do this. */
  verified?: boolean;
  /** How often a member may do this. */
  limit?: LimitName;
  /** Possible while moderators let the sender's account rest, too. */
  whileSuspended?: boolean;
};

/**
 * Makes the action behind a member's form. It checks where the form came from and who sent it, parses
 * it, opens one transaction as that member, runs `handler`, commits, and refreshes the page or goes
 * where the handler says. What was typed comes back with every answer but success; a form that carries
 * a `draftKey` has its draft dropped by success, kept by a "not today", and parked when the sender is signed out.
 *
 * `handler` throws a `Refusal` for a "no" that the member should read, calls `notFound()` for what is
 * not visible, and lets everything else throw.
 */
export function formAction<S extends z.ZodType>(
  schema: S,
  handler: (viewer: Viewer, input: z.output<S>) => Promise<Outcome>,
  options: Options = {},
): FormAction {
  return (_state, data) =>
    answer(
      data,
      async (values) => {
        const member = await findSignedIn();
        if (!member) return signInFirst(values, options.quiet);
        return write(member, values);
      },
      options.quiet,
    );

  async function write(member: SignedIn, values: Record<string, string[]>): Promise<Outcome> {
    if (options.verified) requireVerified(member, " Your words are still here.");
    const input = parse(schema, values);
    if (!options.whileSuspended) requireActive(member);
    if (options.limit) await refuseFlood(limitOf(options.limit, member), member.id);
    const key = values.draftKey?.[0];
    const outcome = await asMember(member.id, async (db) => {
      const viewer = await lookToWrite(member, db);
      const outcome = await handler(viewer, input);
      if (key && !options.quiet) await db.draft.deleteMany({ where: { userId: viewer.id, key } });
      return outcome;
    }).catch(async (error) => {
      if (!(error instanceof NotToday)) throw error;
      if (!(await keepForAnotherDay(member, values, error))) throw new Refusal(error.unkept, error.field);
      await opensCard(member, values);
      throw error;
    });
    if (options.quiet) return outcome;
    const isCardOpen = await opensCard(member, values);
    refresh();
    return isCardOpen ? leadingToCard(outcome) : outcome;
  }
}

/**
 * Whether what was just kept opens the card for its author (lib/crisis). Whatever becomes of that, the words are kept.
 */
const opensCard = (member: SignedIn, values: Record<string, string[]>): Promise<boolean> =>
  noteWords(member.id, values).catch(() => false);

/** The page that the form stays on brings the card into view; any other begins with it. */
const leadingToCard = (outcome: Outcome): Outcome =>
  outcome && !("say" in outcome) ? outcome : { say: outcome?.say ?? "", show: CARD_ID };

/**
 * Makes the action behind a form for people who are not signed in (joining, signing in, resetting): the
 * same checks, without a viewer and without a transaction of its own.
 */
export function visitorAction<S extends z.ZodType>(
  schema: S,
  handler: (input: z.output<S>) => Promise<Outcome>,
): FormAction {
  return (_state, data) => answer(data, async (values) => handler(parse(schema, values)));
}

/**
 * Makes the action behind a form about how its sender signs in: passwords, passkeys, codes. What they are no
 * member's transaction may see, so the handler is told who sent the form and opens the system's itself.
 */
export function accountAction<S extends z.ZodType>(
  schema: S,
  handler: (member: SignedIn, input: z.output<S>) => Promise<Outcome>,
  options: Pick<Options, "verified"> = {},
): FormAction {
  return (_state, data) =>
    answer(data, async (values) => {
      const member = await findSignedIn();
      if (!member) return signInFirst(values);
      if (options.verified) requireVerified(member);
      const outcome = await handler(member, parse(schema, values));
      refresh();
      return outcome;
    });
}

/**
 * The write is undone; what was typed stays, in a transaction of its own.
 *
 * @returns whether it does. A form that names no draft is a press, and holds no words to lose.
 */
async function keepForAnotherDay(
  member: SignedIn,
  sent: Record<string, string[]>,
  { isAboutNothing }: NotToday,
): Promise<boolean> {
  const { draftKey: key, ...values } = typed(sent);
  if (!key) return true;
  const known = draftKey.safeParse(key[0]);
  if (!known.success) return false;
  // As the browser says; without JavaScript it does not, and they count as typed now.
  const at = typedAt.safeParse(sent.typedAt?.[0]);
  const when = at.success && { typedAt: new Date(at.data) };
  return asMember(member.id, async (db) => {
    const viewer = await lookToWrite(member, db);
    if (await isAboutNothing(viewer, known.data)) return false;
    return (await keepDraft(viewer, { key: known.data, values, ...when })) === "kept";
  });
}

function requireActive(member: SignedIn): void {
  if (!isSuspended(member)) return;
  throw new Refusal(
    "Your account rests just now, so this was not saved. Until when and why stands under Settings; your words are still here.",
  );
}

function requireVerified({ verifiedAt }: SignedIn, also = ""): void {
  if (verifiedAt) return;
  throw new Refusal(
    `Please confirm your e-mail address first: the mail we sent you tells how, and Settings sends it again.${also}`,
  );
}

async function signInFirst(values: Record<string, string[]>, quiet = false): Promise<Outcome> {
  if (quiet) throw new Refusal("You are signed out. Your words stay on this page; sign in to save them.");
  const key = values.draftKey?.[0];
  if (key && !(await parkWords({ draftKey: key, values: typed(values) }))) {
    throw new Refusal(
      "You are signed out. Please sign in in another tab, then send this again; your words stay here.",
    );
  }
  return {
    goTo: `/sign-in?next=${encodeURIComponent(await pathOfPage())}${key ? "&kept=1" : ""}` as Route,
  };
}
