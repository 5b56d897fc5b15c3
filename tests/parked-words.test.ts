import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { asMember } from "@/lib/db";
import { fetchWords, parkWords } from "@/lib/parked-words";
import { saveSetback } from "@/lib/setbacks/actions";
import { connected, rows } from "./database/connect";
import { aMember, type Member } from "./factories";
import type { Fields } from "./form";
import { browserOf, submit } from "./people";
import { type Request, requests } from "./request";

let juniper: Member;
let browser: Request;

beforeEach(async () => {
  juniper = await aMember({ name: "Juniper" });
  browser = await browserOf(null, { "x-onward-path": "/setbacks/new" });
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const COOKIE = "onward.parked";
const fetched = (from: Request) => requests.run(from, fetchWords);
/** Sends the form from a browser whose session is over. */
const send = (fields: Fields = {}, from = browser) =>
  submit(null, saveSetback, { draftKey: "setback", happened: "No offer.", ...fields }, { browser: from });

async function end(member: Member) {
  await asMember(member.id, (db) =>
    db.session.updateMany({ where: { id: member.sessionId }, data: { revokedAt: new Date() } }),
  );
}

describe("words sent by a browser that is signed out", () => {
  test("are parked, and the browser goes to sign in and back to where it was", async () => {
    expect(await send()).toEqual({ status: "went", to: "/sign-in?next=%2Fsetbacks%2Fnew&kept=1" });
    expect(browser.cookies.get(COOKIE)).toMatch(/^[0-9a-f-]{36}\.[\w-]{43}$/);
  });

  test("are parked when the session ended in the middle of writing", async () => {
    const open = await browserOf(juniper, { "x-onward-path": "/setbacks/new" });
    await end(juniper);
    expect(await send({}, open)).toMatchObject({ to: expect.stringContaining("kept=1") });
    expect(await fetched(open)).toMatchObject({ values: { happened: ["No offer."] } });
    expect(await asMember(juniper.id, (db) => db.setback.count())).toBe(0);
  });

  test("come back whole to that browser, once", async () => {
    await send({ company: "Acme", feeling: ["sad=3", "tired=2"], password: "a secret" });
    const words = await fetched(browser);
    expect(words).toMatchObject({
      draftKey: "setback",
      values: { happened: ["No offer."], company: ["Acme"], feeling: ["sad=3", "tired=2"] },
    });
    expect(words?.values).not.toHaveProperty("password");
    expect(browser.cookies.has(COOKIE)).toBe(false);
    expect(await fetched(browser)).toBeNull();
  });

  test("come back once, even to somebody who copied the cookie", async () => {
    await send();
    const copy = await browserOf(null);
    copy.cookies.set(COOKIE, browser.cookies.get(COOKIE) ?? "");
    expect(await fetched(browser)).not.toBeNull();
    expect(await fetched(copy)).toBeNull();
  });

  test("lie under a name that no neighbour's page can set, where Onward is reached by https", async () => {
    vi.stubEnv("ONWARD_URL", "https://onward.example");
    vi.resetModules();
    const there = await import("@/lib/parked-words");
    const words = { draftKey: "setback", values: { happened: ["No offer."] } };
    await requests.run(browser, async () => {
      await there.parkWords(words);
      expect([...browser.cookies.keys()]).toEqual(["__Host-onward.parked"]);
      expect(await there.fetchWords()).toMatchObject(words);
    });
    expect(browser.cookies.size).toBe(0);
    await (await import("@/lib/db")).prisma().$disconnect();
  });

  test("do not come to another browser", async () => {
    await send();
    const other = await browserOf(null);
    await send({ happened: "Somebody else's." }, other);
    expect(await fetched(await browserOf(null))).toBeNull();
    expect(await fetched(other)).toMatchObject({ values: { happened: ["Somebody else's."] } });
    expect(await fetched(browser)).toMatchObject({ values: { happened: ["No offer."] } });
  });

  test("cannot be opened with the key of other words", async () => {
    await send();
    const other = await browserOf(null);
    await send({ happened: "Somebody else's." }, other);
    const [ticket] = (browser.cookies.get(COOKIE) ?? "").split(".");
    const [, key] = (other.cookies.get(COOKIE) ?? "").split(".");
    other.cookies.set(COOKIE, `${ticket}.${key}`);
    expect(await fetched(other)).toBeNull();
  });

  test.each([
    ["an empty cookie", ""],
    ["no key", "019a9c2e-0000-7000-8000-000000000000"],
    ["an id of another making", "1 or true.AAAA"],
    ["a ticket that nobody was given", `019a9c2e-0000-7000-8000-000000000000.${"A".repeat(43)}`],
    ["far too much", "x.".repeat(2000)],
  ])("are not to be had by %s", async (_what, cookie) => {
    browser.cookies.set(COOKIE, cookie);
    expect(await fetched(browser)).toBeNull();
  });

  test("are nowhere in the database in a form that anybody could read", async () => {
    await send({ happened: "Legible lanterns." });
    const [ticket] = (browser.cookies.get(COOKIE) ?? "").split(".");
    await connected("admin", async (client) => {
      const [row] = await rows<{ sealed: Buffer }>(client, "select sealed from parked_words where id = $1", [
        ticket,
      ]);
      expect(row?.sealed.length).toBeGreaterThan(28);
      expect(row?.sealed.toString("latin1")).not.toContain("Legible");
    });
  });

  test("wait for an hour and no longer", async () => {
    await send();
    const [ticket] = (browser.cookies.get(COOKIE) ?? "").split(".");
    await connected("admin", async (client) => {
      const [row] = await rows<{ minutes: number }>(
        client,
        "select extract(epoch from expires_at - created_at)::int / 60 as minutes from parked_words where id = $1",
        [ticket],
      );
      expect(row?.minutes).toBe(60);
      await client.query("update parked_words set expires_at = now() - interval '1 second' where id = $1", [
        ticket,
      ]);
    });
    expect(await fetched(browser)).toBeNull();
    // The next to park something sweeps it away.
    await send({}, await browserOf(null));
    await connected("admin", async (client) => {
      expect(await rows(client, "select 1 from parked_words where id = $1", [ticket])).toEqual([]);
    });
  });

  test("are too many to keep at 300 kB: the page says so and keeps them itself", async () => {
    const long = "a".repeat(300_000);
    const sent = await send({ happened: long });
    expect(sent).toMatchObject({
      status: "refused",
      message: expect.stringContaining("sign in in another tab"),
      values: { happened: [long] },
    });
    expect(browser.cookies.has(COOKIE)).toBe(false);
    // What a setback may hold at most is far below that, in any script.
    expect(await send({ happened: "不".repeat(10_000) })).toMatchObject({ status: "went" });
  });

  test("that no draft could hold are not taken, because signing in would lose them", async () => {
    const long = "a".repeat(100_001);
    expect(await send({ happened: long })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("sign in in another tab"),
      values: { happened: [long] },
    });
    expect(browser.cookies.has(COOKIE)).toBe(false);
  });

  test("of a form without a draft are not parked; it goes to sign in", async () => {
    expect(await send({ draftKey: null })).toEqual({
      status: "went",
      to: "/sign-in?next=%2Fsetbacks%2Fnew",
    });
    expect(browser.cookies.has(COOKIE)).toBe(false);
  });
});

test("nobody can fill the disk: with 2000 parked, no more are taken until some are fetched or an hour is over", async () => {
  await connected("admin", async (client) => {
    const park = async () => {
      const [row] = await rows<{ kept: boolean }>(
        client,
        "select app.park_words(gen_random_uuid(), '\\x00') as kept",
      );
      return row?.kept;
    };
    // In a transaction of its own that is undone, so that nobody else finds the place full.
    await client.query("begin isolation level repeatable read");
    await client.query(
      `insert into parked_words (id, sealed, expires_at)
       select gen_random_uuid(), '\\x00', now() + interval '1 hour'
       from generate_series(1, 1999 - (select count(*) from parked_words)::int)`,
    );
    expect(await park()).toBe(true);
    expect(await park()).toBe(false);
    await client.query(
      "update parked_words set expires_at = now() - interval '1 second' where id = (select id from parked_words limit 1)",
    );
    expect(await park()).toBe(true);
    expect(await park()).toBe(false);
    await client.query("rollback");
  });
});

test("the app cannot read parked words without a ticket", async () => {
  await requests.run(browser, () => parkWords({ draftKey: "setback", values: { happened: ["x"] } }));
  await connected("app", async (client) => {
    await expect(client.query("select * from public.parked_words")).rejects.toThrow(/permission denied/);
  });
  await expect(asMember(juniper.id, (db) => db.parkedWords.count())).rejects.toThrow();
});
