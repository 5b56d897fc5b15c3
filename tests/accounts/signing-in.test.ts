import { describe, expect, test } from "vitest";
import { z } from "zod";
import { saveSettings, signIn, signOut } from "@/lib/accounts/actions";
import { asMember } from "@/lib/db";
import { findDraft } from "@/lib/drafts/queries";
import { formAction } from "@/lib/form-action";
import { LOOK_COOKIE, parseLook } from "@/lib/look";
import { aMember, PASSWORD } from "../factories";
import { twoHundredDrafts } from "../factories-of-drafts";
import { as, browserOf, submit } from "../people";
import { settings, whoIsIn } from "./joiner";

describe("signing in", () => {
  test("leads to where one was going, in any casing of the address", async () => {
    const heron = await aMember();
    const browser = await browserOf(null);
    const fields = { email: ` ${heron.email.toUpperCase()} `, password: PASSWORD, next: "/circles?x=1" };
    expect(await submit(null, signIn, fields, { browser })).toEqual({ status: "went", to: "/circles?x=1" });
    expect(await whoIsIn(browser)).toMatchObject({ id: heron.id });
  });

  test("leads to no other site", async () => {
    const { email } = await aMember();
    for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example"]) {
      expect(await submit(null, signIn, { email, password: PASSWORD, next })).toEqual({
        status: "went",
        to: "/today",
      });
    }
  });

  test("says one and the same for a wrong password and an unknown address, and keeps the address", async () => {
    const heron = await aMember();
    const wrong = await submit(null, signIn, { id: "1", email: heron.email, password: "not this one" });
    const unknown = await submit(null, signIn, {
      id: "1",
      email: "nobody@example.org",
      password: "not this one",
    });
    expect(wrong).toMatchObject({ status: "refused", values: { email: [heron.email] } });
    expect({ ...wrong, values: null }).toEqual({ ...unknown, values: null });
    expect(JSON.stringify(wrong)).not.toContain("not this one");
  });

  test("asks for what is missing", async () => {
    expect(await submit(null, signIn, {})).toMatchObject({
      status: "invalid",
      fieldErrors: { email: expect.any(String), password: expect.any(String) },
    });
  });

  test("takes a password of a hundred thousand characters for a wrong one", async () => {
    const heron = await aMember();
    const fields = { email: heron.email, password: "x".repeat(100_000) };
    expect(await submit(null, signIn, fields)).toMatchObject({ status: "refused" });
  });

  test("begins a new session each time, named after the browser, and ends the browser's former one", async () => {
    const heron = await aMember();
    const userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    const browser = await browserOf(null, { "user-agent": userAgent });
    const fields = { email: heron.email, password: PASSWORD };
    await submit(null, signIn, fields, { browser });
    const first = await whoIsIn(browser);
    await submit(null, signIn, fields, { browser });
    const second = await whoIsIn(browser);
    expect(second?.sessionId).not.toBe(first?.sessionId);
    const sessions = await as(heron, ({ db }) =>
      db.session.findMany({ where: { id: { in: [first?.sessionId ?? "", second?.sessionId ?? ""] } } }),
    );
    const byId = new Map(sessions.map((session) => [session.id, session]));
    expect(byId.get(first?.sessionId ?? "")).toMatchObject({
      device: "Firefox on Linux",
      revokedAt: expect.any(Date),
    });
    expect(byId.get(second?.sessionId ?? "")).toMatchObject({ device: "Firefox on Linux", revokedAt: null });
  });

  test("brings the look that its member chose", async () => {
    const heron = await aMember();
    await submit(heron, saveSettings, settings({ theme: "dark", textSize: "large", font: "reader" }));
    const browser = await browserOf(null);
    await submit(null, signIn, { email: heron.email, password: PASSWORD }, { browser });
    expect(parseLook(browser.cookies.get(LOOK_COOKIE))).toEqual({
      theme: "dark",
      textSize: "large",
      font: "reader",
    });
  });

  test("brings the words that were sent while signed out, once", async () => {
    const heron = await aMember();
    const browser = await browserOf(null);
    const write = formAction(z.object({ happened: z.string() }), async () => undefined);
    const parked = { draftKey: "setback", happened: "They went with someone else." };
    expect(await submit(null, write, parked, { browser })).toMatchObject({ status: "went" });
    await submit(null, signIn, { email: heron.email, password: PASSWORD }, { browser });
    const draft = await as(heron, (viewer) => findDraft(viewer, "setback"));
    expect(draft?.values).toMatchObject({ happened: ["They went with someone else."] });
    expect(draft?.values).not.toHaveProperty("draftKey");
  });

  test("brings them also where there is no room for more drafts, because they are nowhere else", async () => {
    const heron = await aMember();
    await twoHundredDrafts(heron);
    const browser = await browserOf(null);
    const write = formAction(z.object({ happened: z.string() }), async () => undefined);
    await submit(null, write, { draftKey: "setback", happened: "They said no." }, { browser });
    await submit(null, signIn, { email: heron.email, password: PASSWORD }, { browser });
    const draft = await as(heron, (viewer) => findDraft(viewer, "setback"));
    expect(draft?.values).toMatchObject({ happened: ["They said no."] });
  });

  test("never hands one member's words to the next on the same computer, and keeps them for their writer", async () => {
    const [juniper, heron] = [await aMember({ name: "Juniper" }), await aMember({ name: "Heron" })];
    const browser = await browserOf(juniper);
    await asMember(juniper.id, (db) => db.session.updateMany({ data: { revokedAt: new Date() } }));
    const write = formAction(z.object({ happened: z.string() }), async () => undefined);
    await submit(null, write, { draftKey: "setback", happened: "They went with someone else." }, { browser });
    const draftOf = (member: typeof heron) => as(member, (viewer) => findDraft(viewer, "setback"));

    await submit(null, signIn, { email: heron.email, password: PASSWORD }, { browser });
    expect(await draftOf(heron)).toBeNull();
    await submit(null, signIn, { email: juniper.email, password: PASSWORD }, { browser });
    expect((await draftOf(juniper))?.values).toMatchObject({ happened: ["They went with someone else."] });
  });

  test("never hands the words of a page left open, sent after signing out, to the next member", async () => {
    const [juniper, heron] = [await aMember({ name: "Juniper" }), await aMember({ name: "Heron" })];
    const browser = await browserOf(juniper);
    const write = formAction(z.object({ happened: z.string() }), async () => undefined);
    await submit(null, signOut, {}, { browser });
    await submit(null, write, { draftKey: "setback", happened: "They went with someone else." }, { browser });
    const draftOf = (member: typeof heron) => as(member, (viewer) => findDraft(viewer, "setback"));

    await submit(null, signIn, { email: heron.email, password: PASSWORD }, { browser });
    expect(await draftOf(heron)).toBeNull();
    await submit(null, signIn, { email: juniper.email, password: PASSWORD }, { browser });
    expect((await draftOf(juniper))?.values).toMatchObject({ happened: ["They went with someone else."] });
  });

  test("is not stopped by words that belong to no form", async () => {
    const heron = await aMember();
    const browser = await browserOf(null);
    const write = formAction(z.object({}), async () => undefined);
    await submit(null, write, { draftKey: "Not A Key" }, { browser });
    const fields = { email: heron.email, password: PASSWORD };
    expect(await submit(null, signIn, fields, { browser })).toMatchObject({ status: "went" });
  });
});

