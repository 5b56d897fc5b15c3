import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  askForNewPassword,
  confirmAddress,
  join,
  saveSettings,
  sendConfirmationAgain,
  setNewPassword,
  signIn,
  signOut,
} from "@/lib/accounts/actions";
import { findLook, findVerifyState, isOwnLink, isResetOpen } from "@/lib/accounts/queries";
import { changeAddress, takeNewAddress } from "@/lib/addresses/actions";
import { asMember, asSystem } from "@/lib/db";
import { saveDraft } from "@/lib/drafts/actions";
import { findDraft } from "@/lib/drafts/queries";
import { formAction, say } from "@/lib/form-action";
import { freshId } from "@/lib/ids";
import { LOOK_COOKIE, parseLook } from "@/lib/look";
import { changePassword } from "@/lib/passwords/actions";
import { findSignedIn, type SignedIn } from "@/lib/session";
import { freshSecret, hashOf } from "@/lib/vault";
import { readAsVisitor } from "@/lib/viewer";
import { aMember, type Member, PASSWORD } from "../factories";
import { aPasskey, someCodes } from "../factories-of-accounts";
import { twoHundredDrafts } from "../factories-of-drafts";
import type { Fields } from "../form";
import { as, browserOf, submit } from "../people";
import { type Request, requests } from "../request";
import { mailsTo, tokenTo } from "./mailbox";

const anAddress = () => `${freshId()}@example.org`;
const joining = (fields: Fields = {}): Fields => ({
  id: freshId(),
  email: anAddress(),
  password: PASSWORD,
  name: "Juniper",
  adult: true,
  timeZone: "Europe/Berlin",
  ...fields,
});

const whoIsIn = (browser: Request): Promise<SignedIn | null> => requests.run(browser, () => findSignedIn());

/** Somebody who has just joined, in the browser in which they did. */
async function aJoiner(fields: Fields = {}) {
  const browser = await browserOf(null);
  const form = joining(fields);
  const sent = await submit(null, join, form, { browser });
  const member = await whoIsIn(browser);
  if (!member) throw new Error(`Nobody is signed in after joining: ${JSON.stringify(sent)}`);
  return { browser, form, sent, member, email: String(form.email).trim().toLowerCase() };
}

const accountsWith = (email: string) =>
  asSystem((db) => db.user.findMany({ where: { email }, orderBy: { createdAt: "asc" } }));

/** What opens an account besides its password, or is asked for after it. */
async function waysInto({ id }: Member) {
  const { _count, oneTimeCodes } = await asSystem((db) =>
    db.user.findUniqueOrThrow({
      where: { id },
      select: {
        oneTimeCodes: { select: { userId: true } },
        _count: { select: { passkeys: true, providers: true, recoveryCodes: true } },
      },
    }),
  );
  return { ..._count, oneTimeCodes: oneTimeCodes !== null };
}

/** Lets a member's mailed links of the past have been sent this much earlier. */
const letTimePass = (userId: string, minutes: number) =>
  asSystem(
    (db) => db.$executeRaw`
    update mailed_links set created_at = created_at - make_interval(mins => ${minutes}::int),
                            expires_at = expires_at - make_interval(mins => ${minutes}::int)
    where user_id = ${userId}::uuid`,
  );

const tokensIn = (mail: string, page: "verify" | "reset-password") =>
  [...mail.matchAll(new RegExp(`/${page}/([\\w-]{22})`, "g"))].map(([, token]) => token ?? "");

/** How many links would still do something for a member. */
const openLinksOf = ({ id: userId }: { id: string }) =>
  asSystem((db) => db.mailedLink.count({ where: { userId, usedAt: null, expiresAt: { gt: new Date() } } }));

const nobody = await browserOf(null);
const stateOf = (token: string) =>
  requests.run(nobody, () => readAsVisitor((visitor) => findVerifyState(visitor, token)));
const opens = (token: string) =>
  requests.run(nobody, () => readAsVisitor((visitor) => isResetOpen(visitor, token)));

