import { chromium } from "@playwright/test";
import { aMember } from "@/tests/factories";
import { waitFor } from "../../scripts/processes.ts";
import { root } from "../../scripts/project.ts";
import { findBrowser } from "../browser.ts";
import { formsIn, unescaped } from "../plain-form.ts";
import { type Answer, aBrowser, formToSendAgain, isDone, isWell } from "./browser.ts";
import type { Fault } from "./fault-proxy.ts";
import { ANSWERED_MS, inSeconds, WELL_AGAIN_MS } from "./gone.ts";
import { openSetbacks } from "./opened.ts";
import type { Site } from "./site.ts";

type State = {
  name: string;
  begin: (site: Site) => Promise<unknown>;
  end: (site: Site) => Promise<unknown>;
  /** What can still be done: everything, looking, or nothing. */
  leaves: "everything" | "looking" | "nothing";
};

const through = (name: string, fault: Fault, leaves: State["leaves"]): State => ({
  name,
  begin: (site) => site.bring(fault),
  end: (site) => site.bring("none"),
  leaves,
});

const states: State[] = [
  through("a little slow", { slow: 40 }, "everything"),
  through("far too slow", { slow: 1_500 }, "nothing"),
  through("refused", "refused", "nothing"),
  through("silent", "silent", "nothing"),
  {
    name: "read-only",
    begin: (site) => readOnly(site, true),
    end: (site) => readOnly(site, false),
    leaves: "looking",
  },
  through("full", "full", "looking"),
];

/** As an administrator would, and as a server is that stands in for another one. */
const readOnly = (site: Site, on: boolean) =>
  site.asAdmin(async (client) => {
    await client.query(
      `alter role onward_app ${on ? "set" : "reset"} default_transaction_read_only${on ? " = on" : ""}`,
    );
    await client.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'onward_app'");
  });

/** Brings Postgres into each of these states and looks at what people are told, without JavaScript and with it. */
export async function tryStates(site: Site, say: (words: string) => void): Promise<boolean> {
  const { executablePath, args } = await findBrowser(root);
  const chrome = await chromium.launch({ executablePath, args });
  const member = await aMember();
  const browser = await aBrowser(member, site.env);
  const session = { name: "onward.session", value: browser.session, url: site.env.ONWARD_URL };
  let well = true;
  for (const state of states) {
    const problems: string[] = [];
    const expect = (said: boolean, what: string) => void (said || problems.push(what));
    const words = `Words in two lines,\nwhile Postgres is "${state.name}" & <so on>`;
    const [form] = formsIn((await browser.open("/setbacks/new")).html, 'aria-label="Setback"');
    const filled: typeof form = [...(form ?? []), ["happened", words]];
    const context = await chrome.newContext({ baseURL: site.env.ONWARD_URL });
    await context.addCookies([session]);
    const page = await context.newPage();
    await page.goto("/goals/new", { waitUntil: "networkidle" });

    await state.begin(site);
    const pages = ["/today", `/new-address/${"a".repeat(22)}`];
    const looked = await Promise.all(pages.map((path) => browser.open(path)));
    const sent = await browser.send("/setbacks/new", filled);
    const help = await browser.open("/help-now");
    const healthAsked = performance.now();
    const healthy = await isWell(site.env.ONWARD_URL);
    const healthTook = performance.now() - healthAsked;
    const slowest = Math.max(...looked.map(({ ms }) => ms), sent.ms, help.ms, healthTook);
    expect(slowest <= ANSWERED_MS, `an answer took ${inSeconds(slowest)}`);
    expect(help.status === 200, "help is not there");
    expect(healthy === (state.leaves === "everything"), `/api/health says ${healthy ? "ok" : "unavailable"}`);
    for (const page of looked) {
      const asItShould = state.leaves === "nothing" ? isKindRefusal(page) : page.status === 200;
      expect(asItShould, `a page says ${page.status}`);
    }
    if (state.leaves === "everything") expect(isDone(sent), `a form says ${sent.status}`);
    else
      expect(
        !isDone(sent) && keeps(sent, words),
        `a form says ${sent.status}, and keeps ${keeps(sent, words)}`,
      );

    if (state.leaves !== "everything") {
      const title = page.getByLabel("What would you like to keep up?");
      await title.fill(`Goal while ${state.name}`);
      await page.getByRole("button", { name: "Add goal" }).click();
      const said = page.getByRole("main").getByRole("alert").getByText("The place where Onward keeps things");
      // One request after the other: the draft that saves itself goes first.
      await said
        .waitFor({ timeout: 2 * ANSWERED_MS })
        .catch(() => problems.push("with JavaScript nothing is said"));
      expect((await title.inputValue()) === `Goal while ${state.name}`, "with JavaScript the words are gone");
    }

    await state.end(site);
    const ended = performance.now();
    await waitFor(() => isWell(site.env.ONWARD_URL), {
      within: 60_000,
      otherwise: () => new Error("It is not well again."),
    });
    if (state.leaves !== "everything") {
      const form = formToSendAgain(sent) ?? filled;
      const again = await waitFor(
        async () => {
          const answer = await browser.send("/setbacks/new", form);
          return isDone(answer) ? answer : null;
        },
        { within: 30_000, otherwise: () => new Error("What was typed cannot be sent again.") },
      );
      const kept = await browser.open(again.location ?? "");
      expect(kept.html.includes("&lt;so on&gt;"), "what was sent again is not there");
      await page.getByRole("button", { name: "Add goal" }).click();
      await page
        .getByRole("heading", { level: 1, name: "Goals" })
        .waitFor({ timeout: 10_000 })
        .catch(() => problems.push("with JavaScript it cannot be sent again"));
    }
    const wellAfter = performance.now() - ended;
    expect(wellAfter <= WELL_AGAIN_MS, `well again only after ${inSeconds(wellAfter)}`);
    await context.close();

    say(
      `${problems.length === 0 ? "✓" : "✗"} ${state.name.padEnd(13)} answered within ${inSeconds(slowest)}, well again after ${inSeconds(wellAfter)}`,
    );
    for (const problem of problems) say(`    ${problem}`);
    well &&= problems.length === 0;
  }
  await chrome.close();
  const { rows } = await site.asAdmin(async (client) => {
    await openSetbacks(client);
    return client.query("select count(*)::int as n, count(distinct happened)::int as d from opened_setbacks");
  });
  say(`    setbacks sent ${states.length}, there ${rows[0]?.n}`);
  return well && rows[0]?.n === states.length && rows[0]?.d === states.length;
}

/** A page that says so, with a reference, and without anything of how Onward is made. */
const isKindRefusal = ({ status, html }: Answer): boolean =>
  status === 503 &&
  html.includes("The place where Onward keeps things does not answer") &&
  /<strong>[\da-f]{8}<\/strong>/.test(html) &&
  !/node_modules|\.js:\d|prisma|ECONN/i.test(html);

const keeps = ({ html }: Answer, words: string): boolean =>
  // On its way a line ends as it does in every form that is sent.
  unescaped(html).replaceAll("\r\n", "\n").includes(words);
