import { NextRequest } from "next/server";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "@/lib/db";
import { browserOf } from "../people";
import { answerOf } from "../request";
import { type Answered, type Asked, type Asker, otherSecrets, type RouteRow, routes } from "./rows-of-routes";
import { aWorld, fingerprint, type Person, people, type World } from "./world";

/*
 * The matrix of routes: every handler of every route.ts, asked by every kind of person. One that is not in the table
 * fails the suite. What is not visible and what is not there answer alike, to the letter.
 */

type Handler = (request: NextRequest, context: { params: Promise<Record<string, string>> }) => unknown;
const modules = import.meta.glob<Record<string, Handler>>("../../app/**/route.{ts,tsx}", { eager: true });
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const handlers = new Map<string, Handler>(
  Object.entries(modules).flatMap(([file, found]) => {
    const folder = file.slice("../../app/".length, file.lastIndexOf("/"));
    return Object.entries(found)
      .filter(([name]) => methods.includes(name))
      .map(([name, handler]) => [`${name} ${folder}`, handler] as const);
  }),
);

const askers: Asker[] = [...people, "author at rest"];
const looking: Asker[] = ["signed out", "author", "outsider"];

let world: World;
let secrets: Record<string, string>;
beforeAll(async () => {
  world = await aWorld();
  secrets = await otherSecrets(world);
});

test("every handler is in the table, and the table names no other", () => {
  expect(Object.keys(routes).sort()).toEqual([...handlers.keys()].sort());
});

describe.each(Object.entries(routes))("%s", (name, { row, asked }) => {
  test.each(askers.map((asker) => [asker, expectedOf(row, asker)] as const))(
    "%s: %s",
    async (asker, expected) => {
      const sent = (await asked?.(world, asker)) ?? {};
      // Looking changes nothing, whoever looks; nor does what is refused.
      const watched =
        (expected === "404" && !name.startsWith("GET")) ||
        (name.startsWith("GET") && looking.includes(asker));
      const before = watched ? await fingerprint(world) : "";
      expect(await told(name, asker, sent)).toBe(expected);
      if (watched) expect(await fingerprint(world)).toEqual(before);
    },
  );
});

const withParams = Object.entries(routes).filter(([name]) => name.includes("["));

describe("what is not one's own is not told from what never was", () => {
  const kept = withParams.filter(([, { row }]) => row.anyoneElse === "404" || row.outsider === "404");
  test.each(kept)("%s", async (name, { asked }) => {
    const real = (await asked?.(world, "outsider")) ?? {};
    const [part = ""] = Object.keys(real.params ?? {});
    const theirs = await ask(name, "outsider", real);
    for (const madeUp of ["x", "00000000-0000-7000-8000-000000000000", "é\u0000%00'--"])
      expect(await ask(name, "outsider", { params: { [part]: madeUp } }), madeUp).toEqual(theirs);
  });
});

describe("a secret opens what it was made for, and nothing else", () => {
  test.each(withParams.filter(([, { bySecret }]) => bySecret))("%s", async (name, { asked }) => {
    const { params = {} } = (await asked?.(world, "signed out")) ?? {};
    const [[part, own] = ["", ""]] = Object.entries(params);
    const none = await ask(name, "signed out", { params: { [part]: "x" } });
    expect(none.status).toBe(404);
    // Of what was made meanwhile one replaces the other: its own kind is among them.
    const others = Object.entries(secrets).filter(([, secret]) => secret !== own);
    for (const [kind, secret] of others)
      expect(await ask(name, "signed out", { params: { [part]: secret } }), kind).toEqual(none);
  });

  test.each(withParams.filter(([name, { bySecret }]) => !bySecret && !name.includes("unsubscribe")))(
    "%s is opened by none",
    async (name, { asked }) => {
      const [part = ""] = Object.keys((await asked?.(world, "signed out"))?.params ?? {});
      const none = await ask(name, "signed out", { params: { [part]: "x" } });
      for (const [kind, secret] of Object.entries(secrets))
        expect(await ask(name, "signed out", { params: { [part]: secret } }), kind).toEqual(none);
    },
  );
});

test.each(["GET api/export", "GET api/numbers/[file]"])("%s is led to by no other site", async (name) => {
  const asked = (await routes[name]?.asked?.(world, "author")) ?? {};
  for (const site of ["cross-site", "same-site"]) {
    const answer = await ask(name, "author", asked, { "sec-fetch-site": site });
    expect([answer.status, answer.text], site).toEqual([307, ""]);
  }
});

const expectedOf = (row: RouteRow["row"], asker: Asker): Answered =>
  row[asker] ??
  (asker === "blocker" || asker === "blocked" ? row.member : undefined) ??
  (asker === "author at rest" ? row.author : undefined) ??
  row.anyoneElse;

async function told(name: string, asker: Asker, asked: Asked): Promise<Answered> {
  const { status, to, text } = await ask(name, asker, asked);
  if (to?.startsWith("/sign-in")) return "sign in";
  if (to) return "went";
  if (status === 404) return "404";
  return asked.holds !== undefined && text.includes(asked.holds) ? "theirs" : "own";
}

/** What comes back: its status, where it leads on to, and what it says. */
async function ask(name: string, asker: Asker, { params = {}, body }: Asked, headers = {}) {
  const [method = "GET", folder = ""] = name.split(" ");
  const handler = handlers.get(name);
  if (!handler) throw new Error(`There is no route ${name}.`);
  const request = new NextRequest(`${process.env.ONWARD_URL}/${folder.replace(/\[\w+\]/g, "x")}`, {
    method,
    headers: { origin: process.env.ONWARD_URL ?? "", ...headers },
    ...(body && { body }),
  });
  const answer = await inPlaceOf(asker, async (browser) =>
    answerOf(browser, async () => {
      const response = (await handler(request, { params: Promise.resolve(params) })) as Response;
      // Of a picture the letters that say what it is are read, too.
      const text = Buffer.from(await response.arrayBuffer()).toString("latin1");
      return { status: response.status, to: response.headers.get("location"), text };
    }),
  );
  if ("shown" in answer) return answer.shown;
  return "went" in answer ? { status: 307, to: answer.went, text: "" } : { status: 404, to: null, text: "" };
}

async function inPlaceOf<T>(
  asker: Asker,
  work: (browser: Awaited<ReturnType<typeof browserOf>>) => Promise<T>,
) {
  const person: Person = asker === "author at rest" ? "author" : asker;
  const browser = await browserOf(person === "signed out" ? null : world[person]);
  if (asker !== "author at rest") return work(browser);
  await rest(new Date(Date.now() + 86_400_000));
  try {
    return await work(browser);
  } finally {
    await rest(null);
  }
}

const rest = (suspendedUntil: Date | null) =>
  asSystem((db) => db.user.updateMany({ where: { id: world.author.id }, data: { suspendedUntil } }));
