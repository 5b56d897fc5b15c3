import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { confirmAddress, join, signIn } from "@/lib/accounts/actions";
import { openCircle } from "@/lib/circles/actions";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { isFlood, refuseFlood, sayWait } from "@/lib/limits";
import { leaveCircle } from "@/lib/memberships/actions";
import { networkIn } from "@/lib/network";
import { beginCodes } from "@/lib/one-time-codes/actions";
import { changePassword } from "@/lib/passwords/actions";
import { sharePost } from "@/lib/posts/actions";
import { saveSetback } from "@/lib/setbacks/actions";
import { deriveSecret } from "@/lib/vault";
import { tokenTo } from "./accounts/mailbox";
import { connected, rows } from "./database/connect";
import { aCircle, aMember, PASSWORD } from "./factories";
import { browserOf, type Sent, submit } from "./people";
import { aRequest, requests } from "./request";

const anAddress = () => `${freshId()}@example.org`;
const from = (network: string) => ({ headers: { "x-onward-peer": network } });
/** A network that nobody else is in. */
const aNetwork = () => `10.${randomBytes(3).join(".")}`;

const guess = (email: string, network = aNetwork(), password = "seven loud lanterns") =>
  submit(null, signIn, { email, password }, from(network));

/** A try to sign in that was let through: counted as one, without the password's check, which is slow on purpose. */
const tried = async (email: string, network: string) =>
  requests.run(aRequest(new Map(), { "x-onward-peer": network }), () => refuseFlood("sign in", email));

const waits = (sent: Sent) => sent.status === "refused" && /Please wait/.test(sent.message ?? "");
const timesOf = async <T>(times: number, work: () => Promise<T>) =>
  Promise.all(Array.from({ length: times }, work));

describe("guessing a password", () => {
  test("has to wait after ten tries from one network, and the answer says how long and gives back what was typed", async () => {
    const { email } = await aMember();
    const network = aNetwork();
    for (let tries = 0; tries < 10; tries++) expect(waits(await guess(email, network))).toBe(false);
    const sent = await guess(email, network, PASSWORD);
    expect(sent).toMatchObject({
      status: "refused",
      message: expect.stringMatching(
        /Please wait (15|14) minutes and try again. Nothing you typed is lost.$/,
      ),
      values: { email: [email] },
    });
    expect(JSON.stringify(sent)).not.toContain(PASSWORD);
  });

  test("gains nothing by twenty tries at once", async () => {
    const { email } = await aMember();
    const network = aNetwork();
    const answers = await timesOf(20, () => guess(email, network));
    expect(answers.filter((sent) => !waits(sent))).toHaveLength(10);
  });

  test("is counted alike for an address that nobody has", async () => {
    const [known, unknown] = [(await aMember()).email, anAddress()];
    const network = aNetwork();
    for (let tries = 0; tries < 12; tries++) {
      expect(await guess(known, network)).toEqual({
        ...(await guess(unknown, network)),
        values: expect.anything(),
      });
    }
  });

  test("from many networks has to wait as well, but not in a browser that its owner has used before", async () => {
    const { email } = await aMember();
    const own = await browserOf(null);
    await submit(null, signIn, { email, password: PASSWORD }, { browser: own });
    for (let network = 0; network < 20; network++) {
      const here = aNetwork();
      await timesOf(5, () => tried(email, here));
    }
    expect(waits(await guess(email, aNetwork(), PASSWORD))).toBe(true);
    expect(await submit(null, signIn, { email, password: "a slip" }, { browser: own })).toMatchObject({
      message: expect.stringContaining("do not belong together"),
    });
    expect(await submit(null, signIn, { email, password: PASSWORD }, { browser: own })).toMatchObject({
      status: "went",
    });
  });

  test("does not keep somebody out where they joined and confirmed, though they never signed in there", async () => {
    const email = anAddress();
    const own = await browserOf(null);
    const joining = { name: "Wren", email, password: PASSWORD, adult: true };
    await submit(null, join, joining, { browser: own });
    await submit(null, confirmAddress, { token: await tokenTo(email, "verify") }, { browser: own });
    for (let network = 0; network < 20; network++) {
      const here = aNetwork();
      // The first of the hundred was joining.
      await timesOf(network > 0 ? 5 : 4, () => tried(email, here));
    }
    expect(waits(await guess(email, aNetwork(), PASSWORD))).toBe(true);
    const entered = await submit(null, signIn, { email, password: PASSWORD }, { browser: own });
    expect(entered).toMatchObject({ status: "went" });
  });

  test("is no easier in a known browser: it has ten tries too, and none at other accounts", async () => {
    const [heron, wren] = [await aMember(), await aMember()];
    const browser = await browserOf(null);
    const tryAs = (email: string, password: string) => submit(null, signIn, { email, password }, { browser });
    await tryAs(heron.email, PASSWORD);
    for (let tries = 0; tries < 10; tries++) expect(waits(await tryAs(heron.email, "a slip"))).toBe(false);
    expect(waits(await tryAs(heron.email, PASSWORD))).toBe(true);
    for (let tries = 0; tries < 10; tries++) await tryAs(wren.email, "a guess");
    expect(waits(await tryAs(wren.email, "a guess"))).toBe(true);
  });

  test("by joining with the address is counted like one by signing in, and knowing the password is not", async () => {
    const { email } = await aMember();
    const joinWith = (network: string, password: string) =>
      submit(null, join, { email, password, name: "Tern", adult: true }, from(network));
    const network = aNetwork();
    for (let tries = 0; tries < 6; tries++) {
      expect(waits(await joinWith(network, `a wrong lantern ${tries}`))).toBe(false);
    }
    for (let tries = 0; tries < 3; tries++) {
      expect(await joinWith(network, PASSWORD)).toMatchObject({ status: "went" });
    }
    for (let tries = 0; tries < 4; tries++) expect(waits(await guess(email, network))).toBe(false);
    expect(waits(await guess(email, network))).toBe(true);

    // From all networks together there are a hundred, ten of which are used.
    for (let others = 0; others < 18; others++) {
      const there = aNetwork();
      await timesOf(5, () => tried(email, there));
    }
    expect(waits(await joinWith(aNetwork(), "another wrong lantern"))).toBe(true);
  });

  test("keeps nobody who has just joined from signing in there, however often the form is sent", async () => {
    const [email, network] = [anAddress(), aNetwork()];
    const form = { id: freshId(), email, password: PASSWORD, name: "Tern", adult: true };
    for (let times = 0; times < 5; times++) {
      expect(await submit(null, join, form, from(network))).toMatchObject({ status: "went" });
    }
    for (let tries = 0; tries < 9; tries++) expect(waits(await guess(email, network))).toBe(false);
    expect(waits(await guess(email, network))).toBe(true);
  });

  test("that was right is not counted", async () => {
    const { email } = await aMember();
    const network = aNetwork();
    for (let times = 0; times < 15; times++) {
      expect(await guess(email, network, PASSWORD)).toMatchObject({ status: "went" });
    }
  });

  test("at many accounts from one network has to wait, and the network beside it does not", async () => {
    const network = aNetwork();
    for (let batch = 0; batch < 20; batch++) await timesOf(10, () => tried(anAddress(), network));
    expect(waits(await guess(anAddress(), network))).toBe(true);
    expect(waits(await guess(anAddress()))).toBe(false);
  });
});

