import { Secret, TOTP } from "otpauth";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import CodesPage from "@/app/(member)/settings/sign-in/codes/page";
import { asSystem } from "@/lib/db";
import {
  beginCodes,
  putRecoveryCodesAway,
  replaceRecoveryCodes,
  turnOffCodes,
  turnOnCodes,
} from "@/lib/one-time-codes/actions";
import { findCodes } from "@/lib/one-time-codes/queries";
import { listEvents } from "@/lib/security-events/queries";
import { mailsTo } from "../accounts/mailbox";
import { aMember, type Member, PASSWORD } from "../factories";
import { someCodes } from "../factories-of-accounts";
import { as, browserOf, submit } from "../people";
import { answerOf, type Request } from "../request";

const shown = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) }).generate({
    timestamp: Date.now() + steps * 30_000,
  });

async function page(browser: Request): Promise<string> {
  const answer = await answerOf(browser, async () => (await CodesPage()) as ReactNode);
  if (!("shown" in answer)) throw new Error(`Not shown: ${JSON.stringify(answer)}`);
  return renderToStaticMarkup(answer.shown);
}

const codesOn = (html: string) =>
  [...html.matchAll(/<code[^>]*>([^<]+)<\/code>/g)].map(([, code]) => code ?? "");
const isOn = async (member: Member) => (await as(member, findCodes)).since !== null;

/** Somebody who is just setting codes up, and what their page shows for the app. */
async function aBeginner() {
  const member = await aMember();
  const browser = await browserOf(member);
  await submit(member, beginCodes, { currentPassword: PASSWORD }, { browser });
  const [secret = ""] = codesOn(await page(browser));
  return { member, browser, secret };
}

describe("setting one-time codes up", () => {
  test("waits until the address is confirmed, so that nobody locks an address that may be another's", async () => {
    const member = await aMember({ verified: false });
    const browser = await browserOf(member);
    const confirmFirst = {
      status: "refused",
      message: expect.stringContaining("confirm your e-mail address first"),
    };
    expect(await submit(member, beginCodes, { currentPassword: PASSWORD }, { browser })).toMatchObject(
      confirmFirst,
    );
    expect(await submit(member, turnOnCodes, { code: "123456" }, { browser })).toMatchObject(confirmFirst);
    const html = await page(browser);
    expect(html).toContain("Please confirm your e-mail");
    expect(html).not.toContain("currentPassword");
    expect(await isOn(member)).toBe(false);
  });

  test("asks the password again, and asks for no code until the first one has come back", async () => {
    const member = await aMember();
    const browser = await browserOf(member);
    const wrong = await submit(member, beginCodes, { currentPassword: "seven loud lanterns" }, { browser });
    expect(wrong).toMatchObject({ status: "refused", fieldErrors: { currentPassword: expect.any(String) } });
    expect(JSON.stringify(wrong)).not.toContain("loud");
    expect(codesOn(await page(browser))).toEqual([]);

    await submit(member, beginCodes, { currentPassword: PASSWORD }, { browser });
    const [secret = ""] = codesOn(await page(browser));
    expect(await isOn(member)).toBe(false);
    expect(await submit(member, turnOnCodes, { code: "000000" }, { browser })).toMatchObject({
      status: "refused",
    });
    expect(await isOn(member)).toBe(false);
    expect(await submit(member, turnOnCodes, { code: shown(secret) }, { browser })).toMatchObject({
      status: "done",
    });
    expect(await isOn(member)).toBe(true);
  });

  test("shows a picture that says what stands under it", async () => {
    const { member, browser, secret } = await aBeginner();
    expect(secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    const html = await page(browser);
    expect(html).toMatch(/<svg role="img" aria-label="A picture for your app[^"]*"/);
    // Begun twice is begun once.
    await submit(member, beginCodes, { currentPassword: PASSWORD }, { browser });
    expect(await page(browser)).toBe(html);
  });

  test("happens in one browser: nobody else's shows the secret, not even with its cookies", async () => {
    const { member, browser, secret } = await aBeginner();
    expect(codesOn(await page(await browserOf(member)))).toEqual([]);
    const thief = await browserOf(await aMember());
    for (const [name, value] of browser.cookies)
      if (!name.includes("session")) thief.cookies.set(name, value);
    expect(codesOn(await page(thief))).toEqual([]);
    const sent = await submit(null, turnOnCodes, { code: shown(secret) }, { browser: thief });
    expect(sent).toMatchObject({ status: "refused", message: expect.stringContaining("begin once more") });
  });

  test("without a password, needs to have signed in just now", async () => {
    const member = await aMember();
    await asSystem((db) => db.user.update({ where: { id: member.id }, data: { passwordHash: null } }));
    expect(await submit(member, beginCodes, {})).toMatchObject({ status: "done" });
    await asSystem((db) =>
      db.session.updateMany({
        where: { userId: member.id },
        data: { createdAt: new Date(Date.now() - 11 * 60_000) },
      }),
    );
    expect(await submit(member, beginCodes, {})).toMatchObject({
      status: "refused",
      message: expect.stringContaining("sign in again"),
    });
  });

  test("pressed five times at once turns them on once, and what was typed once does not sign in again", async () => {
    const { member, browser, secret } = await aBeginner();
    const code = shown(secret);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => submit(member, turnOnCodes, { code }, { browser })),
    );
    expect(answers).toEqual(Array(5).fill({ status: "done", message: "One-time codes are on." }));
    expect((await as(member, findCodes)).left).toBe(10);
    const [kept] = await asSystem((db) => db.oneTimeCodes.findMany({ where: { userId: member.id } }));
    expect(kept?.lastStep).not.toBeNull();
    // Sealed, and with a key of this member's.
    expect(Buffer.from(kept?.secret ?? []).toString("latin1")).not.toContain(secret.replaceAll(" ", ""));
  });
});

