import { hash, verify } from "@node-rs/argon2";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { askForNewPassword, join, signIn } from "@/lib/accounts/actions";
import { asSystem } from "@/lib/db";
import type { FormAction } from "@/lib/form-state";
import { freshId } from "@/lib/ids";
import { aMember } from "../factories";
import type { Fields } from "../form";
import { type Sent, submit } from "../people";
import { statementsOf } from "../statements";

/*
 * How long an answer takes tells nobody who has an account. What takes time is what Postgres is asked, and
 * passwords, which are slow to check on purpose: there is as much of both whoever has the address.
 */

// As it is, and counted.
vi.mock("@node-rs/argon2", { spy: true });

const anAddress = () => `${freshId()}@example.org`;

/** Addresses of people of every kind. */
const known: Record<string, () => Promise<string>> = {
  "somebody who confirmed it": async () => (await aMember()).email,
  "somebody who has not confirmed it": async () => (await aMember({ verified: false })).email,
  "one who confirmed it, and several who claim it": async () => {
    const { email } = await aMember();
    for (const _ of [1, 2, 3]) await aMember({ email, verified: false });
    return email;
  },
  "somebody without a password": async () => {
    const { id, email } = await aMember();
    await asSystem((db) => db.user.update({ where: { id }, data: { passwordHash: null } }));
    return email;
  },
};

/** What was done for an answer: every statement, and every password looked at, by what it costs. */
async function workFor(action: FormAction, fields: Fields) {
  for (const spy of [hash, verify]) vi.mocked(spy).mockClear();
  let answer: Sent = { status: "not found" };
  const { statements } = await statementsOf(async () => {
    answer = await submit(null, action, fields);
  });
  // Every other value is the one that was sent.
  if ("values" in answer) delete answer.values;
  const costOf = (kept: unknown) => String(kept).split("$").slice(1, 4).join(" ");
  return {
    answer,
    statements,
    made: vi.mocked(hash).mock.calls.map(([, cost]) => cost),
    checked: vi.mocked(verify).mock.calls.map(([kept]) => costOf(kept)),
  };
}

const signingIn = (email: string) => workFor(signIn, { email, password: "nine patient herons" });
const joining = (email: string) =>
  workFor(join, { email, password: "nine patient herons", name: "Wren", adult: true, timeZone: "UTC" });
const forgetting = (email: string) => workFor(askForNewPassword, { email });

// What stands for nobody's password is made once.
beforeAll(() => signingIn(anAddress()));

describe.each(Object.entries(known))("whether an address is that of %s", (_who, addressOf) => {
  test("is not told by signing in with a password that does not fit", async () => {
    const work = await signingIn(await addressOf());
    expect(work.answer).toMatchObject({ status: "refused" });
    expect(work.checked.length).toBeGreaterThan(0);
    expect(work).toEqual(await signingIn(anAddress()));
  });

  test("is not told by joining with it", async () => {
    const work = await joining(await addressOf());
    expect(work.answer).toEqual({ status: "went", to: "/today" });
    expect(work.checked.length).toBeGreaterThan(0);
    expect(work.made).toHaveLength(1);
    expect(work).toEqual(await joining(anAddress()));
  });

  test("is not told by asking for a new password", async () => {
    const work = await forgetting(await addressOf());
    expect(work.answer).toMatchObject({ status: "done" });
    expect(work).toEqual(await forgetting(anAddress()));
    // It is looked up where nobody waits for it.
    expect(work.statements.join()).toContain("app.enqueue");
    expect(work.statements.join()).not.toMatch(/users|mailed_links/);
  });
});
