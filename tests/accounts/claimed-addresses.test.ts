import { describe, expect, test } from "vitest";
import { askForNewPassword, confirmAddress, setNewPassword, signIn, signOut } from "@/lib/accounts/actions";
import { changeAddress, takeNewAddress } from "@/lib/addresses/actions";
import { asSystem } from "@/lib/db";
import { changePassword } from "@/lib/passwords/actions";
import { aMember, type Member, PASSWORD } from "../factories";
import { browserOf, submit } from "../people";
import { accountsWith, aJoiner, anAddress, tokensIn, whoIsIn } from "./joiner";
import { mailsTo, tokenTo } from "./mailbox";

describe("signing in", () => {
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

describe("a forgotten password", () => {
  const NEW = "nine patient herons";

  async function forgetful(member: Member) {
    await submit(null, askForNewPassword, { email: member.email });
    return tokenTo(member.email, "reset-password");
  }

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
