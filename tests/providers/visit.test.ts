import { NextRequest } from "next/server";
import { describe, expect, test } from "vitest";
import { GET as comeBack } from "@/app/api/auth/[provider]/callback/route";
import { GET as leaveFor } from "@/app/api/auth/[provider]/route";
import { asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { joinThroughProvider, linkProvider, unlinkProvider } from "@/lib/providers/actions";
import { findIntroduced, listLinked } from "@/lib/providers/queries";
import { findSignedIn } from "@/lib/session";
import { readAsVisitor } from "@/lib/viewer";
import { mailsTo } from "../accounts/mailbox";
import { aMember, type Member, PASSWORD } from "../factories";
import { as, browserOf, submit } from "../people";
import { type Answer, answerOf, type Request, requests } from "../request";

/* The whole way, but for the browser: our own routes, and real providers that the test run has started. */

const site = "http://localhost:3000";
const wentTo = (answer: Answer<unknown>): string => ("went" in answer ? answer.went : "nowhere");
const of = (provider: string) => ({ params: Promise.resolve({ provider }) });

/** Presses "Continue with": where the browser goes. */
const leave = async (browser: Request, provider: string, query = "") =>
  wentTo(
    await answerOf(browser, () =>
      leaveFor(
        new NextRequest(`${site}/api/auth/${provider}${query}`, { headers: browser.headers }),
        of(provider),
      ),
    ),
  );

/** Follows the way back to Onward: where the browser goes then. */
const back = async (browser: Request, provider: string, url: string) =>
  wentTo(await answerOf(browser, () => comeBack(new NextRequest(url), of(provider))));

type Who = { who: string; email: string; verified?: boolean };
const somebody = (): Who => ({ who: freshId(), email: `${freshId()}@example.org`, verified: true });

/** What somebody does at Lantern: says who they are, or "no". Answers with the way back. */
async function atLantern(url: string, answer: Who | "no"): Promise<string> {
  const jar = new Map<string, string>();
  const go = async (to: string, body?: URLSearchParams) => {
    const cookie = [...jar].map((pair) => pair.join("=")).join("; ");
    const response = await fetch(to, {
      redirect: "manual",
      headers: { cookie },
      ...(body && { method: "POST", body }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    return new URL(response.headers.get("location") ?? "about:blank", to).href;
  };
  const asked = await go(url);
  const form =
    answer === "no"
      ? { no: "" }
      : { who: answer.who, email: answer.email, ...(answer.verified && { verified: "on" }) };
  return go(await go(asked, new URLSearchParams(form)));
}

/** The whole way through Lantern. */
async function through(browser: Request, answer: Who | "no", query = "") {
  return back(browser, "lantern", await atLantern(await leave(browser, "lantern", query), answer));
}

const whoIsIn = (browser: Request) => requests.run(browser, () => findSignedIn());
const introduced = (browser: Request) => requests.run(browser, () => readAsVisitor(findIntroduced));
const accountsWith = (email: string) => asSystem((db) => db.user.count({ where: { email } }));
const joining = () => ({ id: freshId(), name: "Linnet", adult: true, timeZone: "Europe/Berlin" });
const eventsOf = (member: { id: string }) =>
  as(member as Member, ({ db }) =>
    db.securityEvent.findMany({
      where: { userId: member.id },
      orderBy: { id: "asc" },
      select: { kind: true },
    }),
  ).then((events) => events.map(({ kind }) => kind));

async function aJoiner() {
  const [who, browser] = [somebody(), await browserOf(null)];
  await through(browser, who);
  await submit(null, joinThroughProvider, joining(), { browser });
  const member = await whoIsIn(browser);
  if (!member) throw new Error("Nobody is signed in after joining.");
  return { who, browser, member };
}

describe("somebody whom nobody knows", () => {
  test("joins after choosing an alias and saying that they are of age, with a confirmed address and no password", async () => {
    const [who, browser] = [somebody(), await browserOf(null)];
    expect(await through(browser, who, "?next=/invite/abc")).toBe("/sign-in/provider?next=%2Finvite%2Fabc");
    expect(await accountsWith(who.email)).toBe(0);
    expect(await introduced(browser)).toMatchObject({ way: "join", name: "Lantern", email: who.email });

    expect(
      await submit(null, joinThroughProvider, { ...joining(), adult: false }, { browser }),
    ).toMatchObject({
      status: "invalid",
    });
    expect(await submit(null, joinThroughProvider, joining(), { browser })).toEqual({
      status: "went",
      to: "/invite/abc",
    });
    const member = await whoIsIn(browser);
    expect(member).toMatchObject({ email: who.email, name: "Linnet", verifiedAt: expect.any(Date) });
    const account = await asSystem((db) => db.user.findUniqueOrThrow({ where: { id: member?.id ?? "" } }));
    expect(account.passwordHash).toBeNull();
    expect(await eventsOf(account)).toEqual(["joined", "e-mail confirmed", "provider linked", "signed in"]);
    expect(await introduced(browser)).toBeNull();
  });

  test("signs in from anywhere afterwards, whatever address the provider tells by then", async () => {
    const { who, member } = await aJoiner();
    const elsewhere = await browserOf(null);
    const now = { ...who, email: `${freshId()}@example.org`, verified: false };
    expect(await through(elsewhere, now, "?next=/goals")).toBe("/goals");
    expect(await whoIsIn(elsewhere)).toMatchObject({ id: member.id, email: who.email });
  });

  test("who presses five times at once has one account, and is in it", async () => {
    const [who, browser] = [somebody(), await browserOf(null)];
    await through(browser, who);
    const cookies = () => new Map(browser.cookies);
    const browsers = await Promise.all(
      Array.from({ length: 5 }, async () => ({ ...(await browserOf(null)), cookies: cookies() })),
    );
    const form = joining();
    const answers = await Promise.all(
      browsers.map((browser) => submit(null, joinThroughProvider, form, { browser })),
    );
    expect(answers).toEqual(Array(5).fill({ status: "went", to: "/today" }));
    expect(await accountsWith(who.email)).toBe(1);
    for (const browser of browsers) expect(await whoIsIn(browser)).toMatchObject({ id: form.id });
  });

  test("does not come in with an address that the provider has not verified", async () => {
    const [who, browser] = [{ ...somebody(), verified: false }, await browserOf(null)];
    expect(await through(browser, who)).toBe("/sign-in/provider?trouble=unverified");
    expect(await introduced(browser)).toBeNull();
    expect(await submit(null, joinThroughProvider, joining(), { browser })).toMatchObject({
      status: "refused",
    });
    expect(await accountsWith(who.email)).toBe(0);
  });

  test("does not join with the id of somebody else's account", async () => {
    const [heron, browser] = [await aMember(), await browserOf(null)];
    await through(browser, somebody());
    expect(
      await submit(null, joinThroughProvider, { ...joining(), id: heron.id }, { browser }),
    ).toMatchObject({
      status: "refused",
    });
    expect(await whoIsIn(browser)).toBeNull();
  });
});

describe("an address that somebody here has confirmed", () => {
  test("is not entered on the provider's word: its owner signs in first, and links it then", async () => {
    const [heron, browser] = [await aMember(), await browserOf(null)];
    const who = { ...somebody(), email: heron.email };
    expect(await through(browser, who)).toBe("/sign-in/provider");
    expect(await introduced(browser)).toMatchObject({ way: "sign in first" });
    expect(await submit(null, joinThroughProvider, joining(), { browser })).toMatchObject({
      status: "refused",
    });
    expect(await whoIsIn(browser)).toBeNull();
    expect(await accountsWith(heron.email)).toBe(1);

    const signedIn = await browserOf(heron);
    signedIn.cookies = new Map([...browser.cookies, ...signedIn.cookies]);
    expect(await introduced(signedIn)).toMatchObject({ way: "link", hasPassword: true });
    const link = (currentPassword: string) =>
      submit(null, linkProvider, { currentPassword }, { browser: signedIn });
    expect(await link("not this one")).toMatchObject({
      status: "refused",
      fieldErrors: { currentPassword: expect.anything() },
    });
    expect(await link(PASSWORD)).toEqual({ status: "went", to: "/settings/sign-in" });
    expect(await as(heron, listLinked)).toContainEqual({ key: "lantern", name: "Lantern", linked: true });
    expect((await mailsTo(heron.email)).at(-1)).toContain("through Lantern");

    const elsewhere = await browserOf(null);
    expect(await through(elsewhere, who)).toBe("/today");
    expect(await whoIsIn(elsewhere)).toMatchObject({ id: heron.id });
  });

  test("that others only claim is joined with, and theirs stay claims", async () => {
    const wren = await aMember({ verified: false });
    const browser = await browserOf(null);
    await through(browser, { ...somebody(), email: wren.email });
    expect(await introduced(browser)).toMatchObject({ way: "join" });
    await submit(null, joinThroughProvider, joining(), { browser });
    expect(await whoIsIn(browser)).toMatchObject({ email: wren.email, verifiedAt: expect.any(Date) });
    expect((await whoIsIn(browser))?.id).not.toBe(wren.id);
  });
});

describe("linking", () => {
  const linked = async (member: Member, who: Who) => {
    const browser = await browserOf(member);
    const went = await through(browser, who, "?link=1");
    return { browser, went };
  };

  test("is asked for in settings, and done by a press and not by coming back", async () => {
    const [heron, who] = [await aMember(), somebody()];
    const { browser, went } = await linked(heron, who);
    expect(went).toBe("/sign-in/provider");
    expect(await through(await browserOf(null), who)).toBe("/sign-in/provider");
    expect(await submit(null, linkProvider, { currentPassword: PASSWORD }, { browser })).toMatchObject({
      status: "went",
    });
    expect(await through(await browserOf(null), who)).toBe("/today");
  });

  test("waits until one's own address is confirmed here, so that nobody adds one to what may be another's account", async () => {
    const [wren, who] = [await aMember({ verified: false }), somebody()];
    const { browser } = await linked(wren, who);
    expect(await submit(null, linkProvider, { currentPassword: PASSWORD }, { browser })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("confirm your e-mail address first"),
    });
    expect(await as(wren, listLinked)).toContainEqual({ key: "lantern", name: "Lantern", linked: false });
  });

  test("needs a verified address", async () => {
    const { went } = await linked(await aMember(), { ...somebody(), verified: false });
    expect(went).toBe("/sign-in/provider?trouble=unverified");
  });

  test("takes nothing that opens another account", async () => {
    const { who, member } = await aJoiner();
    const heron = await aMember();
    expect((await linked(heron, who)).went).toBe("/sign-in/provider?trouble=another");
    expect((await linked(member, who)).went).toBe("/sign-in/provider?trouble=second");
  });

  test("holds when two accounts press at the same moment: one has it", async () => {
    const who = somebody();
    const members = await Promise.all([aMember(), aMember()]);
    const browsers = await Promise.all(members.map(async (member) => (await linked(member, who)).browser));
    const answers = await Promise.all(
      browsers.map((browser) => submit(null, linkProvider, { currentPassword: PASSWORD }, { browser })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(["refused", "went"]);
  });

  test("ends with taking out, but not of the last way in", async () => {
    const { member, browser } = await aJoiner();
    const out = (currentPassword = "") =>
      submit(null, unlinkProvider, { provider: "lantern", currentPassword }, { browser });
    expect(await out()).toMatchObject({
      status: "refused",
      message: expect.stringContaining("Nothing else opens your account"),
    });
    const { passwordHash } = await asSystem(async (db) =>
      db.user.findUniqueOrThrow({ where: { id: (await aMember()).id }, select: { passwordHash: true } }),
    );
    await asSystem((db) => db.user.update({ where: { id: member.id }, data: { passwordHash } }));
    // Whoever sits at the screen now has to know it.
    expect(await out()).toMatchObject({
      status: "refused",
      fieldErrors: { currentPassword: expect.any(String) },
    });
    expect(await as(member, listLinked)).toContainEqual({ key: "lantern", name: "Lantern", linked: true });
    for (const _ of [1, 2]) expect(await out(PASSWORD)).toMatchObject({ status: "done" });
    expect(await eventsOf(member)).toContain("provider unlinked");
  });
});

describe("a way back", () => {
  const crooked = async (browser: Request, told: (nonce: string) => object, mend = (url: URL) => url) => {
    const left = new URL(await leave(browser, "crooked"));
    const url = new URL(`${site}/api/auth/crooked/callback`);
    url.searchParams.set("state", left.searchParams.get("state") ?? "");
    const code = Buffer.from(JSON.stringify(told(left.searchParams.get("nonce") ?? ""))).toString(
      "base64url",
    );
    url.searchParams.set("code", code);
    return back(browser, "crooked", mend(url).href);
  };
  const claims = (nonce: string, more: object = {}) => ({
    claims: { sub: freshId(), nonce, email: `${freshId()}@example.org`, email_verified: true, ...more },
  });

  test("is taken when everything fits", async () => {
    const browser = await browserOf(null);
    expect(await crooked(browser, (nonce) => claims(nonce))).toBe("/sign-in/provider");
    expect(await introduced(browser)).toMatchObject({ way: "join", name: "Crooked" });
  });

  test.each<[string, (nonce: string) => object]>([
    ["another nonce", () => claims("another")],
    ["no nonce", (nonce) => claims(nonce, { nonce: undefined })],
    ["another issuer", (nonce) => claims(nonce, { iss: "https://evil.example" })],
    ["another audience", (nonce) => claims(nonce, { aud: "somebody else" })],
    ["a time that is over", (nonce) => claims(nonce, { exp: 1_000_000_000 })],
    ["a signature that is not theirs", (nonce) => ({ ...claims(nonce), unsigned: true })],
    ["no subject", (nonce) => claims(nonce, { sub: undefined })],
  ])("with %s opens nothing", async (_what, told) => {
    const browser = await browserOf(null);
    expect(await crooked(browser, told)).toBe("/sign-in/provider?trouble=wrong");
    expect(await introduced(browser)).toBeNull();
  });

  test("with a verified address in another type than true opens nothing", async () => {
    const browser = await browserOf(null);
    expect(await crooked(browser, (nonce) => claims(nonce, { email_verified: "yes" }))).toBe(
      "/sign-in/provider?trouble=unverified",
    );
  });

  test("with a forged state is not heard, and the visit goes on", async () => {
    const browser = await browserOf(null);
    const way = await atLantern(await leave(browser, "lantern"), somebody());
    const forged = new URL(way);
    forged.searchParams.set("state", "forged");
    expect(await back(browser, "lantern", forged.href)).toBe("/sign-in/provider?trouble=over");
    expect(await back(browser, "lantern", way)).toBe("/sign-in/provider");
  });

  test("works once", async () => {
    const browser = await browserOf(null);
    const way = await atLantern(await leave(browser, "lantern"), somebody());
    const copy = { ...browser, cookies: new Map(browser.cookies) };
    expect(await back(browser, "lantern", way)).toBe("/sign-in/provider");
    expect(await back(copy, "lantern", way)).toBe("/sign-in/provider?trouble=over");
  });

  test("works in the browser in which it began and in no other", async () => {
    const browser = await browserOf(null);
    const way = await atLantern(await leave(browser, "lantern"), somebody());
    const other = await browserOf(null);
    expect(await back(other, "lantern", way)).toBe("/sign-in/provider?trouble=over");
    await leave(other, "lantern");
    expect(await back(other, "lantern", way)).toBe("/sign-in/provider?trouble=over");
    expect(await back(browser, "crooked", way)).toBe("/sign-in/provider?trouble=over");
  });

  test("from a provider that could not be reached is kind", async () => {
    const told = (nonce: string) => ({ ...claims(nonce), status: 500 });
    expect(await crooked(await browserOf(null), told)).toBe("/sign-in/provider?trouble=away");
  });

  test("after a no is kind", async () => {
    expect(await through(await browserOf(null), "no")).toBe("/sign-in/provider?trouble=denied");
  });
});

describe("GitHub, which speaks no OpenID,", () => {
  const through = async (browser: Request, user: object, emails: object[]) => {
    const left = new URL(await leave(browser, "github"));
    expect(left.searchParams.get("code_challenge_method")).toBe("S256");
    const code = Buffer.from(JSON.stringify({ user, emails })).toString("base64url");
    const query = new URLSearchParams({ code, state: left.searchParams.get("state") ?? "" });
    return back(browser, "github", `${site}/api/auth/github/callback?${query}`);
  };
  const address = (more: object = {}) => ({
    email: `${freshId()}@example.org`,
    primary: true,
    verified: true,
    ...more,
  });

  test("tells a verified primary address, and that joins", async () => {
    const browser = await browserOf(null);
    const own = address();
    expect(await through(browser, { id: 7 }, [address({ primary: false }), own])).toBe("/sign-in/provider");
    expect(await introduced(browser)).toMatchObject({ name: "GitHub", email: own.email });
  });

  test.each([
    ["not verified", [address({ verified: false })]],
    ["not the primary one", [address({ primary: false })]],
    ["not there", []],
  ])("opens nothing with an address that is %s", async (_what, emails) => {
    expect(await through(await browserOf(null), { id: 8 }, emails)).toBe(
      "/sign-in/provider?trouble=unverified",
    );
  });

  test("opens nothing for a user without an id", async () => {
    expect(await through(await browserOf(null), {}, [address()])).toBe("/sign-in/provider?trouble=wrong");
  });
});

describe("the way to a provider", () => {
  test("is not taken from another site", async () => {
    for (const from of ["cross-site", "same-site"]) {
      const browser = await browserOf(null, { "sec-fetch-site": from });
      expect(await leave(browser, "lantern", "?link=1")).toBe("/sign-in");
    }
  });

  test("is not there for a provider that nobody set up", async () => {
    for (const name of ["google", "x", "constructor", "__proto__"]) {
      const browser = await browserOf(null);
      const request = new NextRequest(`${site}/api/auth/${name}`);
      expect(await answerOf(browser, () => leaveFor(request, of(name)))).toEqual({ notFound: true });
    }
  });

  test("carries no other site along to go on to", async () => {
    const browser = await browserOf(null);
    const who = somebody();
    expect(await through(browser, who, "?next=https://evil.example/")).toBe("/sign-in/provider");
  });
});
