import { globSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test as base, expect } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { formOf } from "@/tests/form";
import { table as actions } from "@/tests/matrix/action-table";
import { type Person, people } from "@/tests/matrix/world";
import { addresses, addressOf, askable, askedOf, nameOf } from "./canary-addresses";
import { aCanaryWorld, type CanaryWorld, isForSupporter, maySee, sight } from "./canary-world";
import { mailTo, site } from "./fixtures";

/*
 * Nobody comes upon anything that is not theirs: not on any page, whatever stands in its address, not in what
 * the browser fetches of a page, not in an answer to a form about another's rows, in a mail, or in the log.
 */

const test = base.extend<object, { world: CanaryWorld }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to read here what a fixture needs.
  world: [async ({}, use) => use(await aCanaryWorld()), { scope: "worker" }],
});

async function cookieOf(world: CanaryWorld, person: Person): Promise<Record<string, string>> {
  if (person === "signed out") return {};
  const token = { sid: world.people[person].sessionId };
  const value = await encode({ token, secret: process.env.ONWARD_SECRET ?? "", maxAge: 3600 });
  return { Cookie: `onward.session=${value}` };
}

/** What an answer holds that this person may not see; what they sent themselves is no news to them. */
function foreignIn(world: CanaryWorld, person: Person, text: string, sent: string): string[] {
  return world
    .canariesIn(text)
    .filter((canary) => !maySee(world, person, canary, sent.includes(world.code)))
    .filter((canary) => !isForSupporter(world, canary, sent))
    .filter(([owner, field]) => !(field.endsWith(".id") && sentIds(world, sent).has(`${owner} ${field}`)))
    .map(([owner, field]) => `${field} of ${owner}`);
}

const sentIds = (world: CanaryWorld, sent: string) =>
  new Set(world.canariesIn(sent).map((canary) => canary.join(" ")));

/** Runs `work` for each, four at a time. */
async function each<T>(list: T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...list];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
    }),
  );
}

test.describe.configure({ timeout: 120_000 });

for (const person of people) {
  test(`on no page does somebody see what is not theirs: ${person}`, async ({ world }) => {
    const headers = await cookieOf(world, person);
    const foreign: string[] = [];
    const seen = new Set<string>();
    let looks = 0;
    await each(addresses(world), async ({ address, owner, opens }) => {
      for (const how of [{}, { RSC: "1" }]) {
        const answer = await fetch(site + address, { headers: { ...headers, ...how }, redirect: "manual" });
        const text = `${[...answer.headers].join("\n")}\n${await answer.text()}`;
        looks++;
        if (answer.status >= 500) foreign.push(`${address}: ${answer.status}`);
        for (const what of foreignIn(world, person, text, address)) foreign.push(`${address}: ${what}`);
        for (const words of opens) {
          if (owner !== person && text.includes(words)) foreign.push(`${address}: "${words}" for ${owner}`);
        }
        for (const [whose, field] of world.canariesIn(text)) if (whose === person) seen.add(field);
      }
    });
    expect(foreign).toEqual([]);
    expect(looks).toBeGreaterThan(200);
    // The other way round: canaries can be seen at all, or this would find nothing because there is nothing.
    if (person === "facilitator") {
      // The name in one's own ask for a seat is read by those who are asked.
      const meant = Object.keys(sight).filter(
        (field) => sight[field] !== "nobody" && field !== "seat_asks.alias",
      );
      expect(meant.filter((field) => !seen.has(field))).toEqual([]);
    }
    expectNothingAside(world);
  });
}

test("whoever holds a supporter's link sees what it is for, and nothing else of its member", async ({
  world,
}) => {
  const answer = await fetch(`${site}/s/${world.supporterCode}`);
  const seen = world.canariesIn(`${[...answer.headers].join("\n")}\n${await answer.text()}`);
  expect(answer.headers.get("x-robots-tag")).toContain("noindex");
  expect(seen.map(([owner]) => owner)).toEqual(seen.map(() => "author"));
  expect([...new Set(seen.map(([, field]) => field))].sort()).toEqual([
    "goals.title",
    "supporter_links.called",
    "supporter_setbacks.shown",
    "wins.body",
  ]);
});

test("the table of what pages may be asked names each that looks at its query, and no other", () => {
  const asking = globSync("app/**/page.tsx").filter((file) =>
    readFileSync(file, "utf8").includes("searchParams"),
  );
  expect(Object.keys(askable).sort()).toEqual(asking.map(nameOf).sort());
});

