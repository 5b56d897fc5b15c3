import { addDays } from "date-fns";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import DeletePage from "@/app/(member)/settings/delete/page";
import GoodbyePage from "@/app/(public)/goodbye/page";
import { askForNewPassword, setNewPassword, signIn } from "@/lib/accounts/actions";
import { eraseMember } from "@/lib/accounts/erase-member";
import { changeAddress, takeNewAddress } from "@/lib/addresses/actions";
import { asSystem } from "@/lib/db";
import { deleteAccount } from "@/lib/deletions/actions";
import { freshId } from "@/lib/ids";
import { listPosts } from "@/lib/posts/queries";
import { listEvents } from "@/lib/security-events/queries";
import { findSignedIn } from "@/lib/session";
import { mailsTo, tokenTo } from "../accounts/mailbox";
import { aCircle, aMember, type Member, PASSWORD } from "../factories";
import { aPost } from "../factories-of-posts";
import { aSetback } from "../factories-of-setbacks";
import { as, browserOf, type Fields, submit, visit } from "../people";
import { type Request, requests } from "../request";

const goAway = (member: Member, fields: Fields = {}) =>
  submit(member, deleteAccount, { currentPassword: PASSWORD, ...fields });
const whoIsIn = (browser: Request) => requests.run(browser, () => findSignedIn());
const leavesAt = async ({ id }: Member) =>
  (await asSystem((db) => db.user.findUnique({ where: { id } })))?.leavesAt ?? null;
const comeBack = (member: Member, next = "/circles") =>
  submit(null, signIn, { email: member.email, password: PASSWORD, next });
const goodbye = async (mailed?: string) =>
  renderToStaticMarkup(
    await GoodbyePage({
      params: Promise.resolve({}),
      searchParams: Promise.resolve(mailed ? { mailed } : {}),
    }),
  );

/** The page that says what goes and when. */
async function beforehand(member: Member): Promise<string> {
  const answer = await visit(member, () =>
    DeletePage({ params: Promise.resolve({}), searchParams: Promise.resolve({}) }),
  );
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown);
}

