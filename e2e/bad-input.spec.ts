import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { expect, test } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { aMember } from "@/tests/factories";
import { aForm } from "@/tests/posted-form";
import { site } from "./fixtures";

/*
 * What no browser of ours would send, over real HTTP: addresses that cannot be read, forms that are damaged,
 * too big or not ours. The answer is always a 4xx, or a page that gives every text back, with the same headers
 * as any other.
 */

const open = (path: string, init: RequestInit = {}) =>
  fetch(site + path, { redirect: "manual", ...init, headers: { Origin: site, ...init.headers } });

async function expectNo(answer: Response, what: string): Promise<void> {
  expect(answer.status, what).toBeGreaterThanOrEqual(400);
  expect(answer.status, what).toBeLessThan(500);
  expect(answer.headers.get("x-content-type-options"), what).toBe("nosniff");
  expect(await answer.text(), what).not.toContain("Internal Server Error");
}

async function aCookie(): Promise<string> {
  const { sessionId } = await aMember();
  const token = { sid: sessionId };
  return `onward.session=${await encode({ token, secret: process.env.ONWARD_SECRET ?? "", maxAge: 3600 })}`;
}

/** The fields that a page's form carries unasked. */
async function unaskedOf(path: string, label: string, headers: Record<string, string> = {}) {
  const html = await (await open(path, { headers })).text();
  const [form = ""] = html.slice(html.indexOf(`aria-label="${label}"`)).split("</form>");
  return [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)].map(
    ([, name = "", value = ""]): [string, string] => [name, value.replaceAll("&quot;", '"')],
  );
}

