import { Secret, TOTP } from "otpauth";
import { describe, expect, test } from "vitest";
import { askForNewPassword, join, setNewPassword, signIn } from "@/lib/accounts/actions";
import { asSystem } from "@/lib/db";
import { findDraft } from "@/lib/drafts/queries";
import { draftForm } from "@/lib/drafts/schema";
import { formAction, say } from "@/lib/form-action";
import { takeSecondStep } from "@/lib/one-time-codes/actions";
import { onPaper } from "@/lib/one-time-codes/rules";
import { listEvents } from "@/lib/security-events/queries";
import { EVENTS } from "@/lib/security-events/rules";
import { findSignedIn } from "@/lib/session";
import { mailsTo, tokenTo } from "../accounts/mailbox";
import { connected } from "../database/connect";
import { aMember, type Member, PASSWORD } from "../factories";
import { someCodes } from "../factories-of-accounts";
import { as, browserOf, submit } from "../people";
import { type Request, requests } from "../request";

/** What the app shows, now or so many steps from now. */
const shown = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
const isIn = async (browser: Request) => (await requests.run(browser, () => findSignedIn()))?.id ?? null;

async function pastThePassword(member: Member, fields = {}) {
  const browser = await browserOf(null);
  const sent = await submit(
    null,
    signIn,
    { email: member.email, password: PASSWORD, ...fields },
    { browser },
  );
  expect(sent).toEqual({ status: "went", to: "/sign-in/second-step" });
  return browser;
}
const enter = (browser: Request, code: string) => submit(null, takeSecondStep, { code }, { browser });
const refused = { status: "refused", fieldErrors: { code: expect.stringContaining("does not fit") } };