describe("joining", () => {
  test("opens an account, signs in at once and leads to Today", async () => {
    const { sent, member, form, email } = await aJoiner();
    expect(sent).toEqual({ status: "went", to: "/today" });
    expect(member).toMatchObject({
      id: form.id,
      email,
      name: "Juniper",
      timeZone: "Europe/Berlin",
      verifiedAt: null,
    });
  });

  test("leads back to the invitation one came from, and to no other site", async () => {
    expect((await aJoiner({ next: "/invite/abc" })).sent).toEqual({ status: "went", to: "/invite/abc" });
    expect((await aJoiner({ next: "//evil.example" })).sent).toEqual({ status: "went", to: "/today" });
  });

  test("keeps the address without spaces and capitals, and the password as argon2id", async () => {
    const mark = freshId();
    await aJoiner({ email: `  Wren.${mark}@Example.ORG ` });
    const [account] = await accountsWith(`wren.${mark}@example.org`);
    expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(account?.adultSaidAt).toBeInstanceOf(Date);
  });

  test("takes an unknown time zone for UTC, as it does without JavaScript", async () => {
    expect((await aJoiner({ timeZone: "Middle/Earth" })).member.timeZone).toBe("UTC");
    expect((await aJoiner({ timeZone: undefined })).member.timeZone).toBe("UTC");
  });

  test("sends one mail with a link, and no name that a stranger may have typed", async () => {
    const { email } = await aJoiner({ name: "buy-this.example" });
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatch(/http:\/\/localhost:3000\/verify\/[\w-]{22}\n/);
    expect(mails[0]).not.toContain("buy-this");
  });

  test("keeps everything that was typed when something is missing, except the password", async () => {
    const sent = await submit(null, join, joining({ email: "juniper@", name: " ", adult: false }));
    expect(sent).toHaveProperty(
      "message",
      "Please look at this once more. Everything but the password is still here.",
    );
    expect(sent).toMatchObject({
      status: "invalid",
      fieldErrors: {
        email: expect.stringContaining("name@example.org"),
        name: expect.stringContaining("choose a name"),
        adult: expect.stringContaining("18"),
      },
      values: { email: ["juniper@"], timeZone: ["Europe/Berlin"] },
    });
    expect(JSON.stringify(sent)).not.toContain(PASSWORD);
  });

  test("pressed twice makes one account and is signed in", async () => {
    const { form, browser, member, email } = await aJoiner();
    expect(await submit(null, join, form, { browser })).toEqual({ status: "went", to: "/today" });
    expect(await whoIsIn(browser)).toMatchObject({ id: member.id });
    expect(await accountsWith(email)).toHaveLength(1);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  test("pressed five times at once makes one account, and every press is signed in", async () => {
    const form = joining();
    const browsers = await Promise.all(Array.from({ length: 5 }, () => browserOf(null)));
    const answers = await Promise.all(browsers.map((browser) => submit(null, join, form, { browser })));
    expect(answers).toEqual(Array(5).fill({ status: "went", to: "/today" }));
    for (const browser of browsers) expect(await whoIsIn(browser)).toMatchObject({ id: form.id });
    expect(await accountsWith(String(form.email))).toHaveLength(1);
    expect(await mailsTo(String(form.email))).toHaveLength(1);
  });

  test("pressed five times at once takes no mail from those that can be asked for again", async () => {
    const form = joining();
    const email = String(form.email);
    const browser = await browserOf(null);
    const others = await Promise.all(Array.from({ length: 4 }, () => browserOf(null)));
    await Promise.all([browser, ...others].map((one) => submit(null, join, form, { browser: one })));
    for (let times = 0; times < 3; times++) {
      await letTimePass(String(form.id), 1);
      await submit(null, sendConfirmationAgain, {}, { browser });
    }
    expect(await mailsTo(email)).toHaveLength(4);
  });

  test("with the id of somebody else's account does not enter it", async () => {
    const heron = await aMember();
    const browser = await browserOf(null);
    for (const email of [anAddress(), heron.email]) {
      const form = joining({ id: heron.id, email, password: "another quiet lantern" });
      expect(await submit(null, join, form, { browser })).toMatchObject({ status: "refused" });
    }
    expect(await whoIsIn(browser)).toBeNull();
  });

  test("from another site opens nothing", async () => {
    const form = joining();
    const headers = { origin: "https://evil.example" };
    expect(await submit(null, join, form, { headers })).toMatchObject({ status: "refused" });
    expect(await accountsWith(String(form.email))).toEqual([]);
  });

  test("again with the same password leads into the account that is there", async () => {
    const { member, email } = await aJoiner();
    const again = await aJoiner({ email: email.toUpperCase() });
    expect(again.member.id).toBe(member.id);
    expect(await accountsWith(email)).toHaveLength(1);
  });

  test("with somebody's address answers like with an unknown one, and only its mailbox learns more", async () => {
    const heron = await aMember({ name: "Heron" });
    const stranger = await aJoiner({ email: heron.email, password: "a stranger's own words" });
    const unknown = await aJoiner({ password: "a stranger's own words" });
    expect(stranger.sent).toEqual(unknown.sent);
    expect(Object.keys(stranger.member)).toEqual(Object.keys(unknown.member));
    expect([...stranger.browser.cookies.keys()]).toEqual([...unknown.browser.cookies.keys()]);
    expect(stranger.member.id).not.toBe(heron.id);
    const mails = await mailsTo(heron.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain("already have");
    expect(mails[0]).toContain("/forgot-password");
    expect(mails[0]).not.toContain("/verify/");
  });
});

describe("a new password", () => {
  const answerTo = async (password: string, more: Fields = {}) => {
    const sent = await submit(null, join, joining({ password, ...more }));
    return "fieldErrors" in sent ? (sent.fieldErrors?.password ?? sent.status) : sent.status;
  };
  const long = (length: number) => "seven quiet lanterns by the river ".repeat(9).slice(0, length);

  test("has at least 8 characters and at most 256", async () => {
    expect(await answerTo("kw7!pqz")).toMatch(/at least 8/);
    expect(await answerTo("kw7!pqzm")).toBe("went");
    expect(await answerTo(long(256))).toBe("went");
    expect(await answerTo(long(257))).toMatch(/up to 256/);
  });

  test.each([
    "blaue Tasse — grüner Fluß",
    "тихие фонари у реки",
    "静かな提灯が七つ川辺に",
    "🌱🌊🦉🏔️🍂🐚🌙🪵",
    "  spaces around it  ",
  ])("may hold any characters: %s", async (password) => {
    const { email } = await aJoiner({ password });
    expect(await submit(null, signIn, { email, password })).toMatchObject({ status: "went" });
  });

  test("is the same password however a keyboard composes it, and with a NUL pasted into it", async () => {
    const { email } = await aJoiner({ password: "café sûr à sept" });
    const decomposed = "café sûr à sept".normalize("NFD");
    expect(await submit(null, signIn, { email, password: decomposed })).toMatchObject({ status: "went" });
    expect(await submit(null, signIn, { email, password: "café\0 sûr à sept" })).toMatchObject({
      status: "went",
    });
    expect(await submit(null, signIn, { email, password: "cafe sur a sept" })).toMatchObject({
      status: "refused",
    });
  });

  test.each([
    ["12345678", /ten passwords/],
    ["qwertyuiop", /hundred/],
    ["password1", /lists of common/],
    ["letmein123", /close to a common/],
    ["aaaaaaaa", /repeats/],
    ["abcdefgh", /sequence/],
    ["onwardonward", /repeats/],
  ])("that is common is refused with the reason: %s", async (password, reason) => {
    expect(await answerTo(password)).toMatch(reason);
  });

  test("made of one's own name or address is refused with the reason", async () => {
    expect(await answerTo("Nightjarrow1", { name: "Nightjarrow" })).toMatch(/name or e-mail/);
    expect(await answerTo("nightjarrow7", { email: `nightjarrow@${freshId()}.org` })).toMatch(
      /name or e-mail/,
    );
  });

  test.each(["correct horse battery staple", "seven quiet lanterns", "zq8#kLp2"])(
    "like %s is fine",
    async (password) => {
      expect(await answerTo(password)).toBe("went");
    },
  );
});

describe("confirming an address", () => {
  test("works once, through the mailed link, where the account is signed in", async () => {
    const { browser, email } = await aJoiner();
    const token = await tokenTo(email, "verify");
    expect(await stateOf(token)).toBe("waiting");
    expect((await whoIsIn(browser))?.verifiedAt).toBeNull();
    const page = { status: "went", to: `/verify/${token}` };
    expect(await submit(null, confirmAddress, { token }, { browser })).toEqual(page);
    expect(await stateOf(token)).toBe("confirmed");
    const confirmedAt = (await whoIsIn(browser))?.verifiedAt;
    expect(confirmedAt).toBeInstanceOf(Date);
    expect(await submit(null, confirmAddress, { token }, { browser })).toEqual(page);
    expect((await whoIsIn(browser))?.verifiedAt).toEqual(confirmedAt);
  });

  test("works in any other browser for who knows the password that they joined with", async () => {
    const { browser, email } = await aJoiner();
    const token = await tokenTo(email, "verify");
    const elsewhere = { token, password: PASSWORD };
    expect(await submit(null, confirmAddress, elsewhere)).toEqual({
      status: "went",
      to: `/verify/${token}`,
    });
    expect((await whoIsIn(browser))?.verifiedAt).toBeInstanceOf(Date);
  });

  test("is not done for a stranger by the owner of the mailbox, who presses in a mail that the stranger caused", async () => {
    const stranger = await aJoiner();
    const token = await tokenTo(stranger.email, "verify");
    const owner = await aMember({ verified: false, email: stranger.email });
    const elsewhere = await aMember({ verified: false });
    for (const [who, password] of [
      [null, ""],
      [null, "nine patient herons"],
      [elsewhere, ""],
      [elsewhere, "nine patient herons"],
    ] as const) {
      expect(await submit(who, confirmAddress, { token, password })).toMatchObject({
        status: "refused",
        fieldErrors: { password: expect.stringMatching(/password/) },
      });
    }
    expect(await stateOf(token)).toBe("waiting");
    // Signed in to an account of their own with that address, it is this one that they confirm.
    expect(await submit(owner, confirmAddress, { token })).toMatchObject({ status: "went" });
    expect((await whoIsIn(stranger.browser))?.verifiedAt).toBeNull();
    expect((await whoIsIn(await browserOf(owner)))?.verifiedAt).toBeInstanceOf(Date);
  });

  test("lets nobody try password after password", async () => {
    const { email } = await aJoiner();
    const token = await tokenTo(email, "verify");
    const guess = () => submit(null, confirmAddress, { token, password: "nine patient herons" });
    for (let tries = 0; tries < 10; tries++) await guess();
    expect(await guess()).toMatchObject({ status: "refused", message: expect.stringContaining("wait") });
  });

  test("opens what waits for a confirmed address", async () => {
    const { browser, email } = await aJoiner();
    const invite = formAction(z.object({}), async () => say("Invited."), { verified: true });
    expect(await submit(null, invite, {}, { browser })).toMatchObject({ status: "refused" });
    await submit(null, confirmAddress, { token: await tokenTo(email, "verify") }, { browser });
    expect(await submit(null, invite, {}, { browser })).toMatchObject({
      status: "done",
      message: "Invited.",
    });
  });

  test("is over after a day", async () => {
    const { browser, member, email } = await aJoiner();
    const token = await tokenTo(email, "verify");
    await letTimePass(member.id, 24 * 60);
    expect(await stateOf(token)).toBe("gone");
    await submit(null, confirmAddress, { token }, { browser });
    expect((await whoIsIn(browser))?.verifiedAt).toBeNull();
  });

  test.each([
    "",
    "x",
    "gone",
    freshSecret(),
    `${freshSecret()}x`,
    "../../../etc/passwd___",
    "'; drop table users;--",
  ])("with %j confirms nothing", async (token) => {
    expect(await stateOf(token)).toBe("gone");
    expect(await submit(null, confirmAddress, { token })).toMatchObject({
      status: "went",
      to: expect.stringMatching(/^\/verify\/[\w-]+$/),
    });
  });

  test("does not work with a link for a new password", async () => {
    const { browser, email } = await aJoiner();
    await submit(null, askForNewPassword, { email });
    const token = await tokenTo(email, "reset-password");
    expect(await stateOf(token)).toBe("gone");
    await submit(null, confirmAddress, { token }, { browser });
    expect((await whoIsIn(browser))?.verifiedAt).toBeNull();
  });

  test("keeps only the link's hash", async () => {
    const { member, email } = await aJoiner();
    const token = await tokenTo(email, "verify");
    const kept = await asSystem((db) => db.mailedLink.findMany({ where: { userId: member.id } }));
    expect(kept).toHaveLength(1);
    expect(kept[0]?.tokenHash).toEqual(hashOf(token));
    expect(Buffer.from(token, "base64url")).toHaveLength(16);
  });

  test("gives an address to one of the accounts that claim it, however many do so at once", async () => {
    const email = anAddress();
    const passwords = ["first", "second", "third", "fourth", "fifth"].map((word) => `${word} quiet lantern`);
    const browsers: Request[] = [];
    for (const password of passwords) browsers.push((await aJoiner({ email, password })).browser);
    const mails = await mailsTo(email);
    const tokens = mails.map((mail) => /verify\/([\w-]{22})/.exec(mail)?.[1] ?? "");
    expect(new Set(tokens).size).toBe(5);
    const answers = await Promise.all(
      browsers.map((browser, index) => submit(null, confirmAddress, { token: tokens[index] }, { browser })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill("went"));
    expect((await accountsWith(email)).filter((account) => account.verifiedAt)).toHaveLength(1);
    expect((await Promise.all(tokens.map(stateOf))).sort()).toEqual(["confirmed", ...Array(4).fill("taken")]);
  });

  test("can be asked for again after a minute, and each link works until one was used", async () => {
    const { browser, member, email } = await aJoiner();
    const older = await tokenTo(email, "verify");
    expect(await submit(null, sendConfirmationAgain, {}, { browser })).toMatchObject({
      status: "refused",
      message: expect.stringMatching(/in (60|5\d) seconds/),
    });
    await letTimePass(member.id, 1);
    expect(await submit(null, sendConfirmationAgain, {}, { browser })).toMatchObject({
      status: "done",
      message: expect.stringContaining(email),
    });
    const newer = await tokenTo(email, "verify");
    expect(newer).not.toBe(older);
    expect([await stateOf(older), await stateOf(newer)]).toEqual(["waiting", "waiting"]);
    await submit(null, confirmAddress, { token: older }, { browser });
    expect([await stateOf(older), await stateOf(newer)]).toEqual(["confirmed", "confirmed"]);
    expect(await openLinksOf(member)).toBe(0);
  });

  test("has six links at most that wait, and then says so", async () => {
    const { browser, member, email } = await aJoiner();
    for (let times = 0; times < 5; times++) {
      await letTimePass(member.id, 1);
      const sent = await submit(null, sendConfirmationAgain, {}, { browser });
      expect(sent).toMatchObject({ status: "done" });
    }
    await letTimePass(member.id, 1);
    expect(await submit(null, sendConfirmationAgain, {}, { browser })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("the link in each of them works"),
    });
    const tokens = (await mailsTo(email)).flatMap((mail) => tokensIn(mail, "verify"));
    expect(await Promise.all(tokens.map(stateOf))).toEqual(Array(6).fill("waiting"));
  });

  test("is not put off by strangers who join with the address: the owner confirms by any mail of theirs, and no stranger does", async () => {
    const email = anAddress();
    const strangers = [];
    for (let n = 0; n < 6; n++)
      strangers.push(await aJoiner({ email, password: `a stranger's lantern ${n}` }));
    const owner = await aJoiner({ email });
    // Six an hour, whoever had them sent.
    const tokens = (await mailsTo(email)).flatMap((mail) => tokensIn(mail, "verify"));
    expect(tokens).toHaveLength(6);
    const token = tokens.at(-1) ?? "";
    const own = (browser: Request) =>
      requests.run(browser, () => readAsVisitor((visitor) => isOwnLink(visitor, token, "verify")));
    expect([await own(owner.browser), await own(nobody)]).toEqual([true, false]);

    const page = { status: "went", to: `/verify/${token}` };
    for (const _ of [1, 2]) {
      expect(await submit(null, confirmAddress, { token }, { browser: owner.browser })).toEqual(page);
      expect(await stateOf(token)).toBe("confirmed");
    }
    expect((await whoIsIn(owner.browser))?.verifiedAt).toBeInstanceOf(Date);
    for (const { browser } of strangers) expect((await whoIsIn(browser))?.verifiedAt).toBeNull();
    expect(await stateOf(tokens[0] ?? "")).toBe("taken");
  });

  test("asked for again reads the same, whether others had mails sent to the address or not", async () => {
    const answers = async (email: string) => {
      const { browser, member } = await aJoiner({ email });
      const said = [];
      for (let times = 0; times < 2; times++) {
        await letTimePass(member.id, 1);
        for (let presses = 0; presses < 2; presses++)
          said.push(await submit(null, sendConfirmationAgain, { id: "1" }, { browser }));
      }
      return JSON.stringify(said)
        .replaceAll(email, "-")
        .replaceAll(/in \d+ seconds/g, "in a while");
    };
    const busy = anAddress();
    for (let n = 0; n < 6; n++) await aJoiner({ email: busy, password: `a stranger's lantern ${n}` });
    expect(await answers(busy)).toEqual(await answers(anAddress()));
    expect(await mailsTo(busy)).toHaveLength(6);
  });

  test("asked for again five times at once sends one mail", async () => {
    const wren = await aMember({ verified: false });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => submit(wren, sendConfirmationAgain, {})),
    );
    expect(answers.filter(({ status }) => status === "done")).toHaveLength(1);
    expect(await mailsTo(wren.email)).toHaveLength(1);
  });

  test("is not asked for again once it is done, and a signed-out browser signs in first", async () => {
    const heron = await aMember();
    expect(await submit(heron, sendConfirmationAgain, {})).toMatchObject({
      status: "done",
      message: expect.stringContaining("already"),
    });
    expect(await mailsTo(heron.email)).toEqual([]);
    expect(await submit(null, sendConfirmationAgain, {})).toEqual({ status: "went", to: "/sign-in" });
  });
});

describe("signing in", () => {
  test("leads to where one was going, in any casing of the address", async () => {
    const heron = await aMember();
    const browser = await browserOf(null);
    const fields = { email: ` ${heron.email.toUpperCase()} `, password: PASSWORD, next: "/circles?x=1" };
    expect(await submit(null, signIn, fields, { browser })).toEqual({ status: "went", to: "/circles?x=1" });
    expect(await whoIsIn(browser)).toMatchObject({ id: heron.id });
  });

  test("leads to no other site", async () => {
    const { email } = await aMember();
    for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example"]) {
      expect(await submit(null, signIn, { email, password: PASSWORD, next })).toEqual({
        status: "went",
        to: "/today",
      });
    }
  });

  test("says one and the same for a wrong password and an unknown address, and keeps the address", async () => {
    const heron = await aMember();
    const wrong = await submit(null, signIn, { id: "1", email: heron.email, password: "not this one" });
    const unknown = await submit(null, signIn, {
      id: "1",
      email: "nobody@example.org",
      password: "not this one",
    });
    expect(wrong).toMatchObject({ status: "refused", values: { email: [heron.email] } });
    expect({ ...wrong, values: null }).toEqual({ ...unknown, values: null });
    expect(JSON.stringify(wrong)).not.toContain("not this one");
  });

  test("asks for what is missing", async () => {
    expect(await submit(null, signIn, {})).toMatchObject({
      status: "invalid",
      fieldErrors: { email: expect.any(String), password: expect.any(String) },
    });
  });

  test("takes a password of a hundred thousand characters for a wrong one", async () => {
    const heron = await aMember();
    const fields = { email: heron.email, password: "x".repeat(100_000) };
    expect(await submit(null, signIn, fields)).toMatchObject({ status: "refused" });
  });

  test("begins a new session each time, named after the browser, and ends the browser's former one", async () => {
    const heron = await aMember();
    const userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    const browser = await browserOf(null, { "user-agent": userAgent });
    const fields = { email: heron.email, password: PASSWORD };
    await submit(null, signIn, fields, { browser });
    const first = await whoIsIn(browser);
    await submit(null, signIn, fields, { browser });
    const second = await whoIsIn(browser);
    expect(second?.sessionId).not.toBe(first?.sessionId);
    const sessions = await as(heron, ({ db }) =>
      db.session.findMany({ where: { id: { in: [first?.sessionId ?? "", second?.sessionId ?? ""] } } }),
    );
    const byId = new Map(sessions.map((session) => [session.id, session]));
    expect(byId.get(first?.sessionId ?? "")).toMatchObject({
      device: "Firefox on Linux",
      revokedAt: expect.any(Date),
    });
    expect(byId.get(second?.sessionId ?? "")).toMatchObject({ device: "Firefox on Linux", revokedAt: null });
  });

  test("brings the look that its member chose", async () => {
    const heron = await aMember();
    await submit(heron, saveSettings, settings({ theme: "dark", textSize: "large", font: "reader" }));
    const browser = await browserOf(null);
    await submit(null, signIn, { email: heron.email, password: PASSWORD }, { browser });
    expect(parseLook(browser.cookies.get(LOOK_COOKIE))).toEqual({
      theme: "dark",
      textSize: "large",
      font: "reader",
    });
  });

  test("brings the words that were sent while signed out, once", async () => {
    const heron = await aMember();
    const browser = await browserOf(null);
    const write = formAction(z.object({ happened: z.string() }), async () => undefined);
    const parked = { draftKey: "setback", happened: "They went with someone else." };
    expect(await submit(null, write, parked, { browser })).toMatchObject({ status: "went" });
    await submit(null, signIn, { email: heron.email, password: PASSWORD }, { browser });
    const draft = await as(heron, (viewer) => findDraft(viewer, "setback"));
    expect(draft?.values).toMatchObject({ happened: ["They went with someone else."] });
    expect(draft?.values).not.toHaveProperty("draftKey");
  });

  test("brings them also where there is no room for more drafts, because they are nowhere else", async () => {
    const heron = await aMember();
    await twoHundredDrafts(heron);
    const browser = await browserOf(null);
    const write = formAction(z.object({ happened: z.string() }), async () => undefined);
    await submit(null, write, { draftKey: "setback", happened: "They said no." }, { browser });
    await submit(null, signIn, { email: heron.email, password: PASSWORD }, { browser });
    const draft = await as(heron, (viewer) => findDraft(viewer, "setback"));
    expect(draft?.values).toMatchObject({ happened: ["They said no."] });
  });

  test("never hands one member's words to the next on the same computer, and keeps them for their writer", async () => {
    const [juniper, heron] = [await aMember({ name: "Juniper" }), await aMember({ name: "Heron" })];
    const browser = await browserOf(juniper);
    await asMember(juniper.id, (db) => db.session.updateMany({ data: { revokedAt: new Date() } }));
    const write = formAction(z.object({ happened: z.string() }), async () => undefined);
    await submit(null, write, { draftKey: "setback", happened: "They went with someone else." }, { browser });
    const draftOf = (member: typeof heron) => as(member, (viewer) => findDraft(viewer, "setback"));

    await submit(null, signIn, { email: heron.email, password: PASSWORD }, { browser });
    expect(await draftOf(heron)).toBeNull();
    await submit(null, signIn, { email: juniper.email, password: PASSWORD }, { browser });
    expect((await draftOf(juniper))?.values).toMatchObject({ happened: ["They went with someone else."] });
  });

  test("never hands the words of a page left open, sent after signing out, to the next member", async () => {
    const [juniper, heron] = [await aMember({ name: "Juniper" }), await aMember({ name: "Heron" })];
    const browser = await browserOf(juniper);
    const write = formAction(z.object({ happened: z.string() }), async () => undefined);
    await submit(null, signOut, {}, { browser });
    await submit(null, write, { draftKey: "setback", happened: "They went with someone else." }, { browser });
    const draftOf = (member: typeof heron) => as(member, (viewer) => findDraft(viewer, "setback"));

    await submit(null, signIn, { email: heron.email, password: PASSWORD }, { browser });
    expect(await draftOf(heron)).toBeNull();
    await submit(null, signIn, { email: juniper.email, password: PASSWORD }, { browser });
    expect((await draftOf(juniper))?.values).toMatchObject({ happened: ["They went with someone else."] });
  });

  test("is not stopped by words that belong to no form", async () => {
    const heron = await aMember();
    const browser = await browserOf(null);
    const write = formAction(z.object({}), async () => undefined);
    await submit(null, write, { draftKey: "Not A Key" }, { browser });
    const fields = { email: heron.email, password: PASSWORD };
    expect(await submit(null, signIn, fields, { browser })).toMatchObject({ status: "went" });
  });

  test("reaches the confirmed account and the newest claims on its address, each by its own password", async () => {
    const heron = await aMember();
    const claim = await aJoiner({ email: heron.email, password: "another quiet lantern" });
    for (const [password, id] of [
      [PASSWORD, heron.id],
      ["another quiet lantern", claim.member.id],
    ] as const) {
      const browser = await browserOf(null);
      await submit(null, signIn, { email: heron.email, password }, { browser });
      expect(await whoIsIn(browser)).toMatchObject({ id });
    }
  });

  test("to a confirmed account works however many claim its address", async () => {
    const heron = await aMember();
    for (const word of ["first", "second", "third"]) {
      await aJoiner({ email: heron.email, password: `${word} quiet lantern` });
    }
    const fields = { email: heron.email, password: PASSWORD };
    expect(await submit(null, signIn, fields)).toMatchObject({ status: "went" });
  });

  const STRANGERS = Array.from({ length: 6 }, (_, n) => `a stranger's lantern ${n}`);
  const enter = async (email: string, password = PASSWORD) => {
    const browser = await browserOf(null);
    await submit(null, signIn, { email, password }, { browser });
    return (await whoIsIn(browser))?.id ?? null;
  };

  test("to an account that is not confirmed yet works however many strangers join with its address afterwards", async () => {
    const { member, email } = await aJoiner();
    for (const password of STRANGERS) await aJoiner({ email, password });
    expect(await enter(email)).toBe(member.id);
  });

  test("works there with a new password, too, and without the old one", async () => {
    const { browser, member, email } = await aJoiner();
    const NEW = "nine patient herons";
    await submit(null, changePassword, { currentPassword: PASSWORD, password: NEW }, { browser });
    for (const password of STRANGERS) await aJoiner({ email, password });
    expect(await enter(email, NEW)).toBe(member.id);
    expect(await enter(email)).toBeNull();
  });

  test("tells nobody who claims an address whether somebody else joins with it, or confirms it", async () => {
    const email = anAddress();
    const claims: string[] = [];
    for (const password of STRANGERS.slice(0, 3)) claims.push((await aJoiner({ email, password })).member.id);
    const thatOpen = () => Promise.all(STRANGERS.slice(0, 3).map((password) => enter(email, password)));
    expect(await thatOpen()).toEqual(claims);
    const owner = await aJoiner({ email });
    expect(await thatOpen()).toEqual(claims);
    const token = await tokenTo(email, "verify");
    await submit(null, confirmAddress, { token }, { browser: owner.browser });
    expect(await thatOpen()).toEqual(claims);
    expect(await enter(email)).toBe(owner.member.id);
  });

  test("checks a password against three accounts at most, those first that have its tag for sure", async () => {
    const { member, email } = await aJoiner();
    for (const password of STRANGERS.slice(0, 2)) await aJoiner({ email, password });
    const tagAll = (who: object, claimTag: number | null) =>
      asSystem((db) => db.user.updateMany({ where: { email, ...who }, data: { claimTag } }));
    const [own] = await accountsWith(email);
    // By chance: once in 16 million.
    await tagAll({}, own?.claimTag ?? null);
    expect(await enter(email)).toBeNull();
    // Claims of before there were tags.
    await tagAll({ id: { not: member.id } }, null);
    expect(await enter(email)).toBe(member.id);
    await tagAll({}, null);
    expect(await enter(email)).toBeNull();
    expect(await enter(email, STRANGERS[0])).not.toBeNull();
  });

  test("needs no tag of the password once the address is confirmed: nothing but its hash is kept", async () => {
    const tagOf = async (id: string) =>
      (await asSystem((db) => db.user.findUniqueOrThrow({ where: { id }, select: { claimTag: true } })))
        .claimTag;
    const [joiner, forgetful, mover] = [await aJoiner(), await aJoiner(), await aJoiner()];
    expect(await tagOf(joiner.member.id)).toBeGreaterThanOrEqual(0);
    expect(await tagOf(joiner.member.id)).toBeLessThan(4096);

    const token = await tokenTo(joiner.email, "verify");
    await submit(null, confirmAddress, { token }, { browser: joiner.browser });
    await submit(null, askForNewPassword, { email: forgetful.email });
    const reset = await tokenTo(forgetful.email, "reset-password");
    await submit(null, setNewPassword, { token: reset, password: "nine patient herons" });
    const to = anAddress();
    await submit(null, changeAddress, { email: to, currentPassword: PASSWORD }, { browser: mover.browser });
    await submit(null, takeNewAddress, { token: await tokenTo(to, "new-address"), password: PASSWORD });
    for (const { member } of [joiner, forgetful, mover]) expect(await tagOf(member.id)).toBeNull();

    await submit(
      null,
      changePassword,
      { currentPassword: PASSWORD, password: "ten patient herons" },
      { browser: joiner.browser },
    );
    expect(await tagOf(joiner.member.id)).toBeNull();
    expect(await enter(joiner.email, "ten patient herons")).toBe(joiner.member.id);
  });
});