function formOf(fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

test.describe("an address that nobody can read", () => {
  for (const path of ["/circles/%ff", "/%", "/setbacks/%c3%28/edit", "/invite/%00%ff", "/verify/%e0%a4%a"]) {
    test(`${path} is a page that is not there`, async () => {
      const answer = await open(path);
      expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      await expectNo(answer, path);
    });
  }

  for (const path of [
    "/sign-in?next=%ff",
    "/help-now?country=%00%ff",
    "/?x=%",
    "/join?next=//evil.example",
  ]) {
    test(`${path} is the page without it`, async () => {
      expect((await open(path)).status).toBe(200);
    });
  }
});

test.describe("a form that is not whole", () => {
  const type = "multipart/form-data; boundary=x";
  const sent: Record<string, RequestInit> = {
    "has no boundary": { headers: { "Content-Type": "multipart/form-data" }, body: "x" },
    "is garbage": { headers: { "Content-Type": type }, body: "garbage" },
    "was cut short": {
      headers: { "Content-Type": type },
      body: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nNo of',
    },
    "is no form of ours": { body: formOf([["email", "juniper@example.org"]]) },
    "is empty": {},
    "came as an address does": { body: new URLSearchParams({ email: "juniper@example.org" }) },
    "came as JSON": { headers: { "Content-Type": "application/json" }, body: "{}" },
    "names an action that there is not": { body: aForm() },
    "asks for an action by its id alone": { body: formOf([[`$ACTION_ID_${"4".repeat(42)}`, ""]]) },
    "comes by script without its call": {
      headers: { "Next-Action": "4".repeat(42) },
      body: formOf([["_1_email", "x"]]),
    },
    "comes by script for an action that there is not": {
      headers: { "Next-Action": "4".repeat(42), "Content-Type": "text/plain" },
      body: "[]",
    },
    "names no action that could be": {
      headers: { "Next-Action": "__proto__", "Content-Type": "text/plain" },
      body: "[]",
    },
  };
  for (const [what, init] of Object.entries(sent)) {
    test(`is refused when it ${what}`, async () => {
      await expectNo(await open("/sign-in", { method: "POST", ...init }), what);
    });
  }

  test("is refused when any of what React put into it is damaged, and what was typed stays out of the answer", async () => {
    const good = [
      ...(await unaskedOf("/sign-in", "Sign in")),
      ["email", "a@example.org"],
      ["password", "seven"],
    ] as [string, string][];
    const damage = [
      "",
      "x",
      "[",
      "{}",
      "null",
      '["$F1"]',
      '["$Q1"]',
      '[{"status":"$1:constructor"}]',
      "\0",
      "9".repeat(9999),
      "[".repeat(9999),
    ];
    for (const [name] of good.filter(([name]) => /^\$ACTION_\d/.test(name))) {
      const others = good.filter(([other]) => other !== name);
      await expectNo(await open("/sign-in", { method: "POST", body: formOf(others) }), `without ${name}`);
      for (const value of damage) {
        const body = formOf([...others, [name, value]]);
        await expectNo(await open("/sign-in", { method: "POST", body }), `${name}=${value.slice(0, 40)}`);
      }
    }
  });

  test("is refused when it is more than one form can carry, said beforehand or not", async () => {
    const long = formOf([["happened", "x".repeat(1024 * 1024)]]);
    const told = await open("/sign-in", { method: "POST", body: long });
    expect(told.status).toBe(413);
    const pieces = new ReadableStream({
      start(stream) {
        for (let piece = 0; piece < 40; piece++) stream.enqueue(new Uint8Array(10_000).fill(120));
        stream.close();
      },
    });
    const init = { method: "POST", body: pieces, duplex: "half", headers: { "Content-Type": type } };
    const untold = await open("/sign-in", init as RequestInit);
    expect(untold.status).toBe(413);
    expect(await untold.text()).toContain("Your words are still in the form");
  });

  test("is never taken for one that is whole, however much more it is, and no more of it is kept than that takes", async () => {
    for (const bytes of [256 * 1024 + 1, 300_000, 330_000, 384 * 1024, 400_000, 5_000_000, 12_000_000]) {
      const asked = request(`${site}/sign-in`, {
        method: "POST",
        headers: { Origin: site, "Content-Type": type, "Transfer-Encoding": "chunked" },
      });
      asked.end(new Uint8Array(bytes).fill(120));
      const [answer] = await once(asked, "response");
      expect([bytes, answer.statusCode]).toEqual([bytes, 413]);
      expect(await text(answer)).toContain("more than one form can carry");
    }
    expect(readFileSync(process.env.ONWARD_SERVER_LOG ?? "", "utf8")).toContain(
      "Request body exceeded 384KB for /sign-in",
    );
  });
});

test("a file that is not there is answered by a page that nobody frames and that runs nothing", async () => {
  for (const path of ["/_next/static/chunks/none.js", "/images/none.png", "/images/none.webp"]) {
    const answer = await open(path);
    expect([path, answer.status]).toEqual([path, 404]);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("script-src");
    expect(answer.headers.get("x-frame-options")).toBe("DENY");
    await expectNo(answer, path);
  }
  const page = await (await open("/")).text();
  const script = /\/_next\/static\/[^"]+\.js/.exec(page)?.[0] ?? "";
  for (const path of [script, "/images/icon-192.png"]) {
    const answer = await open(path);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  }
});

test("whatever is typed comes back on the page when it is not taken, whole and as text", async () => {
  const Cookie = await aCookie();
  const unasked = await unaskedOf("/setbacks/new", "Setback", { Cookie });
  const story = `"no" </textarea><script>alert(1)</script> '; drop table users; -- \u202eمرفوض 🌧️ \\u0000 $1 $$2`;
  const fields = [
    ...unasked,
    ["happened", story],
    ["day", "2026-02-30"],
    ["company", "K\0estrel \ud83c"],
  ] as [string, string][];
  const answer = await open("/setbacks/new", { method: "POST", body: formOf(fields), headers: { Cookie } });
  expect(answer.status).toBe(200);
  const html = await answer.text();
  expect(html).not.toContain("<script>alert(1)");
  const shown = /<textarea[^>]*name="happened"[^>]*>([^<]*)/.exec(html)?.[1];
  const said = shown
    ?.replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");
  expect(said).toBe(story);
});

test("what neither looks at a page nor sends a form is refused in words", async () => {
  for (const method of ["TRACE", "PUT", "OPTIONS", "PROPFIND"]) {
    for (const path of ["/", "/today", "/api/health"]) {
      // fetch says no TRACE.
      const asked = request(site + path, { method }).end();
      const [answer] = await once(asked, "response");
      expect([method, path, answer.statusCode]).toEqual([method, path, 405]);
      expect(await text(answer)).toMatch(/^Pages here are looked at/);
    }
  }
});

test("a session that was tampered with is none", async () => {
  const cookie = await aCookie();
  for (const Cookie of [
    `${cookie}x`,
    "onward.session=",
    "onward.session=%ff",
    "onward.parked=x.y; onward.former=1",
  ]) {
    const answer = await open("/today", { headers: { Cookie } });
    expect(answer.status).toBe(307);
    expect(answer.headers.get("location")).toBe("/sign-in?next=%2Ftoday");
  }
});

test("the server's log holds none of the words", () => {
  const log = readFileSync(process.env.ONWARD_SERVER_LOG ?? "", "utf8");
  for (const words of ["drop table", "juniper@example.org", "No of"]) expect(log).not.toContain(words);
});
