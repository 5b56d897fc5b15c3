import { describe, expect, test } from "vitest";
import { askForNewPassword, setNewPassword, signIn } from "@/lib/accounts/actions";
import { findNewAddressState } from "@/lib/accounts/queries";
import { changeAddress, leaveNewAddress, takeNewAddress } from "@/lib/addresses/actions";
import { findWaitingAddress } from "@/lib/addresses/queries";
import { asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { changePassword } from "@/lib/passwords/actions";
import { listEvents } from "@/lib/security-events/queries";
import { findSignedIn } from "@/lib/session";
import { freshSecret } from "@/lib/vault";
import { readAsVisitor } from "@/lib/viewer";
import { mailsTo, tokenTo } from "../accounts/mailbox";
import { aMember, type Member, PASSWORD } from "../factories";
import { as, browserOf, type Fields, submit } from "../people";
import { type Request, requests } from "../request";

const anAddress = () => `${freshId()}@example.org`;
const ask = (member: Member, email: string, fields: Fields = {}) =>
  submit(member, changeAddress, { email, currentPassword: PASSWORD, ...fields });
const take = (token: string, password = PASSWORD) => submit(null, takeNewAddress, { token, password });
const enter = async (email: string) => (await submit(null, signIn, { email, password: PASSWORD })).status;
const addressOf = async ({ id }: Member) =>
  (await asSystem((db) => db.user.findUniqueOrThrow({ where: { id }, select: { email: true } }))).email;

const nobody = await browserOf(null);
const stateOf = (token: string) =>
  requests.run(nobody, () => readAsVisitor((visitor) => findNewAddressState(visitor, token)));

/** Lets what was mailed to a member have left this much earlier. */
const letTimePass = (member: Member, minutes: number) =>
  asSystem(
    (db) => db.$executeRaw`
      update mailed_links set created_at = created_at - make_interval(mins => ${minutes}::int),
                              expires_at = expires_at - make_interval(mins => ${minutes}::int)
      where user_id = ${member.id}::uuid`,
  );

const letADayPass = (member: Member) => letTimePass(member, 24 * 60);

async function asked(member: Member) {
  const email = anAddress();
  await ask(member, email);
  return { email, token: await tokenTo(email, "new-address") };
}

describe("a new address", () => {
  test("is the member's once they follow the link that goes there, and the old one is told", async () => {
    const heron = await aMember();
    const { email, token } = await asked(heron);
    expect(await addressOf(heron)).toBe(heron.email);
    expect(await stateOf(token)).toBe("waiting");

    expect(await take(token)).toEqual({ status: "went", to: `/new-address/${token}` });
    expect(await stateOf(token)).toBe("confirmed");
    expect(await addressOf(heron)).toBe(email);
    expect([await enter(email), await enter(heron.email)]).toEqual(["went", "refused"]);
    const [told, ...others] = await mailsTo(heron.email);
    expect(others).toEqual([]);
    expect(told).toContain("another e-mail address now");
    expect(told).not.toContain(email);
    const { events } = await as(heron, (viewer) => listEvents(viewer));
    expect(events.map(({ words }) => words).filter((words) => words !== "Signed in")).toEqual([
      "Changed your e-mail address",
      "Asked to change your e-mail address",
    ]);
  });

  test("is not looked at only, as mail scanners do, and once only is it used", async () => {
    const heron = await aMember();
    const { token } = await asked(heron);
    await stateOf(token);
    expect(await addressOf(heron)).toBe(heron.email);
    await Promise.all([take(token), take(token), take(token)]);
    expect(await mailsTo(heron.email)).toHaveLength(1);
  });

  test("is not handed to a stranger by its owner, who presses in a mail that the stranger caused", async () => {
    const stranger = await aMember();
    const { email, token } = await asked(stranger);
    const owner = await aMember({ email, verified: false });
    for (const [who, password] of [
      [null, ""],
      [null, "nine patient herons"],
      [owner, ""],
    ] as const) {
      expect(await submit(who, takeNewAddress, { token, password })).toMatchObject({
        status: "refused",
        fieldErrors: { password: expect.stringMatching(/password/) },
      });
    }
    expect(await addressOf(stranger)).toBe(stranger.email);
    expect(await stateOf(token)).toBe("waiting");
    expect(await submit(stranger, takeNewAddress, { token })).toMatchObject({ status: "went" });
    expect(await addressOf(stranger)).toBe(email);
  });

  test("of who has no password is taken where they are signed in", async () => {
    const heron = await aMember();
    const { email, token } = await asked(heron);
    await asSystem((db) => db.user.updateMany({ where: { id: heron.id }, data: { passwordHash: null } }));
    expect(await take(token, "")).toMatchObject({
      status: "refused",
      message: expect.stringContaining("sign in"),
    });
    expect(await submit(heron, takeNewAddress, { token })).toMatchObject({ status: "went" });
    expect(await addressOf(heron)).toBe(email);
  });

  test("is asked for with the password, and what else was typed comes back", async () => {
    const heron = await aMember();
    const email = anAddress();
    for (const currentPassword of ["not this one", ""]) {
      const sent = await ask(heron, email, { currentPassword });
      expect(sent).toMatchObject({
        status: "refused",
        fieldErrors: { currentPassword: expect.any(String) },
        values: { email: [email] },
      });
    }
    expect(await ask(heron, "heron@")).toMatchObject({ status: "invalid" });
    expect(await ask(heron, ` ${heron.email.toUpperCase()}`)).toMatchObject({ status: "refused" });
    expect(await mailsTo(email)).toEqual([]);
  });

  test("reads the same whether somebody has it or not, and only its mailbox learns more", async () => {
    const [heron, wren] = [await aMember(), await aMember()];
    const free = anAddress();
    const known = await ask(heron, wren.email);
    const unknown = await ask(await aMember({ email: heron.email.replace("@", "+@") }), free);
    expect(known).toMatchObject({ status: "done" });
    const without = (sent: object, ...addresses: string[]) =>
      addresses.reduce((text, address) => text.replaceAll(address, "-"), JSON.stringify(sent));
    expect(without(known, wren.email, heron.email)).toBe(
      without(unknown, free, heron.email.replace("@", "+@")),
    );
    const [mail] = await mailsTo(wren.email);
    expect(mail).toContain("stays with that one");
    expect(mail).not.toContain("/new-address/");
  });

  test("that somebody else confirms first stays theirs, and the link says that it is gone", async () => {
    const heron = await aMember();
    const { email, token } = await asked(heron);
    const wren = await aMember({ email });
    await take(token);
    expect(await stateOf(token)).toBe("taken");
    expect(await addressOf(heron)).toBe(heron.email);
    expect(await enter(email)).toBe("went");
    expect(await addressOf(wren)).toBe(email);
  });

  test("goes to one of those who ask for it, however many follow their links at once", async () => {
    const email = anAddress();
    const people = await Promise.all(Array.from({ length: 4 }, () => aMember()));
    const tokens: string[] = [];
    for (const one of people) {
      await ask(one, email);
      tokens.push(await tokenTo(email, "new-address"));
    }
    await Promise.all(tokens.map((token) => take(token)));
    const having = await asSystem((db) => db.user.count({ where: { email } }));
    expect(having).toBe(1);
  });

  test("ends links that went to the old one", async () => {
    const heron = await aMember();
    await submit(null, askForNewPassword, { email: heron.email });
    const reset = await tokenTo(heron.email, "reset-password");
    await take((await asked(heron)).token);
    const sent = await submit(null, setNewPassword, { token: reset, password: "nine patient herons" });
    expect(sent).toMatchObject({ status: "refused" });
  });

  test("signs out every device but the one in which the link was followed", async () => {
    const heron = await aMember();
    const isIn = async (browser: Request) =>
      (await requests.run(browser, () => findSignedIn()))?.id === heron.id;
    const [here, there] = [await browserOf(heron), await browserOf(null)];
    await submit(null, signIn, { email: heron.email, password: PASSWORD }, { browser: there });
    const { token } = await asked(heron);
    await submit(null, takeNewAddress, { token }, { browser: here });
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    const [told] = await mailsTo(heron.email);
    expect(told).toContain("every other device was signed out");
  });

  test("is shown to its member while it waits, and to nobody else, and can be left", async () => {
    const [heron, wren] = [await aMember({ timeZone: "Pacific/Auckland" }), await aMember()];
    const waiting = (member: Member) => as(member, findWaitingAddress);
    expect(await waiting(heron)).toBeNull();
    const { email, token } = await asked(heron);
    const until = await asSystem((db) => db.mailedLink.findFirstOrThrow({ where: { userId: heron.id } }));
    const said = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Pacific/Auckland",
      dateStyle: "medium",
      timeStyle: "short",
    });
    expect(await waiting(heron)).toEqual({ email, until: said.format(until.expiresAt) });
    expect(await waiting(wren)).toBeNull();

    for (const _ of [1, 2]) {
      expect(await submit(heron, leaveNewAddress, {})).toMatchObject({
        status: "done",
        message: expect.stringContaining(heron.email),
      });
    }
    expect(await waiting(heron)).toBeNull();
    await take(token);
    expect([await stateOf(token), await addressOf(heron)]).toEqual(["gone", heron.email]);
    const { events } = await as(heron, (viewer) => listEvents(viewer));
    expect(events.map(({ words }) => words)).toEqual([
      "Kept your e-mail address after all",
      "Asked to change your e-mail address",
    ]);
  });

  test("waits no longer once it is taken, or its day is over", async () => {
    for (const end of [
      (heron: Member, token: string) => submit(heron, takeNewAddress, { token }),
      letADayPass,
    ]) {
      const heron = await aMember();
      await end(heron, (await asked(heron)).token);
      expect(await as(heron, findWaitingAddress)).toBeNull();
    }
  });

  test("that somebody else asked for at an open screen ends with the password", async () => {
    const heron = await aMember();
    const { token } = await asked(heron);
    await submit(heron, changePassword, { currentPassword: PASSWORD, password: "nine patient herons" });
    await take(token);
    expect(await stateOf(token)).toBe("gone");
    expect(await addressOf(heron)).toBe(heron.email);
  });

  test("confirms an account that was not confirmed, and tells no stranger of it", async () => {
    const wren = await aMember({ verified: false });
    await take((await asked(wren)).token);
    const account = await asSystem((db) => db.user.findUniqueOrThrow({ where: { id: wren.id } }));
    expect(account.verifiedAt).toBeInstanceOf(Date);
    expect(await mailsTo(wren.email)).toEqual([]);
  });

  test("is asked for again after a minute, and another one ends its link; each is over after a day", async () => {
    const heron = await aMember();
    const { token: older } = await asked(heron);
    expect(await ask(heron, anAddress())).toMatchObject({
      status: "refused",
      message: expect.stringMatching(/in (60|5\d) seconds/),
    });
    await letTimePass(heron, 1);
    const { token: newer } = await asked(heron);
    expect([await stateOf(older), await stateOf(newer)]).toEqual(["gone", "waiting"]);
    await letTimePass(heron, 24 * 60);
    await take(newer);
    expect(await stateOf(newer)).toBe("gone");
    expect(await addressOf(heron)).toBe(heron.email);
  });

  test("that strangers ask for again and again is still taken by the link that has arrived", async () => {
    const heron = await aMember();
    const { email, token } = await asked(heron);
    for (let n = 0; n < 6; n++) expect(await ask(await aMember(), email)).toMatchObject({ status: "done" });
    await letTimePass(heron, 1);
    expect(await ask(heron, email)).toMatchObject({ status: "done" });
    expect(await mailsTo(email)).toHaveLength(6);
    expect(await as(heron, findWaitingAddress)).toMatchObject({ email });
    expect(await stateOf(token)).toBe("waiting");
    await take(token);
    expect(await addressOf(heron)).toBe(email);
    const left = await asSystem((db) => db.mailedLink.count({ where: { userId: heron.id, usedAt: null } }));
    expect(left).toBe(0);
  });

  test.each(["", "x", "gone", freshSecret(), "'; drop table users;--"])(
    "is not taken by %j",
    async (token) => {
      expect(await stateOf(token)).toBe("gone");
      expect(await take(token)).toMatchObject({
        status: "went",
        to: expect.stringMatching(/^\/new-address\//),
      });
    },
  );

  test("without a password takes having signed in within ten minutes", async () => {
    const heron = await aMember();
    await asSystem((db) => db.user.updateMany({ where: { id: heron.id }, data: { passwordHash: null } }));
    expect(await ask(heron, anAddress(), { currentPassword: "" })).toMatchObject({ status: "done" });
    await letTimePass(heron, 1);
    await asSystem((db) =>
      db.session.updateMany({
        where: { id: heron.sessionId },
        data: { createdAt: new Date(Date.now() - 11 * 60_000) },
      }),
    );
    expect(await ask(heron, anAddress(), { currentPassword: "" })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("within ten minutes"),
    });
  });
});
