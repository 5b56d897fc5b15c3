import { describe, expect, test } from "vitest";
import { asSystem } from "@/lib/db";
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  namePasskey,
  signInWithPasskey,
  takeOutPasskey,
} from "@/lib/passkeys/actions";
import { listPasskeys } from "@/lib/passkeys/queries";
import { MOST_PASSKEYS } from "@/lib/passkeys/rules";
import { listEvents } from "@/lib/security-events/queries";
import { findSignedIn } from "@/lib/session";
import { mailsTo } from "../accounts/mailbox";
import { aMember, type Member, PASSWORD } from "../factories";
import { aPasskey, someCodes } from "../factories-of-accounts";
import { as, browserOf, type Fields, type Sent, submit } from "../people";
import { type Request, requests } from "../request";
import { anAuthenticator } from "./authenticator";

type Question = { challenge: string; user: { id: string } };

const questionIn = (sent: Sent): Question => {
  if (sent.status !== "done" || !("ask" in sent) || !sent.ask) throw new Error(JSON.stringify(sent));
  return JSON.parse(sent.ask);
};

const begin = async (member: Member, browser: Request): Promise<Question> =>
  questionIn(await submit(member, beginPasskey, { currentPassword: PASSWORD }, { browser }));

async function aPasskeyOf(member: Member) {
  const authenticator = anAuthenticator();
  const browser = await browserOf(member);
  const answer = authenticator.make(await begin(member, browser));
  const sent = await submit(member, addPasskey, { name: "My phone", answer }, { browser });
  expect(sent).toEqual({ status: "went", to: "/settings/sign-in" });
  return authenticator;
}

/** A browser in which nobody is signed in, with a question for whichever passkey. */
async function asked() {
  const browser = await browserOf(null);
  const question = questionIn(await submit(null, beginPasskeySignIn, {}, { browser }));
  const send = (answer: string, more: Fields = {}) =>
    submit(null, signInWithPasskey, { answer, ...more }, { browser });
  const whoIsIn = async () => (await requests.run(browser, () => findSignedIn()))?.id ?? null;
  return { browser, question, send, whoIsIn };
}

/** Everything a browser holds but who is signed in there. */
function carryOver(from: Map<string, string>, to: Request) {
  for (const [name, value] of from) if (!name.endsWith("session")) to.cookies.set(name, value);
}

const refused = { status: "refused", message: expect.stringContaining("does not open an account here") };
const notAdded = { status: "refused", message: expect.stringContaining("could not be added") };
const confirmFirst = {
  status: "refused",
  message: expect.stringContaining("confirm your e-mail address first"),
};
const passkeysOf = (member: Member) => as(member, listPasskeys);
const elsewhere = { origin: "https://evil.example" };
const otherName = { rpId: "evil.example" };
const otherQuestion = { challenge: Buffer.from("another").toString("base64url") };