describe("signing out", () => {
  test("ends the session for good, whoever kept its cookie, and leads to the front page", async () => {
    const heron = await aMember();
    const browser = await browserOf(heron);
    const copy = await browserOf(heron);
    expect(await submit(null, signOut, {}, { browser })).toEqual({ status: "went", to: "/" });
    expect(browser.cookies.has("onward.session")).toBe(false);
    expect(await whoIsIn(copy)).toBeNull();
  });

  test("leaves a member's other devices and other members alone", async () => {
    const heron = await aMember();
    const elsewhere = await browserOf(null);
    await submit(null, signIn, { email: heron.email, password: PASSWORD }, { browser: elsewhere });
    await submit(heron, signOut, {});
    expect(await whoIsIn(elsewhere)).toMatchObject({ id: heron.id });
  });

  test("twice, or without being signed in, is simply done", async () => {
    const heron = await aMember();
    await submit(heron, signOut, {});
    expect(await submit(heron, signOut, {})).toEqual({ status: "went", to: "/" });
    expect(await submit(null, signOut, {})).toEqual({ status: "went", to: "/" });
  });

  test("from another site does nothing", async () => {
    const heron = await aMember();
    await submit(heron, signOut, {}, { headers: { origin: "https://evil.example" } });
    expect(await whoIsIn(await browserOf(heron))).toMatchObject({ id: heron.id });
  });
});

