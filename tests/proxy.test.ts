import { unstable_doesMiddlewareMatch } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import { config, proxy } from "@/proxy";
import { aForm } from "./posted-form";

const at = (path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers }));

/** What the page itself is told, as Next hands it on. */
const told = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);

const nonceOf = (policy: string | null) => /'nonce-([^']+)'/.exec(policy ?? "")?.[1];

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test("every answer has a nonce of its own, and the page is told the same one", async () => {
  const [one, other] = [await at("/"), await at("/")];
  const nonce = nonceOf(one.headers.get("content-security-policy"));
  expect(nonce).toHaveLength(24);
  expect(nonceOf(told(one, "content-security-policy"))).toBe(nonce);
  expect(nonceOf(other.headers.get("content-security-policy"))).not.toBe(nonce);
});

test("scripts run only with the nonce, and nothing comes from or goes anywhere else", async () => {
  const policy = (await at("/")).headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'(;|$)/);
  expect(policy).not.toContain("unsafe-eval");
  for (const rule of [
    "default-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy.split("; ")).toContain(rule);
  }
});

test("forms keep their Origin, and pages are neither framed nor sniffed", async () => {
  const { headers } = await at("/today");
  expect(headers.get("referrer-policy")).toBe("same-origin");
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(headers.get("permissions-policy")).toContain("geolocation=()");
});

test("what neither looks at a page nor sends a form is refused in words", async () => {
  for (const method of ["PUT", "DELETE", "OPTIONS", "ODD"]) {
    const answer = await proxy(new NextRequest("http://localhost:3000/today", { method }));
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET, HEAD, POST");
    expect(await answer.text()).toMatch(/^Pages here/);
  }
  expect((await proxy(new NextRequest("http://localhost:3000/", { method: "HEAD" }))).status).toBe(200);
});

describe("search engines", () => {
  test.each(["/", "/privacy", "/help-now", "/join", "/sign-in", "/forgot-password"])(
    "may list %s",
    async (path) => {
      expect((await at(path)).headers.get("x-robots-tag")).toBeNull();
    },
  );

  test.each([
    "/today",
    "/setbacks/new",
    "/circles/x",
    "/invite/code",
    "/reset-password/x",
    "/nowhere",
    "/joined",
  ])("may not list %s", async (path) => {
    expect((await at(path)).headers.get("x-robots-tag")).toBe("noindex, nofollow");
  });
});

test("no page is kept by anybody on the way", async () => {
  for (const path of ["/", "/today", "/invite/code"])
    expect((await at(path)).headers.get("cache-control")).toBe("private, no-store");
});

test("the page knows where the browser is, whatever the sender claims", async () => {
  expect(told(await at("/circles/x?before=y"), "x-onward-path")).toBe("/circles/x?before=y");
  expect(told(await at("/today?_rsc=abc"), "x-onward-path")).toBe("/today");
  expect(told(await at("/today", { "x-onward-path": "//evil.example" }), "x-onward-path")).toBe("/today");
});

test("a browser is held to https where Onward is reached by it, and only there", async () => {
  expect((await at("/")).headers.get("strict-transport-security")).toBeNull();
  vi.stubEnv("ONWARD_URL", "https://onward.example");
  vi.resetModules();
  const { proxy: reached } = await import("@/proxy");
  const { headers } = await reached(new NextRequest("https://onward.example/"));
  expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
  expect(headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
});

describe("files that are the same for everybody", () => {
  const passes = (url: string, headers: Record<string, string> = {}) =>
    unstable_doesMiddlewareMatch({ config, url, headers });

  test.each(["/_next/static/chunks/a.js", "/images/today-light.webp", "/favicon.ico", "/icon.svg"])(
    "%s is left alone",
    async (path) => {
      expect(passes(path)).toBe(false);
    },
  );

  test.each(["/", "/today", "/setbacks/x.png", "/favicon.ico/today", "/imagesx", "/api/health"])(
    "%s is not one of them",
    async (path) => {
      expect(passes(path)).toBe(true);
    },
  );

  test("are no way past it for a form", () => {
    expect(passes("/favicon.ico", { "next-action": "7f" })).toBe(true);
    expect(passes("/_next/static/chunks/a.js", { "next-action": "7f" })).toBe(true);
  });
});

describe("an address that nobody can read", () => {
  test.each(["/circles/%ff", "/%", "/setbacks/%c3%28/edit"])(
    "%s is a page that is not there",
    async (path) => {
      const response = await at(path);
      expect(new URL(response.headers.get("x-middleware-rewrite") ?? "").pathname).toBe("/not-here");
      expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    },
  );
});

describe("a form that is sent", () => {
  const own = "http://localhost:3000";
  const send = (headers: Record<string, string>, body: BodyInit = aForm()) =>
    proxy(new NextRequest(`${own}/today`, { method: "POST", headers, body }));

  test("from elsewhere is refused in words, before anything looks at it", async () => {
    for (const origin of ["https://elsewhere.example", "null", "", "http://localhost:3001"]) {
      const response = await send({ origin });
      expect(response.status).toBe(403);
      expect(await response.text()).toContain("nothing was saved");
    }
  });

  test("from a mail program goes on where it ends a kind of mail, and nowhere else", async () => {
    const from = (path: string, headers: Record<string, string>) =>
      proxy(
        new NextRequest(`${own}${path}`, {
          method: "POST",
          headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
          body: "List-Unsubscribe=One-Click",
        }),
      );
    for (const origin of ["https://mail.example", "null"]) {
      expect((await from("/api/unsubscribe/AbCd-_12", { origin })).status).toBe(200);
      for (const path of ["/unsubscribe/AbCd-_12", "/api/unsubscribe/../auth/x", "/api/unsubscribe/a/b"])
        expect((await from(path, { origin })).status).toBe(403);
      expect((await from("/api/unsubscribe/AbCd-_12", { origin, "next-action": "7f" })).status).toBe(403);
    }
  });

  test("from Onward goes on, whatever name a proxy calls this host by", async () => {
    const response = await send({ origin: own, host: "10.0.0.7", "x-forwarded-host": "evil.example" });
    expect(response.status).toBe(200);
    expect(told(response, "x-forwarded-host")).toBe("localhost:3000");
  });

  test("with more than it can carry is refused in words that say nothing is lost", async () => {
    const response = await send({ origin: own, "content-length": "262145" });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain("Your words are still in the form");
    expect((await send({ origin: own, "content-length": "262144" })).status).toBe(200);
    // Sent in pieces, it does not say beforehand how long it is.
    expect((await send({ origin: own }, aForm({ body: "x".repeat(262_144) }))).status).toBe(413);
  });

  test("that did not arrive whole is refused in words, too", async () => {
    const response = await send({ origin: own, "content-type": "multipart/form-data" }, "--x");
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Your words are still in the form");
  });
});