describe("adding a passkey", () => {
  test("asks the password again, and tells the member", async () => {
    const member = await aMember();
    const wrong = await submit(member, beginPasskey, { currentPassword: "seven loud lanterns" });
    expect(wrong).toMatchObject({ status: "refused" });
    expect(wrong).not.toHaveProperty("ask");
    await aPasskeyOf(member);
    expect(await passkeysOf(member)).toMatchObject([{ name: "My phone", used: null }]);
    expect((await mailsTo(member.email))[0]).toContain("Subject: A passkey was added");
    expect((await as(member, (viewer) => listEvents(viewer))).events).toHaveLength(1);
  });

  test("asks for a key that stays findable and looks at its owner, and for none that is there already", async () => {
    const member = await aMember();
    const authenticator = await aPasskeyOf(member);
    expect(await begin(member, await browserOf(member))).toMatchObject({
      rp: { id: "localhost", name: "Onward" },
      user: { name: member.email },
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      excludeCredentials: [{ id: authenticator.id }],
    });
  });

  test.each([
    ["made for another site", elsewhere],
    ["made for another name", otherName],
    ["an answer to another question", otherQuestion],
    ["made without a look at its owner", { verified: false }],
    ["an answer of another kind", { type: "webauthn.get" }],
  ])("takes none that was %s", async (_, twist) => {
    const member = await aMember();
    const browser = await browserOf(member);
    const answer = anAuthenticator().make(await begin(member, browser), twist);
    expect(await submit(member, addPasskey, { name: "x", answer }, { browser })).toMatchObject(notAdded);
    expect(await passkeysOf(member)).toEqual([]);
  });

  test.each(["", "{}", "null", "[]", "{", '{"id":"x"}', "9".repeat(30_000)])(
    "takes no %j for an answer",
    async (answer) => {
      const member = await aMember();
      const browser = await browserOf(member);
      await begin(member, browser);
      expect(await submit(member, addPasskey, { name: "x", answer }, { browser })).toMatchObject(notAdded);
    },
  );

  test("uses a question up: another answer to it adds nothing", async () => {
    const member = await aMember();
    const browser = await browserOf(member);
    const question = await begin(member, browser);
    const cookies = new Map(browser.cookies);
    const send = () =>
      submit(member, addPasskey, { name: "x", answer: anAuthenticator().make(question) }, { browser });
    expect(await send()).toMatchObject({ status: "went" });
    carryOver(cookies, browser);
    expect(await send()).toMatchObject(notAdded);
    expect(await passkeysOf(member)).toHaveLength(1);
  });

  test("is for whoever began it", async () => {
    const [member, other] = [await aMember(), await aMember()];
    const [browser, others] = [await browserOf(member), await browserOf(other)];
    const answer = anAuthenticator().make(await begin(member, browser));
    carryOver(browser.cookies, others);
    const sent = await submit(other, addPasskey, { name: "x", answer }, { browser: others });
    expect(sent).toMatchObject(notAdded);
  });

  test("takes over none that somebody else has", async () => {
    const [member, other] = [await aMember(), await aMember()];
    const authenticator = await aPasskeyOf(member);
    const browser = await browserOf(other);
    const answer = authenticator.make(await begin(other, browser));
    expect(await submit(other, addPasskey, { name: "x", answer }, { browser })).toMatchObject(notAdded);
    expect(await passkeysOf(member)).toHaveLength(1);
  });

  test("waits until the address is confirmed, so that nobody adds one to an account that may be another's", async () => {
    const member = await aMember({ verified: false });
    const browser = await browserOf(member);
    expect(await submit(member, beginPasskey, { currentPassword: PASSWORD }, { browser })).toMatchObject(
      confirmFirst,
    );
    const sent = await submit(member, addPasskey, { name: "x", answer: "{}" }, { browser });
    expect(sent).toMatchObject(confirmFirst);
    expect(await passkeysOf(member)).toEqual([]);
  });

  test("ends at twenty", async () => {
    const member = await aMember();
    for (let count = 0; count < MOST_PASSKEYS; count++) await aPasskey(member);
    expect(await submit(member, beginPasskey, { currentPassword: PASSWORD })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("twenty"),
    });
  });
});