describe("a forgotten password", () => {
  const NEW = "nine patient herons";

  async function forgetful(member: Member) {
    await submit(null, askForNewPassword, { email: member.email });
    return tokenTo(member.email, "reset-password");
  }

  test("answers the same for an address that nobody has, and writes to nobody", async () => {
    const heron = await aMember();
    const nobodys = anAddress();
    const known = await submit(null, askForNewPassword, { email: heron.email.toUpperCase() });
    expect(known).toMatchObject({ status: "done" });
    expect(await submit(null, askForNewPassword, { email: nobodys })).toEqual(known);
    expect(await mailsTo(heron.email)).toHaveLength(1);
    expect(await mailsTo(nobodys)).toEqual([]);
  });

  test("is set anew by the mailed link, which signs in here and out everywhere else", async () => {
    const heron = await aMember();
    const token = await forgetful(heron);
    expect(await opens(token)).toBe(true);
    const browser = await browserOf(null);
    const sent = await submit(null, setNewPassword, { token, password: NEW }, { browser });
    expect(sent).toEqual({ status: "went", to: "/today" });
    expect(await whoIsIn(browser)).toMatchObject({ id: heron.id });
    expect(await whoIsIn(await browserOf(heron))).toBeNull();
    const { email } = heron;
    expect(await submit(null, signIn, { email, password: NEW })).toMatchObject({ status: "went" });
    expect(await submit(null, signIn, { email, password: PASSWORD })).toMatchObject({ status: "refused" });
  });

  test("confirms the address, because whoever holds the link has its mailbox", async () => {
    const wren = await aMember({ verified: false });
    const browser = await browserOf(null);
    await submit(null, setNewPassword, { token: await forgetful(wren), password: NEW }, { browser });
    expect((await whoIsIn(browser))?.verifiedAt).toBeInstanceOf(Date);
  });

  test("leaves nothing that a stranger who had joined with the address added, to get in by or to lock it", async () => {
    const wren = await aMember({ verified: false });
    await someCodes(wren);
    await aPasskey(wren);
    const link = { provider: "lantern", subject: freshId() };
    await asSystem((db) => db.linkedProvider.createMany({ data: { userId: wren.id, ...link } }));
    expect(await waysInto(wren)).toEqual({
      passkeys: 1,
      providers: 1,
      oneTimeCodes: true,
      recoveryCodes: 10,
    });
    const browser = await browserOf(null);
    const sent = await submit(
      null,
      setNewPassword,
      { token: await forgetful(wren), password: NEW },
      { browser },
    );
    expect(sent).toEqual({ status: "went", to: "/today" });
    expect(await whoIsIn(browser)).toMatchObject({ id: wren.id });
    expect(await whoIsIn(await browserOf(wren))).toBeNull();
    expect(await waysInto(wren)).toEqual({
      passkeys: 0,
      providers: 0,
      oneTimeCodes: false,
      recoveryCodes: 0,
    });
  });

  test("keeps what the owner of a confirmed address had added", async () => {
    const heron = await aMember();
    await aPasskey(heron);
    await someCodes(heron);
    await submit(null, setNewPassword, { token: await forgetful(heron), password: NEW });
    expect(await waysInto(heron)).toMatchObject({ passkeys: 1, oneTimeCodes: true, recoveryCodes: 10 });
  });

  test("is set once: the link does not work again", async () => {
    const heron = await aMember();
    const token = await forgetful(heron);
    await submit(null, setNewPassword, { token, password: NEW });
    expect(await opens(token)).toBe(false);
    const browser = await browserOf(null);
    const again = await submit(null, setNewPassword, { token, password: "ten other lanterns" }, { browser });
    expect(again).toMatchObject({
      status: "refused",
      message: expect.stringContaining("does not work any more"),
    });
    expect(await whoIsIn(browser)).toBeNull();
    const fields = { email: heron.email, password: NEW };
    expect(await submit(null, signIn, fields)).toMatchObject({ status: "went" });
  });

  test("sent twice by a double press is signed in", async () => {
    const heron = await aMember();
    const token = await forgetful(heron);
    const answers = await Promise.all(
      [1, 2].map(() => submit(null, setNewPassword, { token, password: NEW })),
    );
    expect(answers).toEqual(Array(2).fill({ status: "went", to: "/today" }));
  });

  test("is over after an hour", async () => {
    const heron = await aMember();
    const token = await forgetful(heron);
    await letTimePass(heron.id, 60);
    expect(await opens(token)).toBe(false);
    expect(await submit(null, setNewPassword, { token, password: NEW })).toMatchObject({ status: "refused" });
    const fields = { email: heron.email, password: PASSWORD };
    expect(await submit(null, signIn, fields)).toMatchObject({ status: "went" });
  });

  test("asked for again within a minute sends nothing, and later another link beside the first, until one is used", async () => {
    const heron = await aMember();
    const first = await forgetful(heron);
    expect(await forgetful(heron)).toBe(first);
    await letTimePass(heron.id, 1);
    const second = await forgetful(heron);
    expect(second).not.toBe(first);
    expect([await opens(first), await opens(second)]).toEqual([true, true]);
    expect(await submit(null, setNewPassword, { token: first, password: NEW })).toMatchObject({
      status: "went",
    });
    expect([await opens(first), await opens(second)]).toEqual([false, false]);
    const again = { token: second, password: "ten other lanterns" };
    expect(await submit(null, setNewPassword, again)).toMatchObject({ status: "refused" });
  });

  test("asked for by a stranger again and again leaves its owner links that work", async () => {
    const heron = await aMember();
    for (let times = 0; times < 8; times++) {
      await submit(null, askForNewPassword, { email: heron.email });
      await mailsTo(heron.email);
      await letTimePass(heron.id, 1);
    }
    await submit(null, askForNewPassword, { email: heron.email });
    const tokens = (await mailsTo(heron.email)).flatMap((mail) => tokensIn(mail, "reset-password"));
    expect(tokens).toHaveLength(6);
    expect(await Promise.all(tokens.map(opens))).toEqual(Array(6).fill(true));
    const token = tokens.at(-1);
    expect(await submit(null, setNewPassword, { token, password: NEW })).toMatchObject({ status: "went" });
    expect(await openLinksOf(heron)).toBe(0);
  });

  test("asked for again and again within a minute is one of the six mails of the hour, not all of them", async () => {
    const heron = await aMember();
    for (let times = 0; times < 8; times++) {
      await submit(null, askForNewPassword, { email: heron.email });
      await mailsTo(heron.email);
    }
    await letTimePass(heron.id, 1);
    await submit(null, askForNewPassword, { email: heron.email });
    expect(await mailsTo(heron.email)).toHaveLength(2);
  });

  test("sent with two links at once is replaced once, and nobody is told that anything broke", async () => {
    for (let round = 0; round < 4; round++) {
      const heron = await aMember();
      await forgetful(heron);
      await letTimePass(heron.id, 1);
      await forgetful(heron);
      const tokens = (await mailsTo(heron.email)).flatMap((mail) => tokensIn(mail, "reset-password"));
      const answers = await Promise.all(
        tokens.map((token, n) => submit(null, setNewPassword, { token, password: `${n} ${NEW}` })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual(["refused", "went"]);
      const refused = answers.find(({ status }) => status === "refused");
      expect(refused).toMatchObject({
        message: expect.stringMatching(/does not work any more|replaced just now/),
      });
    }
  });

  test.each(["", "x", freshSecret(), "'; drop table users;--"])("is not set by %j", async (token) => {
    expect(await opens(token)).toBe(false);
    expect(await submit(null, setNewPassword, { token, password: NEW })).toMatchObject({ status: "refused" });
  });

  test("is not set by a link that confirms an address", async () => {
    const { email } = await aJoiner();
    const token = await tokenTo(email, "verify");
    expect(await opens(token)).toBe(false);
    expect(await submit(null, setNewPassword, { token, password: NEW })).toMatchObject({ status: "refused" });
  });

  test("is not replaced by a common one, and the link stays good", async () => {
    const heron = await aMember();
    const token = await forgetful(heron);
    const sent = await submit(null, setNewPassword, { token, password: "password1" });
    expect(sent).toMatchObject({
      status: "refused",
      fieldErrors: { password: expect.stringContaining("common") },
    });
    expect(await opens(token)).toBe(true);
  });

  test("leaves no session that the old password opened, not even at the same moment", async () => {
    for (let round = 0; round < 4; round++) {
      const heron = await aMember();
      const token = await forgetful(heron);
      const old = { email: heron.email, password: PASSWORD };
      const attempts = Array.from({ length: 8 }, () => submit(null, signIn, old));
      const browser = await browserOf(null);
      expect(await submit(null, setNewPassword, { token, password: NEW }, { browser })).toMatchObject({
        status: "went",
      });
      await Promise.all(attempts);
      const alive = await as(heron, ({ db }) => db.session.findMany({ where: { revokedAt: null } }));
      expect(alive.map(({ id }) => id)).toEqual([(await whoIsIn(browser))?.sessionId]);
    }
  });

  test("of an address that several claim and nobody confirmed: one mail with a link for each of the newest", async () => {
    const first = await aJoiner();
    const second = await aJoiner({ email: first.email, password: "another quiet lantern" });
    await submit(null, askForNewPassword, { email: first.email });
    const mail = (await mailsTo(first.email)).at(-1) ?? "";
    const tokens = [...mail.matchAll(/reset-password\/([\w-]{22})/g)].map(([, token]) => token ?? "");
    expect(tokens).toHaveLength(2);
    const browser = await browserOf(null);
    await submit(null, setNewPassword, { token: tokens[0], password: NEW }, { browser });
    expect(await whoIsIn(browser)).toMatchObject({ id: second.member.id, verifiedAt: expect.any(Date) });
  });

  test("of an address that strangers claim is that of the owner's account in a browser of theirs, by any link", async () => {
    const owner = await aJoiner();
    for (let n = 0; n < 5; n++) await aJoiner({ email: owner.email, password: `a stranger's lantern ${n}` });
    await submit(null, askForNewPassword, { email: owner.email });
    const tokens = tokensIn((await mailsTo(owner.email)).at(-1) ?? "", "reset-password");
    expect(tokens).toHaveLength(4);
    await submit(null, signOut, {}, { browser: owner.browser });
    const form = { token: tokens[2], password: NEW };
    for (const _ of [1, 2]) {
      expect(await submit(null, setNewPassword, form, { browser: owner.browser })).toMatchObject({
        status: "went",
      });
    }
    expect(await whoIsIn(owner.browser)).toMatchObject({
      id: owner.member.id,
      verifiedAt: expect.any(Date),
    });
    expect((await accountsWith(owner.email)).filter(({ verifiedAt }) => verifiedAt)).toHaveLength(1);
  });

  test("of a confirmed address never concerns those who only claim it", async () => {
    const heron = await aMember();
    await aJoiner({ email: heron.email, password: "another quiet lantern" });
    const browser = await browserOf(null);
    await submit(null, setNewPassword, { token: await forgetful(heron), password: NEW }, { browser });
    expect(await whoIsIn(browser)).toMatchObject({ id: heron.id });
  });
});

const settings = (fields: Fields = {}): Fields => ({
  name: "Heron",
  timeZone: "Asia/Kolkata",
  theme: "dark",
  textSize: "larger",
  font: "reader",
  ...fields,
});

describe("settings", () => {
  test("are kept, and this browser looks like it at once", async () => {
    const heron = await aMember();
    const browser = await browserOf(heron);
    expect(await submit(null, saveSettings, settings(), { browser })).toMatchObject({ status: "done" });
    expect(browser.refreshed).toBe(true);
    const look = { theme: "dark", textSize: "larger", font: "reader" };
    expect(parseLook(browser.cookies.get(LOOK_COOKIE))).toEqual(look);
    expect(await as(heron, findLook)).toEqual(look);
    expect(await whoIsIn(browser)).toMatchObject({ name: "Heron", timeZone: "Asia/Kolkata" });
  });

  test("sent twice are the same settings", async () => {
    const heron = await aMember();
    await submit(heron, saveSettings, settings());
    expect(await submit(heron, saveSettings, settings())).toMatchObject({ status: "done" });
  });

  test.each([
    ["name", "  "],
    ["name", "x".repeat(61)],
    ["timeZone", "Middle/Earth"],
    ["timeZone", undefined],
    ["theme", "sepia"],
    ["textSize", "72pt"],
    ["font", ["reader", "figtree"]],
  ])("with a %s of %j are refused, and everything typed stays", async (field, value) => {
    const heron = await aMember();
    const sent = await submit(heron, saveSettings, settings({ [field]: value }));
    expect(sent).toMatchObject({ status: "invalid", fieldErrors: { [field]: expect.any(String) } });
    expect(await as(heron, findLook)).toEqual({ theme: "system", textSize: "normal", font: "figtree" });
  });

  test("of one member are not changed by another, nor by somebody signed out", async () => {
    const [heron, wren] = [await aMember(), await aMember()];
    await submit(wren, saveSettings, settings({ id: heron.id, userId: heron.id }));
    expect(await as(heron, findLook)).toMatchObject({ theme: "system" });
    const sent = await submit(null, saveSettings, settings());
    expect(sent).toMatchObject({ status: "went", to: expect.stringMatching(/^\/sign-in\?next=/) });
  });

  test("are all that a member can change of their account, and the password's hash they cannot even see", async () => {
    const heron = await aMember();
    await expect(
      as(heron, ({ db }) => db.user.updateMany({ where: { id: heron.id }, data: { verifiedAt: null } })),
    ).rejects.toThrow();
    await expect(
      as(heron, ({ db }) => db.user.findMany({ select: { passwordHash: true } })),
    ).rejects.toThrow();
    await expect(as(heron, ({ db }) => db.mailedLink.findMany())).rejects.toThrow();
    expect(await as(heron, ({ db }) => db.user.findMany({ select: { id: true } }))).toEqual([
      { id: heron.id },
    ]);
  });
});

test("a draft that saves itself while signed out stays on the page", async () => {
  const sent = await submit(null, saveDraft, { draftKey: "setback", typedAt: 1, happened: "Silence." });
  expect(sent).toMatchObject({ status: "refused", values: { happened: ["Silence."] } });
});
