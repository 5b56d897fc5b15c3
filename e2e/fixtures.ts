import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { encode } from "next-auth/jwt";
import { aMember, type Member } from "@/tests/factories";

/** The address of the app under test, and where it writes its mail. */
export const site = process.env.ONWARD_URL ?? "";
const mailbox = process.env.ONWARD_MAIL_DIR ?? "";

type Fixtures = {
  /** A browser window of somebody who is signed in, by session row and cookie. */
  signedIn: (member?: Member | Parameters<typeof aMember>[0]) => Promise<{ page: Page; member: Member }>;
  /**
   * A browser window of somebody whom nobody knows yet. Whatever goes wrong in it unseen fails the test: an
   * error in the console, a breach of the content policy, a request that the server could not answer.
   */
  someone: (options?: BrowserContextOptions) => Promise<Page>;
};

export const test = base.extend<Fixtures>({
  someone: async ({ browser, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    const troubles: string[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({
        ...contextOptions,
        baseURL: site,
        // Each is in a network of its own, as the proxy of a real place would say.
        extraHTTPHeaders: { "X-Forwarded-For": `10.${randomBytes(3).join(".")}` },
        ...options,
      });
      contexts.push(context);
      watch(context, troubles);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    expect(troubles, "what went wrong unseen").toEqual([]);
  },

  signedIn: async ({ someone }, use) => {
    await use(async (who = {}) => {
      const member = "sessionId" in who ? who : await aMember(who);
      const page = await someone();
      const token = { sid: member.sessionId };
      const value = await encode({ token, secret: process.env.ONWARD_SECRET ?? "", maxAge: 3600 });
      await page
        .context()
        .addCookies([{ name: "onward.session", value, url: site, httpOnly: true, sameSite: "Lax" }]);
      return { page, member };
    });
  },
});

export { expect };

function watch(context: BrowserContext, troubles: string[]): void {
  context.on("console", (message) => {
    // A request that failed is judged by its answer, below.
    if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
    troubles.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on("weberror", (thrown) => {
    troubles.push(`${thrown.page()?.url()}: ${thrown.error().message}`);
  });
  context.on("response", (response) => {
    // A page that is not there for this reader is an answer like any other.
    const isPage = ["document", "fetch"].includes(response.request().resourceType());
    if (response.status() >= 400 && !(isPage && response.status() === 404)) {
      troubles.push(`${response.status()} for ${response.url()}`);
    }
  });
}

/** The newest mail to an address, as soon as there is one that holds `words`. */
export async function mailTo(address: string, words: RegExp): Promise<string> {
  let found = "";
  await expect
    .poll(
      () => {
        const mails = readdirSync(mailbox)
          .sort()
          .map((file) => readFileSync(path.join(mailbox, file), "utf8"));
        found = mails.filter((mail) => mail.includes(address) && words.test(mail)).at(-1) ?? "";
        return found;
      },
      { message: `a mail to ${address}` },
    )
    .not.toBe("");
  return found;
}

/** The first link of this site in a mail, as a path. */
export function linkIn(mail: string): string {
  const link = new RegExp(`${site}(/\\S+)`).exec(mail)?.[1];
  if (!link) throw new Error("There is no link in this mail.");
  return link;
}

/**
 * axe finds nothing on this page, in light and in dark, on a phone and on a desk, and nothing scrolls
 * sideways, not even at 320 pixels.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // Reading axe takes longer than its looking. Once in the page it stays there, and nothing is read in its place.
  let there = false;
  for (const [width, height] of [
    [390, 844],
    [1280, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      // There are no frames of other sites to look into, so that axe needs no second window for them.
      const { violations } = await new AxeBuilder({ page, ...(there && { axeSource: "0" }) })
        .setLegacyMode()
        .options({ resultTypes: ["violations"] })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      there = true;
      const findings = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
      );
      expect(findings, `${page.url()} at ${width} px, ${colorScheme}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 320, height: 700 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways at 320 px`).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await page.setViewportSize({ width: 1280, height: 900 });
}
