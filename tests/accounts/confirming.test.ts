import { describe, expect, test } from "vitest";
import { z } from "zod";
import { askForNewPassword, confirmAddress, sendConfirmationAgain } from "@/lib/accounts/actions";
import { isOwnLink } from "@/lib/accounts/queries";
import { asSystem } from "@/lib/db";
import { formAction, say } from "@/lib/form-action";
import { freshSecret, hashOf } from "@/lib/vault";
import { readAsVisitor } from "@/lib/viewer";
import { aMember, PASSWORD } from "../factories";
import { browserOf, submit } from "../people";
import { type Request, requests } from "../request";
import {
  accountsWith,
  aJoiner,
  anAddress,
  letTimePass,
  nobody,
  openLinksOf,
  stateOf,
  tokensIn,
  whoIsIn,
} from "./joiner";
import { mailsTo, tokenTo } from "./mailbox";

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
