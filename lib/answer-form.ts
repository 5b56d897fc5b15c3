import "server-only";
import type { Route } from "next";
import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { noteRefusal } from "@/lib/answer-status";
import { inTime, noteKeptNothing, type Trouble, troubleIn } from "@/lib/database-trouble";
import { env } from "@/lib/env";
import { forSchema, valuesIn } from "@/lib/form-fields";
import type { FormState } from "@/lib/form-state";
import { noteBroken } from "@/lib/log";
import { NotToday } from "@/lib/not-today";
import { isOwnForm } from "@/lib/origin";
import { Refusal } from "@/lib/refusal";

/** How a write ends, apart from refreshing the page it came from. */
export type Outcome = { goTo: Route } | { say: string; show?: string } | { ask: object } | undefined;

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

/** What a form says, by its schema. @throws what `answer` tells its sender field by field. */
export function parse<S extends z.ZodType>(schema: S, values: Record<string, string[]>): z.output<S> {
  const parsed = schema.safeParse(forSchema(values), { error: () => UNFITTING });
  if (!parsed.success) throw new BadlyFilled(parsed.error.issues);
  return parsed.data;
}

/**
 * Does what a form asks for and makes an answer of however that ends: done, elsewhere, or refused with everything that
 * was typed. Only what comes from a form of this installation is done at all, and nobody waits longer than `inTime` says.
 *
 * @param work gets the form's values by their names. @param quiet for what saves itself: it need not say why it did not.
 * @throws what Next itself throws to go elsewhere (`redirect`, `notFound`).
 */
export async function answer(
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
export function typed(values: Record<string, string[]>): Record<string, string[]> {
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