test("whoever asks a page about rows of their own is understood", async ({ world }) => {
  const headers = await cookieOf(world, "author");
  const look = async (address: string) => (await fetch(site + address, { headers })).text();
  const wrong: string[] = [];
  for (const file of Object.keys(askable).map((name) => `app/${name}/page.tsx`)) {
    const { query, opens = [], passes } = askedOf(world, file, "author") ?? { query: {} };
    const address = addressOf(world, file, "author", "author");
    const [usual, asked] = [await look(address), await look(`${address}?${new URLSearchParams(query)}`)];
    for (const words of opens) {
      if (usual.includes(words) || !asked.includes(words)) wrong.push(`${address} does not open "${words}"`);
    }
    if (!passes) continue;
    // The page repeats its address, where this ends a place.
    const rest = asked.replaceAll(`.${passes}`, "");
    if (!usual.includes(passes) || rest.includes(passes)) wrong.push(`${address} does not pass ${passes}`);
  }
  expect(wrong).toEqual([]);
});

/** The ids that the build gave to the actions. */
function actionIds(): Map<string, string> {
  const { node } = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as {
    node: Record<string, { filename: string; exportedName: string }>;
  };
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => [
      `${filename.split("/").at(-2)}/${exportedName}`,
      id,
    ]),
  );
}

/** Sends a form as the browser's script does. */
function post(name: string, form: FormData, headers: Record<string, string>): Promise<Response> {
  const body = new FormData();
  for (const [field, value] of form) body.append(`_1_${field}`, value);
  body.append("0", '[{"status":"idle"},"$K1"]');
  const action = actionIds().get(name) ?? name;
  return fetch(`${site}/today`, {
    method: "POST",
    body,
    headers: { ...headers, Origin: site, "Next-Action": action },
    redirect: "manual",
  });
}

for (const person of ["signed out", "outsider", "former", "removed", "member"] as const) {
  test(`no form about another's rows tells or changes anything: ${person}`, async ({ world }) => {
    const headers = await cookieOf(world, person);
    const forms: [name: string, form: FormData][] = [];
    for (const [name, { row, fields }] of Object.entries(actions)) {
      // What they may do for themselves is no attempt on another.
      if ((row[person] ?? row.anyoneElse) === "done") continue;
      // Here everybody has landed once, and may come back to where they were.
      if (name === "landings/returnToCircle") continue;
      forms.push([name, formOf(await fields(world.people, person))]);
    }
    expect(forms.length).toBeGreaterThan(10);
    await world.mark();
    const mine = person === "signed out" ? [] : [person];
    const before = await world.snapshot(mine);
    const foreign: string[] = [];
    await each(forms, async ([name, form]) => {
      const answer = await post(name, form, headers);
      const text = `${[...answer.headers].join("\n")}\n${await answer.text()}`;
      if (answer.status >= 500 || text.includes("went wrong on our side")) foreign.push(`${name}: a fault`);
      const sent = [...form.values()].join(" ");
      for (const what of foreignIn(world, person, text, sent)) foreign.push(`${name}: ${what}`);
    });
    expect(foreign).toEqual([]);
    expect(await world.snapshot(mine)).toEqual(before);
    expectNothingAside(world);
  });
}

test("a mail names the one it is for, and nothing that anybody wrote", async ({ world }) => {
  const address = String(world.rowOf("users", "author")?.email).toLowerCase();
  await post("accounts/askForNewPassword", formOf({ email: address }), {});
  const mail = await mailTo(address, /reset-password/);
  expect(world.canariesIn(mail)).toEqual([["author", "users.email"]]);
  expectNothingAside(world);
});

/** Neither a mail nor the log says what it should not. */
function expectNothingAside(world: CanaryWorld): void {
  const mailbox = process.env.ONWARD_MAIL_DIR ?? "";
  for (const file of readdirSync(mailbox)) {
    const mail = readFileSync(path.join(mailbox, file), "utf8");
    const [to] = world.canariesIn(/^To: .*/m.exec(mail)?.[0] ?? "");
    const others = world
      .canariesIn(mail)
      .filter(([owner, field]) => owner !== to?.[0] || field !== "users.email");
    expect(others, "a mail says whom it is to, and nothing that anybody wrote").toEqual([]);
  }
  const log = readFileSync(process.env.ONWARD_SERVER_LOG ?? "", "utf8");
  const logged = world.canariesIn(log).filter(([, field]) => !field.endsWith(".id"));
  expect(logged, "the log holds no words").toEqual([]);
}