describe("an account with one-time codes", () => {
  test("is not entered by its password alone, and is by the code", async () => {
    const member = await aMember();
    const { secret } = await someCodes(member);
    const browser = await pastThePassword(member, { next: "/goals" });
    expect(await isIn(browser)).toBeNull();
    expect(await enter(browser, shown(secret))).toEqual({ status: "went", to: "/goals" });
    expect(await isIn(browser)).toBe(member.id);
  });

  test("is not entered by joining again with its password, nor by a new password from a mail", async () => {
    const member = await aMember();
    const { secret } = await someCodes(member);
    const form = { email: member.email, password: PASSWORD, name: "Wren", adult: true, timeZone: "UTC" };
    expect(await submit(null, join, form)).toEqual({ status: "went", to: "/sign-in/second-step" });

    await submit(null, askForNewPassword, { email: member.email });
    const browser = await browserOf(null);
    const token = await tokenTo(member.email, "reset-password");
    const reset = await submit(null, setNewPassword, { token, password: "eight slow ferries" }, { browser });
    expect(reset).toEqual({ status: "went", to: "/sign-in/second-step" });
    expect(await isIn(browser)).toBeNull();
    expect(await enter(browser, shown(secret))).toEqual({ status: "went", to: "/today" });
    expect(await isIn(browser)).toBe(member.id);
  });

  test("a wrong code can be corrected, and keeps where one was going", async () => {
    const member = await aMember();
    const { secret } = await someCodes(member);
    const browser = await pastThePassword(member, { next: "/goals" });
    for (const wrong of ["000000", "not a code", shown(secret, -2), shown(secret, 3)]) {
      expect(await enter(browser, wrong)).toMatchObject(refused);
    }
    expect(await enter(browser, "")).toMatchObject({ status: "invalid" });
    expect(await enter(browser, shown(secret))).toEqual({ status: "went", to: "/goals" });
  });

  test("a code counts once, and no older one counts after it", async () => {
    const member = await aMember();
    const { secret } = await someCodes(member);
    expect(await enter(await pastThePassword(member), shown(secret))).toMatchObject({ status: "went" });
    const again = await pastThePassword(member);
    expect(await enter(again, shown(secret))).toMatchObject(refused);
    expect(await enter(again, shown(secret, -1))).toMatchObject(refused);
    expect(await isIn(again)).toBeNull();
    expect(await enter(again, shown(secret, 1))).toMatchObject({ status: "went" });
  });

  test("of twenty browsers that send the same code at once, one is signed in", async () => {
    for (const kind of ["app", "paper"]) {
      const member = await aMember();
      const { secret, recoveryCodes } = await someCodes(member);
      const code = kind === "app" ? shown(secret) : (recoveryCodes[0] ?? "");
      const browsers = await Promise.all(Array.from({ length: 20 }, () => pastThePassword(member)));
      const answers = await Promise.all(browsers.map((browser) => enter(browser, code)));
      expect(answers.filter(({ status }) => status === "went")).toHaveLength(1);
      expect(answers.filter(({ status }) => status === "refused")).toHaveLength(19);
      expect((await Promise.all(browsers.map(isIn))).filter(Boolean)).toEqual([member.id]);
    }
  });

  test("each recovery code opens once, however it is typed", async () => {
    const member = await aMember();
    const { recoveryCodes } = await someCodes(member);
    const [first = "", second = ""] = recoveryCodes;
    expect(await enter(await pastThePassword(member), onPaper(first).toUpperCase())).toMatchObject({
      status: "went",
    });
    const again = await pastThePassword(member);
    expect(await enter(again, first)).toMatchObject(refused);
    expect(await enter(again, second)).toMatchObject({ status: "went" });

    const { events } = await as(member, (viewer) => listEvents(viewer));
    expect(events.filter(({ words }) => words === EVENTS["recovery code used"])).toHaveLength(2);
    const mails = await mailsTo(member.email);
    expect(mails.filter((mail) => mail.includes("Subject: A recovery code was used"))).toHaveLength(2);
  });

  test("a code is not used up where the session could not begin", async () => {
    const member = await aMember();
    const { secret, recoveryCodes } = await someCodes(member);
    const browser = await pastThePassword(member);
    const codes = [shown(secret), recoveryCodes[0] ?? ""];
    await connected("admin", async (admin) => {
      await admin.query(`
        create function public.no_session() returns trigger language plpgsql as $$ begin raise 'no session'; end $$;
        create trigger no_session before insert on sessions for each row
          when (new.user_id = '${member.id}') execute function public.no_session()`);
      for (const code of codes) expect(await enter(browser, code)).toMatchObject({ status: "refused" });
      await admin.query("drop trigger no_session on sessions; drop function public.no_session()");
    });
    expect(await isIn(browser)).toBeNull();
    expect(await enter(browser, codes[0] ?? "")).toMatchObject({ status: "went" });
    expect(await enter(await pastThePassword(member), codes[1] ?? "")).toMatchObject({ status: "went" });
  });

  test("a wrong code leaves its member one line an hour, however many there are", async () => {
    const member = await aMember();
    const { secret } = await someCodes(member);
    const browser = await pastThePassword(member);
    for (const wrong of ["000000", "not a code", shown(secret, 3)]) await enter(browser, wrong);
    await enter(await pastThePassword(member), "000000");
    const { events } = await as(member, (viewer) => listEvents(viewer));
    expect(events.map(({ words }) => words)).toEqual([EVENTS["code did not fit"]]);
  });

  test("nobody else's codes open it", async () => {
    const [member, other] = [await aMember(), await aMember()];
    await someCodes(member);
    const { secret, recoveryCodes } = await someCodes(other);
    const browser = await pastThePassword(member);
    expect(await enter(browser, shown(secret))).toMatchObject(refused);
    expect(await enter(browser, recoveryCodes[0] ?? "")).toMatchObject(refused);
  });
});

