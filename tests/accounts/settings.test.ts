import { describe, expect, test } from "vitest";
import { saveSettings } from "@/lib/accounts/actions";
import { findLook } from "@/lib/accounts/queries";
import { saveDraft } from "@/lib/drafts/actions";
import { LOOK_COOKIE, parseLook } from "@/lib/look";
import { aMember } from "../factories";
import { as, browserOf, submit } from "../people";
import { settings, whoIsIn } from "./joiner";

describe("settings", () => {
  test("are kept, and this browser looks like it at once", async () => {
    const heron = await aMember();
    const browser = await browserOf(heron);
    expect(await submit(null, saveSettings, settings(), { browser })).toMatchObject({ status: "done" });
    expect(browser.refreshed).toBe(true);
    const look = { theme: "dark", textSize: "larger", font: "reader" };
    expect(parseLook(browser.cookies.get(LOOK_COOKIE))).toEqual(look);
    expect(await as(heron, findLook)).toEqual(look);
    expect(await whoIsIn(browser)).toMatchObject({ name: "Heron", timeZone: "Asia/Kolkata" });
  });

  test("sent twice are the same settings", async () => {
    const heron = await aMember();
    await submit(heron, saveSettings, settings());
    expect(await submit(heron, saveSettings, settings())).toMatchObject({ status: "done" });
  });

  test.each([
    ["name", "  "],
    ["name", "x".repeat(61)],
    ["timeZone", "Middle/Earth"],
    ["timeZone", undefined],
    ["theme", "sepia"],
    ["textSize", "72pt"],
    ["font", ["reader", "figtree"]],
  ])("with a %s of %j are refused, and everything typed stays", async (field, value) => {
    const heron = await aMember();
    const sent = await submit(heron, saveSettings, settings({ [field]: value }));
    expect(sent).toMatchObject({ status: "invalid", fieldErrors: { [field]: expect.any(String) } });
    expect(await as(heron, findLook)).toEqual({ theme: "system", textSize: "normal", font: "figtree" });
  });

  test("of one member are not changed by another, nor by somebody signed out", async () => {
    const [heron, wren] = [await aMember(), await aMember()];
    await submit(wren, saveSettings, settings({ id: heron.id, userId: heron.id }));
    expect(await as(heron, findLook)).toMatchObject({ theme: "system" });
    const sent = await submit(null, saveSettings, settings());
    expect(sent).toMatchObject({ status: "went", to: expect.stringMatching(/^\/sign-in\?next=/) });
  });

  test("are all that a member can change of their account, and the password's hash they cannot even see", async () => {
    const heron = await aMember();
    await expect(
      as(heron, ({ db }) => db.user.updateMany({ where: { id: heron.id }, data: { verifiedAt: null } })),
    ).rejects.toThrow();
    await expect(
      as(heron, ({ db }) => db.user.findMany({ select: { passwordHash: true } })),
    ).rejects.toThrow();
    await expect(as(heron, ({ db }) => db.mailedLink.findMany())).rejects.toThrow();
    expect(await as(heron, ({ db }) => db.user.findMany({ select: { id: true } }))).toEqual([
      { id: heron.id },
    ]);
  });
});

test("a draft that saves itself while signed out stays on the page", async () => {
  const sent = await submit(null, saveDraft, { draftKey: "setback", typedAt: 1, happened: "Silence." });
  expect(sent).toMatchObject({ status: "refused", values: { happened: ["Silence."] } });
});
