import "server-only";
import type { Route } from "next";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { noteRefusal } from "@/lib/answer-status";
import { noteWords } from "@/lib/crisis/note-words";
import { CARD_ID } from "@/lib/crisis/schema";
import { inTime, noteKeptNothing, type Trouble, troubleIn } from "@/lib/database-trouble";
import { asMember } from "@/lib/db";
import { env } from "@/lib/env";
import { draftKey, forSchema, typedAt, valuesIn } from "@/lib/form-fields";
import type { FormAction, FormState } from "@/lib/form-state";
import { keepDraft } from "@/lib/keep-draft";
import { type LimitName, limitOf, refuseFlood } from "@/lib/limits";
import { noteBroken } from "@/lib/log";
import { NotToday } from "@/lib/not-today";
import { isOwnForm } from "@/lib/origin";
import { parkWords } from "@/lib/parked-words";
import { Refusal } from "@/lib/refusal";
import { findSignedIn, type SignedIn } from "@/lib/session";
import { isSuspended, lookToWrite, pathOfPage, type Viewer } from "@/lib/viewer";

/** How a write ends, apart from refreshing the page it came from. */
export type Outcome = { goTo: Route } | { say: string; show?: string } | { ask: object } | undefined;

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

/**
 * A form that says something its schema does not know. Only the form's own: what else a handler parses is no fault of
 * its sender.
 */
class BadlyFilled extends Error {
  readonly problems: z.core.$ZodIssue[];

  constructor(problems: z.core.$ZodIssue[]) {
    super("badly filled");
    this.problems = problems;
  }
}

/** What is said of a field where its schema has no words of its own: it came from no form of ours. */
const UNFITTING = "This does not fit here. Please look at it once more, or reload the page.";

function parse<S extends z.ZodType>(schema: S, values: Record<string, string[]>): z.output<S> {
  const parsed = schema.safeParse(forSchema(values), { error: () => UNFITTING });
  if (!parsed.success) throw new BadlyFilled(parsed.error.issues);
  return parsed.data;
}

async function answer(
  data: unknown,
  work: (values: Record<string, string[]>) => Promise<Outcome>,
  quiet = false,
): Promise<FormState> {
  // Anybody may call an action with anything.
  const values = data instanceof FormData ? valuesIn(data) : {};
  let outcome: Outcome;
  try {
    await requireOwnOrigin();
    outcome = await inTime(() => work(values));
  } catch (error) {
    const refusal = refused(error, values, quiet);
    // Words that wait for another day are kept, and their page says so.
    if (!(error instanceof NotToday)) noteRefusal(refusal);
    return refusal;
  }
  if (outcome && "goTo" in outcome) redirect(outcome.goTo);
  if (!outcome) return { status: "done" };
  if ("ask" in outcome) return { status: "done", ask: JSON.stringify(outcome.ask) };
  return { status: "done", message: outcome.say, ...(outcome.show && { show: outcome.show }) };
}

function refused(error: unknown, sent: Record<string, string[]>, quiet: boolean): FormState {
  unstable_rethrow(error);
  const values = typed(sent);
  const lost = Object.keys(sent).some((name) => IS_PASSWORD.test(name));
  if (error instanceof BadlyFilled) {
    const fieldErrors: Record<string, string> = {};
    for (const issue of error.problems) fieldErrors[String(issue.path[0] ?? "form")] ??= issue.message;
    return {
      status: "invalid",
      message: `Please look at this once more. ${lost ? "Everything but the password is still here." : "Nothing you typed is lost."}`,
      fieldErrors,
      values,
    };
  }
  if (error instanceof Refusal) {
    return {
      status: "refused",
      message: error.message,
      values,
      ...(error.field && { fieldErrors: { [error.field]: error.message } }),
    };
  }
  const trouble = troubleIn(error);
  if (trouble === "keeps-nothing") noteKeptNothing();
  const reference = noteBroken(error, trouble ? `Postgres: ${trouble}` : "an action broke");
  // What saves itself tries again by itself, and need not say why.
  if (trouble && quiet) return { status: "refused" };
  if (trouble) return { status: "refused", message: `${inTrouble[trouble]} ${reference}.`, values };
  const message = `Something went wrong on our side, and it was not saved. Everything you typed is still here; please try again in a moment. If it stays like this, tell whoever runs this place: ${reference}.`;
  return { status: "refused", message, values };
}

// Whether a write that got no answer was kept is not known. Sent again it carries the same id, and is there once.
const inTrouble: Record<Trouble, string> = {
  away: "The place where Onward keeps things does not answer just now. Everything you typed is still here: please send it again in a moment, as often as you like, and it will be there once. If it stays like this, tell whoever runs this place:",
  "keeps-nothing":
    "The place where Onward keeps things cannot take in anything new just now, so it was not saved. Everything you typed is still here; please try again in a while. If it stays like this, tell whoever runs this place:",
};

const IS_PASSWORD = /password/i;

/** What goes back into the form: everything but passwords and what the form itself put there. */
function typed(values: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !IS_PASSWORD.test(name) && name !== "typedAt"),
  );
}

async function requireOwnOrigin(): Promise<void> {
  if (!isOwnForm(await headers())) {
    throw new Refusal(
      `This form did not come from ${env().ONWARD_URL}, so nothing was saved. Please open Onward there and try again.`,
    );
  }
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
