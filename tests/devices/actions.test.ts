import { describe, expect, test } from "vitest";
import { signIn } from "@/lib/accounts/actions";
import { asSystem } from "@/lib/db";
import { signOutElsewhere, signOutThere } from "@/lib/devices/actions";
import { markOf } from "@/lib/devices/mark";
import { listDevices } from "@/lib/devices/queries";
import { listEvents } from "@/lib/security-events/queries";
import { findSignedIn } from "@/lib/session";
import { connected } from "../database/connect";
import { aMember, type Member, PASSWORD } from "../factories";
import { as, browserOf, submit } from "../people";
import { type Request, requests } from "../request";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

const whoIsIn = (browser: Request) => requests.run(browser, () => findSignedIn());

/** Another browser of somebody's, in which they have just signed in. */
async function anotherOf(member: Member) {
  const browser = await browserOf(null, { "user-agent": FIREFOX });
  await submit(null, signIn, { email: member.email, password: PASSWORD }, { browser });
  const signedIn = await whoIsIn(browser);
  if (!signedIn) throw new Error("Nobody is signed in there.");
  return { browser, sessionId: signedIn.sessionId };
}

const eventsOf = async (member: Member) =>
  (await as(member, (viewer) => listEvents(viewer))).events.map(({ words }) => words);

/** Lets a session have begun, and been used last, so many hours ago. */
const letRest = (sessionId: string, hours: { begun?: number; seen?: number }) =>
  asSystem(
    (db) => db.$executeRaw`
      update sessions set expires_at = expires_at - make_interval(hours => ${hours.begun ?? 0}::int),
                          seen_at = seen_at - make_interval(hours => ${hours.seen ?? 0}::int)
      where id = ${sessionId}::uuid`,
  );

const seenAt = async (sessionId: string) =>
  (await asSystem((db) => db.session.findUniqueOrThrow({ where: { id: sessionId } }))).seenAt;

describe("the list of devices", () => {
  test("names each browser in which its member is signed in, this one first, and nobody else's", async () => {
    const [heron, wren] = [await aMember(), await aMember()];
    await anotherOf(heron);
    await anotherOf(wren);
    const devices = await as(heron, listDevices);
    expect(devices).toMatchObject([
      { words: "a browser", isThis: true },
      { words: "Firefox on Linux", isThis: false, begun: { said: "just now" } },
    ]);
  });

  test("calls no session by its id, which is a secret", async () => {
    const heron = await aMember();
    const { sessionId } = await anotherOf(heron);
    const listed = JSON.stringify(await as(heron, listDevices));
    for (const id of [heron.sessionId, sessionId]) expect(listed).not.toContain(id);
  });
});

describe("signing out there", () => {
  test("ends that session from its next request on, leaves the others alone, and is noted once", async () => {
    const heron = await aMember();
    const [there, elsewhere] = [await anotherOf(heron), await anotherOf(heron)];
    const form = { device: markOf(there.sessionId) };
    expect(await submit(heron, signOutThere, form)).toMatchObject({
      status: "done",
      message: "Signed out on Firefox on Linux.",
    });
    expect(await whoIsIn(there.browser)).toBeNull();
    expect(await whoIsIn(elsewhere.browser)).toMatchObject({ id: heron.id });
    expect(await whoIsIn(await browserOf(heron))).toMatchObject({ id: heron.id });
    expect(await as(heron, listDevices)).toHaveLength(2);

    expect(await submit(heron, signOutThere, form)).toMatchObject({ status: "done" });
    expect((await eventsOf(heron)).filter((words) => words === "Signed another device out")).toHaveLength(1);
  });

  test("does not reach another member's device", async () => {
    const [heron, wren] = [await aMember(), await aMember()];
    const there = await anotherOf(wren);
    for (const device of [markOf(there.sessionId), there.sessionId, "", "x"]) {
      expect(await submit(heron, signOutThere, { device })).toEqual({ status: "not found" });
    }
    expect(await whoIsIn(there.browser)).toMatchObject({ id: wren.id });
  });

  test("everywhere else leaves this browser alone", async () => {
    const heron = await aMember();
    const others = [await anotherOf(heron), await anotherOf(heron)];
    expect(await submit(heron, signOutElsewhere, {})).toMatchObject({ status: "done" });
    for (const { browser } of others) expect(await whoIsIn(browser)).toBeNull();
    expect(await whoIsIn(await browserOf(heron))).toMatchObject({ id: heron.id });
    expect(await submit(heron, signOutElsewhere, {})).toMatchObject({ status: "done" });
    expect((await eventsOf(heron)).filter((words) => words === "Signed another device out")).toHaveLength(1);
  });
});

describe("a session", () => {
  test("that rests for fourteen days has ended, and is not listed", async () => {
    const heron = await aMember();
    const there = await anotherOf(heron);
    await letRest(there.sessionId, { seen: 14 * 24 - 1 });
    expect(await whoIsIn(there.browser)).toMatchObject({ id: heron.id });

    await letRest(there.sessionId, { seen: 14 * 24 });
    expect(await whoIsIn(there.browser)).toBeNull();
    expect(await as(heron, listDevices)).toMatchObject([{ isThis: true }]);
  });

  test("ends after ninety days, however often it is used", async () => {
    const heron = await aMember();
    const there = await anotherOf(heron);
    await letRest(there.sessionId, { begun: 90 * 24 - 1 });
    expect(await whoIsIn(there.browser)).toMatchObject({ id: heron.id });
    await letRest(there.sessionId, { begun: 1 });
    expect(await whoIsIn(there.browser)).toBeNull();
  });

  test("is noted as used once an hour, and not with every request", async () => {
    const heron = await aMember();
    const there = await anotherOf(heron);
    const first = await seenAt(there.sessionId);
    await whoIsIn(there.browser);
    expect(await seenAt(there.sessionId)).toEqual(first);

    await letRest(there.sessionId, { seen: 2 });
    await Promise.all([1, 2, 3].map(() => whoIsIn(there.browser)));
    expect((await seenAt(there.sessionId)).getTime()).toBeGreaterThanOrEqual(first.getTime());
  });

  test("is found where nothing can be written, and by somebody who does not wait", async () => {
    const heron = await aMember();
    await letRest(heron.sessionId, { seen: 2 });
    const find = "select email from app.find_session($1)";
    await connected("app", async (app) => {
      await app.query("begin read only");
      expect((await app.query(find, [heron.sessionId])).rows).toEqual([{ email: heron.email }]);
      await app.query("rollback");

      await connected("admin", async (admin) => {
        await admin.query("begin");
        await admin.query("update sessions set device = device where id = $1", [heron.sessionId]);
        await app.query("set lock_timeout = '1s'");
        expect((await app.query(find, [heron.sessionId])).rows).toEqual([{ email: heron.email }]);
        await admin.query("rollback");
      });
    });
  });
});
