import { describe, expect, test } from "vitest";
import { join, sendConfirmationAgain, signIn } from "@/lib/accounts/actions";
import { freshId } from "@/lib/ids";
import { aMember, PASSWORD } from "../factories";
import type { Fields } from "../form";
import { browserOf, submit } from "../people";
import { accountsWith, aJoiner, anAddress, joining, letTimePass, whoIsIn } from "./joiner";
import { mailsTo } from "./mailbox";

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