describe("guessing codes", () => {
  const wait = { status: "refused", message: expect.stringMatching(/Too many codes .* Please wait/) };

  test("has to wait after five, and does not keep the member out of a browser that knows them", async () => {
    const member = await aMember();
    const { secret, recoveryCodes } = await someCodes(member);
    const own = await pastThePassword(member);
    await enter(own, recoveryCodes[0] ?? "");
    const stranger = await pastThePassword(member);
    for (let tries = 0; tries < 5; tries++) expect(await enter(stranger, "000000")).toMatchObject(refused);
    expect(await enter(stranger, shown(secret))).toMatchObject(wait);
    expect(await isIn(stranger)).toBeNull();

    await submit(null, signIn, { email: member.email, password: PASSWORD }, { browser: own });
    expect(await enter(own, shown(secret))).toMatchObject({ status: "went" });
  });

  test("gets twenty tries an hour from all networks together", async () => {
    const member = await aMember();
    const { secret } = await someCodes(member);
    const browsers = await Promise.all(Array.from({ length: 25 }, () => pastThePassword(member)));
    const answers = await Promise.all(browsers.map((browser) => enter(browser, "000000")));
    expect(answers.filter((answer) => JSON.stringify(answer).includes("does not fit"))).toHaveLength(20);
    expect(await enter(await pastThePassword(member), shown(secret))).toMatchObject(wait);
  });

  test("with right ones costs nothing", async () => {
    const member = await aMember();
    const { recoveryCodes } = await someCodes(member);
    const peer = { "x-onward-peer": "192.0.2.7" };
    for (const code of recoveryCodes) {
      const browser = await browserOf(null, peer);
      await submit(null, signIn, { email: member.email, password: PASSWORD }, { browser });
      expect(await enter(browser, code)).toMatchObject({ status: "went" });
    }
  });
});

describe("the second step", () => {
  const over = { status: "went", to: "/sign-in?again=1" };

  test("is over after it was taken: the same press once more enters nothing", async () => {
    const member = await aMember();
    const { secret } = await someCodes(member);
    const browser = await pastThePassword(member);
    const copied = new Map(browser.cookies);
    await enter(browser, shown(secret));
    const thief = await browserOf(null);
    for (const [name, value] of copied) thief.cookies.set(name, value);
    expect(await enter(thief, shown(secret, 1))).toEqual(over);
    expect(await isIn(thief)).toBeNull();
  });

  test("waits for ten minutes", async () => {
    const member = await aMember();
    const { secret } = await someCodes(member);
    const browser = await pastThePassword(member);
    await asSystem((db) =>
      db.signInStep.updateMany({ where: { userId: member.id }, data: { expiresAt: new Date() } }),
    );
    expect(await enter(browser, shown(secret))).toEqual(over);
  });

  test("ends when the password it began with is replaced", async () => {
    const member = await aMember();
    const { secret } = await someCodes(member);
    const browser = await pastThePassword(member);
    await submit(null, askForNewPassword, { email: member.email });
    await submit(null, setNewPassword, {
      token: await tokenTo(member.email, "reset-password"),
      password: "eight slow ferries",
    });
    expect(await enter(browser, shown(secret))).toEqual(over);
    expect(await isIn(browser)).toBeNull();
  });

  test("is nothing that another browser, or a cookie of somebody's own making, can go on with", async () => {
    const member = await aMember();
    const { secret } = await someCodes(member);
    const browser = await pastThePassword(member);
    const [step] = await asSystem((db) => db.signInStep.findMany({ where: { userId: member.id } }));
    const forged = await browserOf(null);
    expect(await enter(forged, shown(secret))).toEqual(over);
    forged.cookies.set("onward.second-step", step?.id ?? "");
    expect(await enter(forged, shown(secret))).toEqual(over);
    expect(await enter(browser, shown(secret))).toMatchObject({ status: "went" });
  });

  test("brings along the words that were sent while signed out", async () => {
    const member = await aMember();
    const { secret } = await someCodes(member);
    const browser = await browserOf(member);
    await asSystem((db) =>
      db.session.updateMany({ where: { userId: member.id }, data: { revokedAt: new Date() } }),
    );
    const parking = formAction(draftForm, async () => say("saved"));
    await submit(null, parking, { draftKey: "win", typedAt: 1, body: "I asked them." }, { browser });
    await submit(null, signIn, { email: member.email, password: PASSWORD }, { browser });
    await enter(browser, shown(secret));
    expect(await as(member, (viewer) => findDraft(viewer, "win"))).toMatchObject({
      values: { body: ["I asked them."] },
    });
  });
});