describe("signing out", () => {
  test("ends the session for good, whoever kept its cookie, and leads to the front page", async () => {
    const heron = await aMember();
    const browser = await browserOf(heron);
    const copy = await browserOf(heron);
    expect(await submit(null, signOut, {}, { browser })).toEqual({ status: "went", to: "/" });
    expect(browser.cookies.has("onward.session")).toBe(false);
    expect(await whoIsIn(copy)).toBeNull();
  });

  test("leaves a member's other devices and other members alone", async () => {
    const heron = await aMember();
    const elsewhere = await browserOf(null);
    await submit(null, signIn, { email: heron.email, password: PASSWORD }, { browser: elsewhere });
    await submit(heron, signOut, {});
    expect(await whoIsIn(elsewhere)).toMatchObject({ id: heron.id });
  });

  test("twice, or without being signed in, is simply done", async () => {
    const heron = await aMember();
    await submit(heron, signOut, {});
    expect(await submit(heron, signOut, {})).toEqual({ status: "went", to: "/" });
    expect(await submit(null, signOut, {})).toEqual({ status: "went", to: "/" });
  });

  test("from another site does nothing", async () => {
    const heron = await aMember();
    await submit(heron, signOut, {}, { headers: { origin: "https://evil.example" } });
    expect(await whoIsIn(await browserOf(heron))).toMatchObject({ id: heron.id });
  });
});
