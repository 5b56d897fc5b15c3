import { describe, expect, test } from "vitest";
import { askForNewPassword, setNewPassword, signIn } from "@/lib/accounts/actions";
import { hasPassword } from "@/lib/accounts/queries";
import { asSystem } from "@/lib/db";
import { changePassword } from "@/lib/passwords/actions";
import { listEvents } from "@/lib/security-events/queries";
import { findSignedIn } from "@/lib/session";
import { mailsTo, tokenTo } from "../accounts/mailbox";
import { aMember, type Member, PASSWORD } from "../factories";
import { as, browserOf, type Fields, submit } from "../people";
import { type Request, requests } from "../request";

const NEW = "nine patient herons";
const CHANGED = { status: "went", to: "/settings/sign-in?changed=password" };

const whoIsIn = (browser: Request) => requests.run(browser, () => findSignedIn());
const change = (member: Member, fields: Fields = {}) =>
  submit(member, changePassword, { currentPassword: PASSWORD, password: NEW, ...fields });
const enter = async (member: Member, password: string) =>
  (await submit(null, signIn, { email: member.email, password })).status;

async function elsewhereOf(member: Member) {
  const browser = await browserOf(null);
  await submit(null, signIn, { email: member.email, password: PASSWORD }, { browser });
  return browser;
}

/** Somebody who came in by another way, and has no password. */
async function withoutPassword() {
  const member = await aMember();
  await asSystem((db) => db.user.updateMany({ where: { id: member.id }, data: { passwordHash: null } }));
  return member;
}

describe("changing a password", () => {
  test("makes the new one fit and the old one not, signs every other device out and this one not", async () => {
    const heron = await aMember();
    const elsewhere = await elsewhereOf(heron);
    expect(await change(heron)).toEqual(CHANGED);
    expect(await whoIsIn(elsewhere)).toBeNull();
    expect(await whoIsIn(await browserOf(heron))).toMatchObject({ id: heron.id });
    expect([await enter(heron, NEW), await enter(heron, PASSWORD)]).toEqual(["went", "refused"]);
  });

  test("is told by mail, without a word that was typed, and is noted", async () => {
    const heron = await aMember();
    await change(heron);
    const mails = await mailsTo(heron.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain("Subject: Your password was changed");
    expect(mails[0]).toContain("/forgot-password");
    const { events } = await as(heron, (viewer) => listEvents(viewer));
    expect(events.map(({ words }) => words)).toEqual(["Changed your password"]);
  });

  test("asks for the old one, and gives neither back", async () => {
    const heron = await aMember();
    for (const currentPassword of ["not this one", ""]) {
      const sent = await change(heron, { currentPassword });
      expect(sent).toMatchObject({ status: "refused", fieldErrors: { currentPassword: expect.any(String) } });
      expect(JSON.stringify(sent)).not.toContain(NEW);
    }
    expect(await enter(heron, PASSWORD)).toBe("went");
    expect(await mailsTo(heron.email)).toEqual([]);
  });

  test("takes no password that is short or common, and the old one stays", async () => {
    const heron = await aMember();
    expect(await change(heron, { password: "short" })).toMatchObject({ status: "invalid" });
    expect(await change(heron, { password: "password1" })).toMatchObject({
      status: "refused",
      fieldErrors: { password: expect.stringContaining("common") },
    });
    expect(await enter(heron, PASSWORD)).toBe("went");
  });

  test("sent twice, or twice at once, changes it once", async () => {
    const heron = await aMember();
    const answers = await Promise.all([change(heron), change(heron)]);
    for (const { status } of answers) expect(["went", "refused"]).toContain(status);
    expect(answers.map(({ status }) => status)).toContain("went");
    expect(await change(heron)).toEqual(CHANGED);
    expect(await mailsTo(heron.email)).toHaveLength(1);
    expect(await enter(heron, NEW)).toBe("went");
  });

  test("ends links for a new password that wait in the mailbox", async () => {
    const heron = await aMember();
    await submit(null, askForNewPassword, { email: heron.email });
    const token = await tokenTo(heron.email, "reset-password");
    await change(heron);
    expect(await submit(null, setNewPassword, { token, password: "ten other lanterns" })).toMatchObject({
      status: "refused",
    });
  });

  test("changes nobody else's", async () => {
    const [heron, wren] = [await aMember(), await aMember()];
    await change(wren, { id: heron.id, email: heron.email, userId: heron.id });
    expect(await enter(heron, PASSWORD)).toBe("went");
  });
});

describe("a first password", () => {
  test("comes by a mailed link, and not by whoever sits at an open screen", async () => {
    const heron = await withoutPassword();
    expect(await as(heron, hasPassword)).toBe(false);
    expect(await change(heron, { currentPassword: "" })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("link by mail"),
    });
    expect(await enter(heron, NEW)).toBe("refused");

    await submit(heron, askForNewPassword, { email: heron.email });
    const token = await tokenTo(heron.email, "reset-password");
    await submit(null, setNewPassword, { token, password: NEW });
    expect(await enter(heron, NEW)).toBe("went");
    expect(await as(heron, hasPassword)).toBe(true);
  });
});
