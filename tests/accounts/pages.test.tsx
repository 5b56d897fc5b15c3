import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import SettingsPage from "@/app/(member)/settings/page";
import JoinPage from "@/app/(public)/join/page";
import ResetPasswordPage from "@/app/(public)/reset-password/[token]/page";
import SignInPage from "@/app/(public)/sign-in/page";
import VerifyPage from "@/app/(public)/verify/[token]/page";
import { askForNewPassword, confirmAddress, join, sendConfirmationAgain } from "@/lib/accounts/actions";
import { asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { freshSecret } from "@/lib/vault";
import { aMember, type Member, PASSWORD } from "../factories";
import { submit, visit } from "../people";
import { tokenTo } from "./mailbox";

const asked = (searchParams: Record<string, string | string[]> = {}) => ({
  params: Promise.resolve({}),
  searchParams: Promise.resolve(searchParams),
});
const about = (token: string) => ({ params: Promise.resolve({ token }), searchParams: Promise.resolve({}) });

/** What a page shows, as HTML. */
async function pageFor(member: Member | null, page: () => Promise<ReactNode>): Promise<string> {
  const answer = await visit(member, page);
  if (!("shown" in answer)) throw new Error(`The page was not shown: ${JSON.stringify(answer)}`);
  return renderToStaticMarkup(answer.shown);
}

const headingOf = (html: string) => {
  const headings = [...html.matchAll(/<h1[^>]*>(.*?)<\/h1>/g)].map(([, text]) => text);
  expect(headings).toHaveLength(1);
  return headings[0]?.replaceAll(/<[^>]+>/g, "");
};

describe("joining and signing in", () => {
  test("are for those who are not signed in: everyone else goes where they were going", async () => {
    const heron = await aMember();
    expect(await visit(heron, () => JoinPage(asked()))).toEqual({ went: "/today" });
    expect(await visit(heron, () => JoinPage(asked({ next: "/invite/abc" })))).toEqual({
      went: "/invite/abc",
    });
    expect(await visit(heron, () => SignInPage(asked({ next: "/goals" })))).toEqual({ went: "/goals" });
    expect(await visit(heron, () => SignInPage(asked({ next: "//evil.example" })))).toEqual({
      went: "/today",
    });
    expect(await visit(heron, () => SignInPage(asked({ next: ["/goals", "/wins"] })))).toEqual({
      went: "/today",
    });
  });

  test("have the fields that a password manager looks for", async () => {
    const html = await pageFor(null, () => JoinPage(asked({ next: "/invite/abc" })));
    expect(headingOf(html)).toBe("Join Onward");
    expect(html).toMatch(/<input[^>]*autoComplete="new-password"/i);
    expect(html).toContain('value="/invite/abc"');
    expect(await pageFor(null, () => SignInPage(asked()))).toMatch(
      /<input[^>]*autoComplete="current-password"/i,
    );
  });

  test("ask for the time zone where no script can tell it", async () => {
    const html = await pageFor(null, () => JoinPage(asked()));
    expect(html).toMatch(
      /<noscript>.*Your time zone.*<select[^>]*name="timeZone".*Europe\/Berlin.*<\/noscript>/s,
    );
    expect(html).not.toMatch(/<input[^>]*name="timeZone"/);
  });

  test("carry no other site's address along", async () => {
    for (const page of [JoinPage, SignInPage]) {
      const html = await pageFor(null, () => page(asked({ next: "https://evil.example/" })));
      expect(html).not.toContain("evil.example");
    }
  });

  test("say that words are kept only when they are", async () => {
    const kept = "Your words are kept. Sign in and they are there.";
    expect(await pageFor(null, () => SignInPage(asked({ kept: "1" })))).toContain(kept);
    expect(await pageFor(null, () => SignInPage(asked()))).not.toContain(kept);
  });
});

describe("a link that confirms an address", () => {
  test("changes nothing when it is only looked at, as mail scanners do", async () => {
    const wren = await aMember({ verified: false });
    await submit(wren, sendConfirmationAgain, {});
    const token = await tokenTo(wren.email, "verify");
    for (const visitor of [null, wren, await aMember()]) {
      const html = await pageFor(visitor, () => VerifyPage(about(token)));
      expect(html).toContain("Confirm my e-mail</button>");
      // Anybody can cause such a mail: who is not signed in to the account that did says that they joined.
      expect(/name="password"/.test(html)).toBe(visitor !== wren);
      expect(html.includes("If it was not you who asked for this, there is nothing to do")).toBe(
        visitor !== wren,
      );
      expect(html).not.toContain(wren.email);
    }
    const account = await asSystem((db) => db.user.findUniqueOrThrow({ where: { id: wren.id } }));
    expect(account.verifiedAt).toBeNull();
    await submit(wren, confirmAddress, { token });
    expect(headingOf(await pageFor(null, () => VerifyPage(about(token))))).toBe("Your e-mail is confirmed");
  });

  test("says so when it does not work any more", async () => {
    for (const token of ["x", "%00", freshSecret()]) {
      expect(headingOf(await pageFor(null, () => VerifyPage(about(token))))).toBe(
        "This link does not work any more",
      );
    }
  });

  test("tells whoever is signed in and has confirmed theirs that there is nothing left to do", async () => {
    for (const token of ["x", freshSecret()]) {
      const html = await pageFor(await aMember(), () => VerifyPage(about(token)));
      expect(headingOf(html)).toBe("Your e-mail is confirmed already");
      expect(html).toContain('href="/today"');
      const waiting = await pageFor(await aMember({ verified: false }), () => VerifyPage(about(token)));
      expect(headingOf(waiting)).toBe("This link does not work any more");
    }
  });

  test("says so when another account has the address", async () => {
    const email = `${freshId()}@example.org`;
    const joining = { email, name: "Wren", adult: true };
    await submit(null, join, { ...joining, password: PASSWORD });
    const first = await tokenTo(email, "verify");
    await submit(null, join, { ...joining, password: "another quiet lantern" });
    const second = { token: await tokenTo(email, "verify"), password: "another quiet lantern" };
    await submit(null, confirmAddress, second);
    expect(headingOf(await pageFor(null, () => VerifyPage(about(first))))).toBe(
      "You have another account with this address",
    );
  });
});

test("a link for a new password shows the form while it works, and where to get another when it does not", async () => {
  const heron = await aMember();
  await submit(null, askForNewPassword, { email: heron.email });
  const token = await tokenTo(heron.email, "reset-password");
  const open = await pageFor(null, () => ResetPasswordPage(about(token)));
  expect(open).toContain("New password");
  expect(open).not.toContain(heron.email);
  for (const token of ["x", "%00", freshSecret()]) {
    const html = await pageFor(null, () => ResetPasswordPage(about(token)));
    expect(headingOf(html)).toBe("This link does not work any more");
    expect(html).toContain('href="/forgot-password"');
  }
});

describe("settings", () => {
  test("show a member their own, and send whoever is signed out to sign in", async () => {
    const wren = await aMember({ name: "Wren", timeZone: "Asia/Kolkata", verified: false });
    const html = await pageFor(wren, () => SettingsPage());
    expect(headingOf(html)).toBe("Settings");
    expect(html).toContain('value="Wren"');
    expect(html).toMatch(
      /<option[^>]*value="Asia\/Kolkata"[^>]*selected|<option[^>]*selected[^>]*value="Asia\/Kolkata"/,
    );
    expect(html).toContain("Send it again");
    expect(await visit(null, () => SettingsPage())).toMatchObject({
      went: expect.stringMatching(/^\/sign-in\?next=/),
    });
  });

  test("offer no second mail to those who have confirmed", async () => {
    const heron = await aMember();
    expect(await pageFor(heron, () => SettingsPage())).not.toContain("Send it again");
  });
});
