import { NextRequest } from "next/server";
import { describe, expect, test } from "vitest";
import { GET, POST } from "@/app/api/unsubscribe/[code]/route";
import { eraseMember } from "@/lib/accounts/erase-member";
import { asSystem, prisma } from "@/lib/db";
import type { ReminderKind } from "@/lib/generated/enums";
import { chooseNudgeMails } from "@/lib/nudges/actions";
import { wantsNudgeMails } from "@/lib/nudges/queries";
import { chooseReminders } from "@/lib/reminders/actions";
import { findReminders, findUnsubscribe } from "@/lib/reminders/queries";
import { aMember, type Member } from "../factories";
import { anUnsubscribeCode, someReminders } from "../factories-of-reminders";
import { as, submit } from "../people";

const chosen = { eveningHour: "19", digestHour: "", followUpHour: "9", quietFrom: "21", quietUntil: "7" };

describe("which mails come", () => {
  test("is nobody's choice but a member's: none, and quiet nights, until they say else", async () => {
    expect(await as(await aMember(), findReminders)).toEqual({
      ...{ eveningHour: null, digestHour: null, followUpHour: null },
      ...{ quietFrom: 22, quietUntil: 8, isPaused: false, refused: null },
    });
  });

  test("is kept as it was chosen, and chosen anew as often as they like", async () => {
    const heron = await aMember();
    expect(await submit(heron, chooseReminders, chosen)).toMatchObject({ status: "done" });
    const kept = { eveningHour: 19, digestHour: null, followUpHour: 9, quietFrom: 21, quietUntil: 7 };
    expect(await as(heron, findReminders)).toMatchObject(kept);
    await submit(heron, chooseReminders, chosen);
    await submit(heron, chooseReminders, { ...chosen, eveningHour: "", paused: true });
    expect(await as(heron, findReminders)).toMatchObject({ ...kept, eveningHour: null, isPaused: true });
  });

  test("is nobody else's to see or to change", async () => {
    const [heron, wren] = [await aMember(), await aMember()];
    await someReminders(heron, { eveningHour: 19 });
    await submit(wren, chooseReminders, { ...chosen, eveningHour: "7" });
    expect(await as(heron, findReminders)).toMatchObject({ eveningHour: 19 });
    expect(await as(wren, ({ db }) => db.reminderSettings.count())).toBe(1);
    await as(wren, ({ db }) =>
      db.reminderSettings.updateMany({ where: { userId: heron.id }, data: { eveningHour: 3 } }),
    );
    expect(await as(heron, findReminders)).toMatchObject({ eveningHour: 19 });
    for (const table of ["reminders", "unsubscribe_links"]) {
      const look = as(wren, ({ db }) => db.$queryRawUnsafe(`select from ${table}`));
      await expect(look, table).rejects.toThrow(/permission denied/);
    }
  });

  test.each([
    ["an hour that is not on the clock", { digestHour: "24" }, "digestHour"],
    ["words", { quietFrom: "late" }, "quietFrom"],
    ["an hour in the quiet ones", { eveningHour: "23" }, "eveningHour"],
    ["an hour at the end of the night", { followUpHour: "6" }, "followUpHour"],
  ])("cannot be %s, and what was chosen stays in the form", async (_what, wrong, field) => {
    const sent = await submit(await aMember(), chooseReminders, { ...chosen, ...wrong });
    expect(sent).toMatchObject({ status: "invalid", fieldErrors: { [field]: expect.any(String) } });
    expect(sent).toMatchObject({ values: { quietUntil: ["7"] } });
  });
});

const address = (code: string) => `${process.env.ONWARD_URL}/api/unsubscribe/${code}`;
const press = (code: string, headers: Record<string, string> = {}) =>
  POST(new NextRequest(address(code), { method: "POST", body: "List-Unsubscribe=One-Click", headers }), {
    params: Promise.resolve({ code }),
  });
const look = (code: string) => findUnsubscribe({ viewer: null, db: prisma(), now: new Date() }, code);

describe("what stops a kind of mail", () => {
  const comes: Record<ReminderKind, (member: Member) => Promise<boolean>> = {
    evening: async (member) => (await as(member, findReminders)).eveningHour !== null,
    digest: async (member) => (await as(member, findReminders)).digestHour !== null,
    follow_ups: async (member) => (await as(member, findReminders)).followUpHour !== null,
    nudges: (member) => as(member, wantsNudgeMails),
  };

  test.each(Object.keys(comes) as ReminderKind[])(
    "is one press, without signing in, by whoever holds the link of a mail: %s and no other",
    async (kind) => {
      const heron = await aMember();
      await someReminders(heron, { eveningHour: 19, digestHour: 17, followUpHour: 9 });
      await submit(heron, chooseNudgeMails, { mails: true });
      const code = await anUnsubscribeCode(heron, kind);
      expect(await look(code)).toEqual({ kind, comes: true });
      expect((await press(code)).status).toBe(200);
      expect(await look(code)).toEqual({ kind, comes: false });
      for (const other of Object.keys(comes) as ReminderKind[]) {
        expect(await comes[other](heron), other).toBe(other !== kind);
      }
      // Pressed once more it has nothing more to do.
      expect((await press(code)).status).toBe(200);
    },
  );

  test("only looks where it is only looked at, as programs do with every link", async () => {
    const heron = await aMember();
    await someReminders(heron, { digestHour: 17 });
    const code = await anUnsubscribeCode(heron);
    const seen = await GET(new NextRequest(address(code)), { params: Promise.resolve({ code }) });
    expect(seen.headers.get("location")).toBe(`/unsubscribe/${code}`);
    expect(await comes.digest(heron)).toBe(true);
    // A person with a browser is led back to the page.
    const pressed = await press(code, { accept: "text/html,*/*" });
    expect([pressed.status, pressed.headers.get("location")]).toEqual([303, `/unsubscribe/${code}`]);
    expect(await comes.digest(heron)).toBe(false);
  });

  test("is nothing where the secret is wrong, or its member is erased", async () => {
    const heron = await aMember();
    const code = await anUnsubscribeCode(heron);
    for (const wrong of ["a".repeat(22), `${code}.`, "", code.slice(1)]) {
      expect((await press(wrong)).status, wrong).toBe(404);
      expect(await look(wrong)).toBeNull();
    }
    await asSystem((db) =>
      db.user.updateMany({ where: { id: heron.id }, data: { leavesAt: new Date(Date.now() - 1000) } }),
    );
    await asSystem((db) => eraseMember(db, heron.id));
    expect((await press(code)).status).toBe(404);
  });

  test("is another for each member and kind, and not in the database", async () => {
    const [heron, wren] = [await aMember(), await aMember()];
    const codes = [
      await anUnsubscribeCode(heron, "digest"),
      await anUnsubscribeCode(heron, "evening"),
      await anUnsubscribeCode(wren, "digest"),
    ];
    expect(new Set(codes).size).toBe(3);
    expect(await anUnsubscribeCode(heron, "digest")).toBe(codes[0]);
    const [row] = await asSystem((db) =>
      db.unsubscribeLink.findMany({ where: { userId: heron.id, kind: "digest" } }),
    );
    expect(Buffer.from(row?.secretHash ?? []).toString("base64url")).not.toContain(codes[0]);
  });
});
