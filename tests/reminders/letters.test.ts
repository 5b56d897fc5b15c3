import { describe, expect, test } from "vitest";
import { isRefusedAddress, messageOf } from "@/lib/mail";
import { duePart, eveningParts, letterTo, subjectOf, waitsParts, weekParts } from "@/lib/reminders/letters";

const to = { to: "heron@example.org", code: "c".repeat(22) };

describe("a mail that a member asked for", () => {
  test.each([
    ["the evening check", eveningParts],
    ["the digest", weekParts({ efforts: 6, days: 4, wins: 2 })],
    ["the digest of a quiet week", weekParts({ efforts: 0, days: 0, wins: 0 })],
    ["what has come due", duePart(2)],
    ["that something waits", waitsParts],
  ])("says the same as text and as HTML, and how to stop it: %s", (_what, parts) => {
    const { text, html, subject } = letterTo(to, parts);
    expect(subject).toBe("A quiet note from Onward");
    expect(text).toContain(`/unsubscribe/${to.code}`);
    expect(text).toContain("/settings/reminders");
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    const words = (said: string) => said.replaceAll(/\s+/g, " ").trim();
    const shown = (html ?? "").replace(/<title>.*<\/title>/, "").replaceAll(/<[^>]+>/g, " ");
    expect(words(shown)).toBe(words(text));
    // Nothing in it asks anybody who reads it.
    expect(html).not.toMatch(/<img|<link|src=|url\(/i);
    // What follows the greeting is a paragraph of its own.
    expect(text).toMatch(/^Hello,\n\n[A-Z\d]/);
    expect(text).not.toMatch(/setback|company|streak|fail|miss|!/i);
  });

  test("has a subject that says nothing of anybody's writing", () => {
    expect(subjectOf("nudges")).toBe("Something waits for you in Onward");
    for (const kind of ["evening", "digest", "follow_ups"] as const)
      expect(letterTo(to, waitsParts, subjectOf(kind)).subject).toBe("A quiet note from Onward");
  });

  test("names the member's own effort in numbers", () => {
    expect(letterTo(to, weekParts({ efforts: 6, days: 4, wins: 1 })).text.replaceAll("\n", " ")).toContain(
      "effort noted 6 times, one win written down; you showed up on 4 days.",
    );
    expect(letterTo(to, weekParts({ efforts: 1, days: 1, wins: 0 })).text.replaceAll("\n", " ")).toContain(
      "effort noted once; you showed up on one day.",
    );
  });

  test("can be stopped by a mail program where the site has a certificate (RFC 8058)", () => {
    const at = (unsubscribe: string) => messageOf({ ...letterTo(to, eveningParts), unsubscribe }).headers;
    expect(at("https://onward.example.org/api/unsubscribe/abc")).toMatchObject({
      "List-Unsubscribe": "<https://onward.example.org/api/unsubscribe/abc>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    expect(at("http://localhost/api/unsubscribe/abc")).not.toHaveProperty("List-Unsubscribe-Post");
  });
});

test.each([
  [true, "no such mailbox", { responseCode: 550, response: "550 5.1.1 No such user" }],
  [true, "a mailbox that is closed", { responseCode: 550, response: "550-5.2.1 Disabled" }],
  [true, "a plain no", { responseCode: 550, response: "550 No." }],
  [
    false,
    "a server that does not relay for us",
    { responseCode: 550, response: "550 5.7.1 Relaying denied" },
  ],
  [false, "not now", { responseCode: 450, response: "450 4.2.0 Later" }],
  [false, "a no to the sender", { responseCode: 550, response: "550 No.", command: "MAIL FROM" }],
  [false, "no server", { code: "ECONNECTION", response: undefined }],
])("whether an address refuses mail: %s for %s", (refuses, _what, answer) => {
  const error = Object.assign(new Error("No."), { code: "EENVELOPE", command: "RCPT TO", ...answer });
  expect(isRefusedAddress(error)).toBe(refuses);
});