test("a browser that joined with an address which is not confirmed is not taken for its owner's", async () => {
  const [heron, network] = [await aMember(), aNetwork()];
  const stranger = await browserOf(null);
  const joining = { email: heron.email, password: "another quiet lantern", name: "Tern", adult: true };
  expect(await submit(null, join, joining, { browser: stranger })).toMatchObject({ status: "went" });
  for (let tries = 0; tries < 10; tries++) await guess(heron.email, network);
  stranger.headers.set("x-onward-peer", network);
  const sent = await submit(null, signIn, { email: heron.email, password: PASSWORD }, { browser: stranger });
  expect(waits(sent)).toBe(true);
});

test("guessing the password at an open screen has to wait, and knowing it never does", async () => {
  const member = await aMember();
  const change = (currentPassword: string) =>
    submit(member, changePassword, { currentPassword, password: "nine patient herons" });
  for (let tries = 0; tries < 10; tries++) expect(waits(await change("seven loud lanterns"))).toBe(false);
  expect(waits(await change(PASSWORD))).toBe(true);

  const knows = await aMember();
  for (let tries = 0; tries < 12; tries++) {
    expect(await submit(knows, beginCodes, { currentPassword: PASSWORD })).toMatchObject({ status: "done" });
  }
});

test("posting has to wait after sixty times in ten minutes, and logging setbacks never does", async () => {
  const heron = await aMember();
  const circle = await aCircle(heron);
  const post = () =>
    submit(heron, sharePost, { circleId: circle.id, kind: "ask", need: "listen", body: "Hello." });
  const answers = [];
  for (let batch = 0; batch < 13; batch++) answers.push(...(await timesOf(5, post)));
  expect(answers.filter(waits)).toHaveLength(5);
  expect(await asMember(heron.id, (db) => db.post.count())).toBe(60);
  expect(await submit(heron, saveSetback, { happened: "No offer.", day: "2026-01-01" })).toMatchObject({
    status: "went",
  });
});

