import { describe, expect, test } from "vitest";
import { askForNewPassword, setNewPassword, signIn } from "@/lib/accounts/actions";
import { asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { freshSecret } from "@/lib/vault";
import { aMember, type Member, PASSWORD } from "../factories";
import { aPasskey, someCodes } from "../factories-of-accounts";
import { as, browserOf, submit } from "../people";
import { aJoiner, anAddress, letTimePass, openLinksOf, opens, tokensIn, whoIsIn } from "./joiner";
import { mailsTo, tokenTo } from "./mailbox";

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
});