describe("recovery codes", () => {
  test("are ten, are shown until they are put away, and are kept as hashes", async () => {
    const { member, browser, secret } = await aBeginner();
    await submit(member, turnOnCodes, { code: shown(secret) }, { browser });
    const codes = codesOn(await page(browser));
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9a-z]{4}-){3}[0-9a-z]{4}$/);
    expect(codesOn(await page(browser))).toEqual(codes);
    expect(codesOn(await page(await browserOf(member)))).toEqual([]);

    await submit(member, putRecoveryCodesAway, {}, { browser });
    expect(codesOn(await page(browser))).toEqual([]);
    const rows = await asSystem((db) => db.recoveryCode.findMany({ where: { userId: member.id } }));
    for (const { hash } of rows) expect(hash).toHaveLength(32);
  });

  test("are made anew with the password, and the older ones are gone", async () => {
    const member = await aMember();
    const { recoveryCodes } = await someCodes(member);
    const browser = await browserOf(member);
    expect(await submit(member, replaceRecoveryCodes, { currentPassword: "no" }, { browser })).toMatchObject({
      status: "refused",
    });
    expect((await as(member, findCodes)).left).toBe(10);
    await submit(member, replaceRecoveryCodes, { currentPassword: PASSWORD }, { browser });
    const [fresh = ""] = codesOn(await page(browser));
    const turnOff = (code = "") => submit(member, turnOffCodes, { currentPassword: PASSWORD, code });
    expect(await turnOff(recoveryCodes[0])).toMatchObject({ status: "refused" });
    expect(await turnOff(fresh)).toMatchObject({ status: "done" });
  });
});

describe("turning one-time codes off", () => {
  test("asks for the password and a code", async () => {
    const member = await aMember();
    const { secret } = await someCodes(member);
    const turnOff = (currentPassword: string, code: string) =>
      submit(member, turnOffCodes, { currentPassword, code });
    expect(await turnOff("seven loud lanterns", shown(secret))).toMatchObject({
      fieldErrors: { currentPassword: expect.any(String) },
    });
    expect(await turnOff(PASSWORD, "000000")).toMatchObject({ fieldErrors: { code: expect.any(String) } });
    expect(await isOn(member)).toBe(true);
    expect(await turnOff(PASSWORD, shown(secret))).toMatchObject({ status: "done" });
    expect(await as(member, findCodes)).toEqual({ since: null, left: 0 });
    expect(await turnOff(PASSWORD, shown(secret))).toMatchObject({ status: "done" });
  });
});

test("a member hears of each change by mail and in the history, and a stranger's mailbox does not", async () => {
  const { member, browser, secret } = await aBeginner();
  await submit(member, turnOnCodes, { code: shown(secret) }, { browser });
  await submit(member, replaceRecoveryCodes, { currentPassword: PASSWORD }, { browser });
  await submit(member, turnOffCodes, { currentPassword: PASSWORD, code: shown(secret, 1) }, { browser });
  const subjects = (await mailsTo(member.email)).map((mail) => /Subject: (.*)/.exec(mail)?.[1]);
  expect(subjects.sort()).toEqual(["New recovery codes", "One-time codes are off", "One-time codes are on"]);
  const { events } = await as(member, (viewer) => listEvents(viewer));
  expect(events).toHaveLength(3);

  const unconfirmed = await aMember({ verified: false });
  await someCodes(unconfirmed);
  await submit(unconfirmed, replaceRecoveryCodes, { currentPassword: PASSWORD });
  expect(await mailsTo(unconfirmed.email)).toEqual([]);
});

test("no member sees another's codes", async () => {
  const [member, other] = [await aMember(), await aMember()];
  await someCodes(member);
  expect(await as(other, findCodes)).toEqual({ since: null, left: 0 });
});