describe("signing in with a passkey", () => {
  test("needs no address and no password, and leads to where one was going", async () => {
    const member = await aMember();
    const authenticator = await aPasskeyOf(member);
    const { question, send, whoIsIn } = await asked();
    expect(question).toMatchObject({ rpId: "localhost", userVerification: "required" });
    expect(question).not.toHaveProperty("allowCredentials");
    const sent = await send(authenticator.answer(question), { next: "/goals" });
    expect(sent).toEqual({ status: "went", to: "/goals" });
    expect(await whoIsIn()).toBe(member.id);
    expect(await passkeysOf(member)).toMatchObject([{ used: { said: "just now" } }]);
  });

  test("asks for no code: it looked at its owner itself", async () => {
    const member = await aMember();
    await someCodes(member);
    const authenticator = await aPasskeyOf(member);
    const { question, send, whoIsIn } = await asked();
    expect(await send(authenticator.answer(question))).toEqual({ status: "went", to: "/today" });
    expect(await whoIsIn()).toBe(member.id);
  });

  test("keeps an account that was to be deleted", async () => {
    const member = await aMember();
    const authenticator = await aPasskeyOf(member);
    const leavesAt = new Date(Date.now() + 86_400_000);
    await asSystem((db) => db.user.update({ where: { id: member.id }, data: { leavesAt } }));
    const { question, send } = await asked();
    expect(await send(authenticator.answer(question))).toMatchObject({ status: "went" });
    const account = await asSystem((db) => db.user.findUnique({ where: { id: member.id } }));
    expect(account?.leavesAt).toBeNull();
  });

  test.each([
    ["signed for another site", elsewhere],
    ["signed for another name", otherName],
    ["an answer to another question", otherQuestion],
    ["signed without a look at its owner", { verified: false }],
    ["an answer of another kind", { type: "webauthn.create" }],
    ["somebody else's by its own word", { userHandle: Buffer.from("somebody").toString("base64url") }],
  ])("takes none that is %s", async (_, twist) => {
    const authenticator = await aPasskeyOf(await aMember());
    const { question, send, whoIsIn } = await asked();
    expect(await send(authenticator.answer(question, twist))).toMatchObject(refused);
    expect(await whoIsIn()).toBeNull();
  });

  test.each(["signature", "authenticatorData", "clientDataJSON"])(
    "takes none whose %s was changed on the way",
    async (part) => {
      const authenticator = await aPasskeyOf(await aMember());
      const { question, send, whoIsIn } = await asked();
      const answer = JSON.parse(authenticator.answer(question));
      const bytes = Buffer.from(answer.response[part], "base64url");
      bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1);
      answer.response[part] = bytes.toString("base64url");
      expect(await send(JSON.stringify(answer))).toMatchObject(refused);
      expect(await whoIsIn()).toBeNull();
    },
  );

  test("takes none that another key signed under this one's name", async () => {
    const authenticator = await aPasskeyOf(await aMember());
    const { question, send } = await asked();
    const { userHandle } = JSON.parse(authenticator.answer(question)).response;
    const forged = JSON.parse(anAuthenticator().answer(question, { userHandle }));
    const { id } = authenticator;
    expect(await send(JSON.stringify({ ...forged, id, rawId: id }))).toMatchObject(refused);
  });

  test("says the same of a passkey that nobody knows, of one that was taken out, and of nonsense", async () => {
    const member = await aMember();
    const authenticator = await aPasskeyOf(member);
    await submit(member, takeOutPasskey, { passkeyId: authenticator.id, currentPassword: PASSWORD });
    for (const answerTo of [
      (question: Question) => anAuthenticator().answer(question),
      (question: Question) => authenticator.answer(question),
      () => "{}",
      () => "",
      () => "{",
    ]) {
      const { question, send, whoIsIn } = await asked();
      expect(await send(answerTo(question))).toMatchObject(refused);
      expect(await whoIsIn()).toBeNull();
    }
  });

  test("uses a question up, whatever was answered to it", async () => {
    const authenticator = await aPasskeyOf(await aMember());
    const { browser, question, send, whoIsIn } = await asked();
    const cookies = new Map(browser.cookies);
    expect(await send(authenticator.answer(question, { verified: false }))).toMatchObject(refused);
    carryOver(cookies, browser);
    expect(await send(authenticator.answer(question))).toMatchObject(refused);
    expect(await whoIsIn()).toBeNull();
  });

  test("happens in the browser that was asked, and within ten minutes", async () => {
    const authenticator = await aPasskeyOf(await aMember());
    const [here, there] = [await asked(), await asked()];
    expect(await there.send(authenticator.answer(here.question))).toMatchObject(refused);
    await asSystem(
      (db) => db.$executeRaw`
        update sign_in_steps set expires_at = now() where details->>'challenge' = ${here.question.challenge}`,
    );
    expect(await here.send(authenticator.answer(here.question))).toMatchObject(refused);
  });

  test("takes no copy: one whose count does not rise", async () => {
    const authenticator = await aPasskeyOf(await aMember());
    const use = async (counter: number) => {
      const { question, send } = await asked();
      return (await send(authenticator.answer(question, { counter }))).status;
    };
    expect(await use(7)).toBe("went");
    expect(await use(7)).toBe("refused");
    expect(await use(3)).toBe("refused");
    expect(await use(0)).toBe("refused");
    expect(await use(8)).toBe("went");
  });

  test("works as often as one likes where nothing is counted", async () => {
    const authenticator = await aPasskeyOf(await aMember());
    for (let times = 0; times < 3; times++) {
      const { question, send } = await asked();
      expect(await send(authenticator.answer(question, { counter: 0 }))).toMatchObject({ status: "went" });
    }
  });

  test("takes the same answer once, also when it is sent ten times at once", async () => {
    const authenticator = await aPasskeyOf(await aMember());
    const { browser, question } = await asked();
    const answer = authenticator.answer(question, { counter: 0 });
    const copies = await Promise.all(Array.from({ length: 10 }, () => browserOf(null)));
    for (const copy of copies) carryOver(browser.cookies, copy);
    const answers = await Promise.all(
      copies.map((copy) => submit(null, signInWithPasskey, { answer }, { browser: copy })),
    );
    expect(answers.filter(({ status }) => status === "went")).toHaveLength(1);
  });
});