describe("asking to delete an account", () => {
  test("signs out everywhere at once, for seven days from now, and says so by mail", async () => {
    const heron = await aMember({ timeZone: "Pacific/Auckland" });
    const elsewhere = await browserOf(null);
    await submit(null, signIn, { email: heron.email, password: PASSWORD }, { browser: elsewhere });
    const browser = await browserOf(heron);
    const sent = await submit(null, deleteAccount, { currentPassword: PASSWORD }, { browser });
    expect(sent).toEqual({ status: "went", to: "/goodbye?mailed=1" });
    expect(await goodbye("1")).toContain("A mail says until when you can change your mind.");

    expect(browser.cookies.has("onward.session")).toBe(false);
    expect(await whoIsIn(elsewhere)).toBeNull();
    expect(await whoIsIn(await browserOf(heron))).toBeNull();
    const until = (await leavesAt(heron)) ?? new Date(0);
    expect(Math.abs(until.getTime() - addDays(new Date(), 7).getTime())).toBeLessThan(60_000);
    const [mail, ...others] = await mailsTo(heron.email);
    expect(others).toEqual([]);
    expect(mail).toContain(
      new Intl.DateTimeFormat("en-GB", {
        timeZone: "Pacific/Auckland",
        dateStyle: "full",
        timeStyle: "short",
      }).format(until),
    );
    expect(mail).not.toContain(heron.name);
  });

  test("promises no mail to an address that nobody confirmed, and sends none", async () => {
    const heron = await aMember({ verified: false });
    expect(await goAway(heron)).toEqual({ status: "went", to: "/goodbye" });
    expect(await mailsTo(heron.email)).toEqual([]);
    const page = await goodbye();
    expect(page).toContain("in seven days everything of yours is erased.");
    expect(page).not.toMatch(/mail/i);
    for (const member of [await aMember({ verified: false }), await aMember()]) {
      expect((await beforehand(member)).includes("a mail says")).toBe(member.verifiedAt !== null);
    }
  });

  test("asks for the password", async () => {
    const heron = await aMember();
    for (const currentPassword of ["not this one", ""]) {
      expect(await goAway(heron, { currentPassword })).toMatchObject({ status: "refused" });
    }
    expect(await leavesAt(heron)).toBeNull();
    expect(await whoIsIn(await browserOf(heron))).not.toBeNull();
  });

  test("without a password takes having signed in within ten minutes", async () => {
    const [fresh, late] = [await aMember(), await aMember()];
    await asSystem(async (db) => {
      await db.user.updateMany({
        where: { id: { in: [fresh.id, late.id] } },
        data: { passwordHash: null },
      });
      const createdAt = new Date(Date.now() - 11 * 60_000);
      await db.session.updateMany({ where: { id: late.sessionId }, data: { createdAt } });
    });
    expect(await goAway(late, { currentPassword: "" })).toMatchObject({ status: "refused" });
    expect(await goAway(fresh, { currentPassword: "" })).toMatchObject({ status: "went" });
  });

  test("twice does not begin the seven days anew", async () => {
    const heron = await aMember();
    const answers = await Promise.all([goAway(heron), goAway(heron)]);
    expect(answers.map(({ status }) => status)).toEqual(["went", "went"]);
    expect(await mailsTo(heron.email)).toHaveLength(1);
    const until = await leavesAt(heron);
    expect(await goAway(heron)).toMatchObject({ to: expect.stringMatching(/^\/sign-in/) });
    expect(await leavesAt(heron)).toEqual(until);
  });

  test("takes nothing from circles before the seven days are over", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    const circle = await aCircle(juniper, [heron]);
    await aPost(heron, circle, { body: "They said no." });
    await goAway(heron);
    expect(await asSystem((db) => eraseMember(db, heron.id))).toBe(false);
    expect((await as(juniper, (viewer) => listPosts(viewer, circle.id))).posts).toMatchObject([
      { alias: "Heron", body: "They said no." },
    ]);
  });

  test("ends every link that waits in a mailbox", async () => {
    const heron = await aMember();
    await submit(null, askForNewPassword, { email: heron.email });
    const token = await tokenTo(heron.email, "reset-password");
    const email = `${freshId()}@example.org`;
    await submit(heron, changeAddress, { email, currentPassword: PASSWORD });
    await goAway(heron);
    const link = await tokenTo(email, "new-address");
    await submit(null, takeNewAddress, { token: link, password: PASSWORD });
    await submit(null, setNewPassword, { token, password: "nine patient herons" });
    expect(await leavesAt(heron)).not.toBeNull();
    expect(await asSystem((db) => db.user.count({ where: { email } }))).toBe(0);
  });
});

describe("signing in again in time", () => {
  test("keeps the account with everything in it, and says so on the next page", async () => {
    const heron = await aMember();
    await aSetback(heron);
    await goAway(heron);
    expect(await comeBack(heron)).toEqual({ status: "went", to: "/today?stays=1" });
    expect(await leavesAt(heron)).toBeNull();
    expect(await as(heron, ({ db }) => db.setback.count())).toBe(1);
    expect(await comeBack(heron)).toEqual({ status: "went", to: "/circles" });
    const { events } = await as(heron, (viewer) => listEvents(viewer));
    expect(events.map(({ words }) => words)).toEqual([
      "Signed in",
      "Kept your account after all",
      "Signed in",
      "Asked to delete your account",
    ]);
  });

  test("through a forgotten password keeps it, too", async () => {
    const heron = await aMember();
    await goAway(heron);
    await submit(null, askForNewPassword, { email: heron.email });
    const token = await tokenTo(heron.email, "reset-password");
    expect(await submit(null, setNewPassword, { token, password: "nine patient herons" })).toEqual({
      status: "went",
      to: "/today?stays=1",
    });
    expect(await leavesAt(heron)).toBeNull();
  });

  test("with a wrong password keeps nothing", async () => {
    const heron = await aMember();
    await goAway(heron);
    await submit(null, signIn, { email: heron.email, password: "not this one" });
    expect(await leavesAt(heron)).not.toBeNull();
  });

  test("is too late once the worker has been there", async () => {
    const heron = await aMember();
    await goAway(heron);
    const over = new Date(Date.now() - 1000);
    await asSystem((db) => db.user.updateMany({ where: { id: heron.id }, data: { leavesAt: over } }));
    await asSystem((db) => eraseMember(db, heron.id));
    expect(await comeBack(heron)).toMatchObject({ status: "refused" });
  });
});