test("opening circle after circle has to wait, and what was typed comes back", async () => {
  const heron = await aMember();
  const told = {
    name: "Thursday lanterns",
    purpose: "People between jobs.",
    language: "English",
    timeZone: "Europe/Berlin",
    meetingDay: 4,
    meetingTime: "18:00",
    videoLink: "",
    alias: "Heron",
  };
  for (let times = 0; times < 10; times++) {
    const sent = await submit(heron, openCircle, told);
    expect(sent).toMatchObject({ status: "went" });
    await submit(heron, leaveCircle, { circleId: sent.status === "went" ? sent.to.split("/").at(-1) : "" });
  }
  const sent = await submit(heron, openCircle, told);
  expect(waits(sent)).toBe(true);
  expect(sent).toMatchObject({ values: { name: ["Thursday lanterns"] } });
});

test("what is refused is not counted on and on: once over, it neither writes nor waits longer", async () => {
  const [email, network] = [anAddress(), aNetwork()];
  const key = deriveSecret("limit", JSON.stringify(["sign in", "pair", network, email])).toString(
    "base64url",
  );
  const kept = () =>
    connected("admin", (admin) =>
      rows(admin, "select points, expire, xmin from limits where key = $1", [key]),
    );
  for (let tries = 0; tries < 11; tries++) await guess(email, network);
  const [over] = await kept();
  expect(over).toMatchObject({ points: 11 });
  await timesOf(20, () => guess(email, network));
  expect(await kept()).toEqual([over]);
});

test("while Postgres does not answer nobody has their tries once more", { timeout: 30_000 }, async () => {
  const heron = await aMember();
  const key = deriveSecret("limit", JSON.stringify(["picture", "account", heron.id])).toString("base64url");
  const letThrough = async (tries: number) =>
    (await timesOf(tries, () => isFlood("picture", heron.id))).filter((isOneTooMany) => !isOneTooMany).length;
  expect(await letThrough(15)).toBe(15);
  expect(await letThrough(15)).toBe(15);
  await connected("admin", async (admin) => {
    await admin.query("begin");
    await admin.query("select from limits where key = $1 for update", [key]);
    expect(await letThrough(20)).toBe(10);
    await admin.query("rollback");
  });
  expect(await letThrough(5)).toBe(0);
});

test("the table of limits names nobody: neither addresses nor networks", async () => {
  const email = anAddress();
  await guess(email, "203.0.113.77");
  await connected("admin", async (admin) => {
    const kept = await rows<{ key: string }>(admin, "select key from limits");
    expect(kept.length).toBeGreaterThan(0);
    for (const { key } of kept) expect(key).toMatch(/^[\w-]{22}$/);
  });
});

test("nobody but the system can count or look at limits", async () => {
  await connected("app", async (app) => {
    await expect(app.query("select * from public.limits")).rejects.toThrow(/permission denied/);
  });
  const heron = await aMember();
  await expect(asMember(heron.id, (db) => db.limit.count())).rejects.toThrow();
});

test.each([
  [1, "a minute"],
  [60_000, "a minute"],
  [60_001, "2 minutes"],
  [15 * 60_000, "15 minutes"],
  [60 * 60_000, "an hour"],
  [61 * 60_000, "2 hours"],
])("%d milliseconds to wait are %s", (milliseconds, words) => {
  expect(sayWait(milliseconds)).toBe(words);
});

describe("the network of a request", () => {
  const network = (forwarded: string | null, peer: string | null, proxies: number) =>
    networkIn(
      new Headers({
        ...(forwarded && { "x-forwarded-for": forwarded }),
        ...(peer && { "x-onward-peer": peer }),
      }),
      proxies,
    );

  test.each([
    // forwarded, peer, proxies of ours, network
    [null, "192.0.2.7", 0, "192.0.2.7"],
    ["198.51.100.9", "192.0.2.7", 0, "192.0.2.7"],
    ["198.51.100.9", "127.0.0.1", 1, "198.51.100.9"],
    ["203.0.113.1, 198.51.100.9", "127.0.0.1", 1, "198.51.100.9"],
    ["203.0.113.1, 198.51.100.9", "127.0.0.1", 2, "203.0.113.1"],
    ["198.51.100.9:4711", "127.0.0.1", 1, "198.51.100.9"],
    [null, "127.0.0.1", 1, "127.0.0.1"],
    ["198.51.100.9", null, 0, "nowhere"],
    ["unknown", "127.0.0.1", 1, "nowhere"],
    [null, null, 0, "nowhere"],
  ])("forwarded for %s, heard from %s, behind %d: %s", (forwarded, peer, proxies, expected) => {
    expect(network(forwarded, peer, proxies)).toBe(expected);
  });

  test.each([
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["fe80::1%eth0", "nowhere"],
  ])("of %s is %s", (peer, expected) => {
    expect(network(null, peer, 0)).toBe(expected);
  });
});