describe("looking after passkeys", () => {
  test("gives them names, and takes them out; twice is once", async () => {
    const member = await aMember();
    const { id: passkeyId } = await aPasskeyOf(member);
    await submit(member, namePasskey, { passkeyId, name: "  The blue   key " });
    expect(await passkeysOf(member)).toMatchObject([{ name: "The blue key" }]);
    for (const _ of [1, 2]) await submit(member, takeOutPasskey, { passkeyId, currentPassword: PASSWORD });
    expect(await passkeysOf(member)).toEqual([]);
    expect(await mailsTo(member.email)).toHaveLength(2);
  });

  test("concerns one's own alone", async () => {
    const [member, other] = [await aMember(), await aMember()];
    const { id: passkeyId } = await aPasskey(member);
    expect(await passkeysOf(other)).toEqual([]);
    await submit(other, namePasskey, { passkeyId, name: "Mine now" });
    await submit(other, takeOutPasskey, { passkeyId, currentPassword: PASSWORD });
    expect(await passkeysOf(member)).toMatchObject([{ name: "Her phone" }]);
  });

  test("is not done by somebody at an open screen, who does not know the password", async () => {
    const member = await aMember();
    const { id: passkeyId } = await aPasskey(member);
    for (const currentPassword of ["", "not this one"]) {
      expect(await submit(member, takeOutPasskey, { passkeyId, currentPassword })).toMatchObject({
        status: "refused",
        fieldErrors: { currentPassword: expect.any(String) },
      });
    }
    await asSystem(async (db) => {
      await db.user.update({ where: { id: member.id }, data: { passwordHash: null } });
      const longAgo = new Date(Date.now() - 11 * 60_000);
      await db.session.update({ where: { id: member.sessionId }, data: { createdAt: longAgo } });
    });
    expect(await submit(member, takeOutPasskey, { passkeyId })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("within ten minutes"),
    });
    expect(await passkeysOf(member)).toHaveLength(1);
  });

  test("leaves the last way in where it is, also when two are taken out at once", async () => {
    const member = await aMember();
    const keys = [await aPasskey(member), await aPasskey(member)];
    await asSystem((db) => db.user.update({ where: { id: member.id }, data: { passwordHash: null } }));
    const answers = await Promise.all(
      keys.map(({ id: passkeyId }) => submit(member, takeOutPasskey, { passkeyId })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(["done", "refused"]);
    expect(await passkeysOf(member)).toHaveLength(1);
  });
});
