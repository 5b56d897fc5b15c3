import { Secret, TOTP } from "otpauth";
import { describe, expect, test } from "vitest";
import {
  freshAppSecret,
  inGroups,
  linkForApp,
  onPaper,
  readCode,
  recoveryCodeOf,
  stepOf,
} from "@/lib/one-time-codes/rules";

// RFC 6238, appendix B: the secret of its SHA-1 examples, whose codes end in these six digits.
const secret = new Secret({ buffer: new TextEncoder().encode("12345678901234567890").buffer }).base32;

describe("the code of a moment", () => {
  test.each([
    [59, "287082", 1n],
    [1_111_111_109, "081804", 37_037_036n],
    [1_234_567_890, "005924", 41_152_263n],
    [20_000_000_000, "353130", 666_666_666n],
  ])("at %i seconds is %s", (seconds, code, step) => {
    expect(stepOf(secret, code, new Date(seconds * 1000))).toBe(step);
  });

  test.each([
    [-61, null],
    [-60, null],
    [-30, 99n],
    [0, 100n],
    [29, 100n],
    [30, 101n],
    [60, null],
  ])("an app whose clock is %i seconds ahead is at step %s", (ahead, step) => {
    const now = 3_000_000;
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + ahead * 1000 });
    expect(stepOf(secret, code, new Date(now))).toBe(step);
  });

  test("is nobody else's", () => {
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: 3_000_000 });
    expect(stepOf(freshAppSecret(), code, new Date(3_000_000))).toBeNull();
  });
});

test("a secret is 160 bits, is typed in groups, and tells the app whose it is", () => {
  expect(Secret.fromBase32(freshAppSecret()).bytes).toHaveLength(20);
  expect(freshAppSecret()).not.toBe(freshAppSecret());
  expect(inGroups("ABCDEFGHIJ")).toBe("ABCD EFGH IJ");
  const link = new URL(linkForApp(secret, "juniper+x@example.org"));
  expect(link.protocol).toBe("otpauth:");
  expect(decodeURIComponent(link.pathname)).toContain("Onward:juniper+x@example.org");
  expect(Object.fromEntries(link.searchParams)).toMatchObject({ secret, issuer: "Onward", period: "30" });
});

describe("what is typed into the field for a code", () => {
  const recovery = recoveryCodeOf(Uint8Array.from({ length: 16 }, (_, index) => index * 17));
  test.each([
    ["123456", { app: "123456" }],
    [" 123 456 ", { app: "123456" }],
    ["１２３４５６", { app: "123456" }],
    [recovery, { recovery }],
    [onPaper(recovery).toUpperCase(), { recovery }],
    [onPaper(recovery).replaceAll("-", " – "), { recovery }],
    ["oil0oil0oil0oil0", { recovery: "0110011001100110" }],
    ["12345", null],
    ["1234567", null],
    ["", null],
    ["abcd-efgh", null],
    [`${recovery}x`, null],
    ["<script>alert(1)", null],
  ])("%s", (typed, read) => {
    expect(readCode(typed)).toEqual(read);
  });

  test("a recovery code has no letters that are read as another", () => {
    const all = Array.from({ length: 16 }, (_, block) =>
      recoveryCodeOf(Uint8Array.from({ length: 16 }, (_, index) => block * 16 + index)),
    ).join("");
    expect(all).toMatch(/^[0-9abcdefghjkmnpqrstvwxyz]+$/);
    expect(new Set(all).size).toBe(32);
  });
});
