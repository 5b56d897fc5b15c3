import { describe, expect, test } from "vitest";
import {
  deviceOf,
  endOfLink,
  lengthOfPassword,
  onwards,
  pathHere,
  secondsToWait,
  verifyState,
} from "@/lib/accounts/rules";

const now = new Date("2026-11-22T10:00:00Z");
const at = (time: string) => new Date(`2026-11-${time}Z`);

test("a link that confirms lives for a day, one that sets a password for an hour", () => {
  expect(endOfLink("verify", now)).toEqual(at("23T10:00:00"));
  expect(endOfLink("reset", now)).toEqual(at("22T11:00:00"));
});

test.each([
  [null, 0],
  [at("22T10:00:00"), 60],
  [at("22T09:59:30"), 30],
  [at("22T09:59:01"), 1],
  [at("22T09:59:00"), 0],
  [at("21T09:59:00"), 0],
  // Another server's clock runs ahead.
  [at("22T10:00:05"), 60],
])("after a mail at %s the next one waits %s seconds", (last, wait) => {
  expect(secondsToWait(last, now)).toBe(wait);
});

const unused = { confirmed: false, taken: false, usedAt: null, expiresAt: at("22T10:00:01"), now };
test.each([
  ["waiting", unused],
  ["gone", { ...unused, expiresAt: now }],
  ["gone", { ...unused, usedAt: now }],
  ["taken", { ...unused, taken: true }],
  ["taken", { ...unused, taken: true, usedAt: now }],
  ["confirmed", { ...unused, confirmed: true }],
  ["confirmed", { ...unused, confirmed: true, usedAt: now, expiresAt: at("01T00:00:00") }],
] as const)("a mailed link is %s: %o", (state, link) => {
  expect(verifyState(link)).toBe(state);
});

describe("after signing in one goes to a page of this site", () => {
  test.each(["/circles", "/invite/abc_-1", "/setbacks?month=2026-11#x", "/", "/goals/a%20b"])(
    "%s",
    (path) => {
      expect(pathHere(path)).toBe(path);
    },
  );

  test.each([
    undefined,
    null,
    7,
    "",
    ["/goals"],
    "goals",
    "//evil.example",
    "/\\evil.example",
    "/a\\..\\evil",
    "\\\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/\n/evil.example",
    " /goals",
    "/.//evil.example",
    "/goals/..//evil.example",
    `/${"a".repeat(2000)}`,
  ])("and from %j to Today", (path) => {
    expect(pathHere(path)).toBe("/today");
  });
});

test("a link to sign in carries where one was going, unless it is Today", () => {
  expect(onwards("/today")).toBe("");
  expect(onwards("/invite/abc?x=1&y=2")).toBe("?next=%2Finvite%2Fabc%3Fx%3D1%26y%3D2");
});

test("a password's length is the same however an accent was typed", () => {
  expect(lengthOfPassword("émigrés")).toBe(7);
  expect(lengthOfPassword("émigrés".normalize("NFD"))).toBe(7);
  expect(lengthOfPassword("🌱🌱")).toBe(2);
});

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox on Linux"],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0",
    "Edge on Windows",
  ],
  [
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36",
    "Chrome on Android",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
    "Safari on iPhone",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
    "Safari on macOS",
  ],
  ["curl/8.5.0", "A browser"],
  [null, "A browser"],
])("%s is called %s", (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device);
});
