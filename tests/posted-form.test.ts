import { describe, expect, test } from "vitest";
import { isWhole } from "@/lib/posted-form";
import { aForm } from "./posted-form";

async function arrives(body: BodyInit, byScript = false, type?: string): Promise<boolean> {
  const sent = new Response(body);
  return isWhole({
    type: type ?? sent.headers.get("content-type") ?? "",
    bytes: await sent.arrayBuffer(),
    byScript,
  });
}

const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

describe("a form sent as a plain page", () => {
  test("is whole as React makes it, with an answer that holds whatever was typed", async () => {
    expect(await arrives(aForm())).toBe(true);
    const answer = {
      status: "invalid",
      fieldErrors: { body: "Too long." },
      values: { body: ["$$5 an hour"] },
    };
    expect(await arrives(aForm({ "$ACTION_1:1": JSON.stringify([answer]) }))).toBe(true);
  });

  test.each<[string, Record<string, string | null>]>([
    ["names no action", { $ACTION_REF_1: null }],
    ["names two", { $ACTION_REF_2: "" }],
    ["has no key", { $ACTION_KEY: null }],
    ["says nothing of its action", { "$ACTION_1:0": null }],
    ["leaves its last answer out", { "$ACTION_1:1": null }],
    ...[
      "",
      "[",
      "null",
      "{}",
      "5",
      "\\0",
      '["$F1"]',
      '["$Q1"]',
      '[{"message":"$1:constructor"}]',
      deep(9),
    ].map(
      (answer): [string, Record<string, string>] =>
        [`says ${answer} for its last answer`, { "$ACTION_1:1": answer }] as const,
    ),
    ["says that something else is bound", { "$ACTION_1:0": '{"id":"x","bound":"$@2"}' }],
    ["has an action that is no JSON", { "$ACTION_1:0": "{" }],
  ])("is not whole when it %s", async (_what, changed) => {
    expect(await arrives(aForm(changed))).toBe(false);
  });

  test("is not whole without its boundary, cut short, or sent in another way", async () => {
    expect(await arrives(aForm(), false, "multipart/form-data")).toBe(false);
    expect(await arrives("garbage", false, "multipart/form-data; boundary=x")).toBe(false);
    const whole = await new Response(aForm()).text();
    const type = `multipart/form-data; boundary=${whole.slice(2, whole.indexOf("\r\n"))}`;
    expect(await arrives(whole, false, type)).toBe(true);
    expect(await arrives(whole.slice(0, whole.length / 2), false, type)).toBe(false);
    expect(await arrives(new URLSearchParams({ body: "No offer." }))).toBe(false);
    expect(await arrives("", false, "")).toBe(false);
  });
});

describe("a form sent by our own script", () => {
  const sent = (called: string | null) => {
    const form = new FormData();
    form.append("_1_body", "No offer.");
    if (called !== null) form.append("0", called);
    return form;
  };

  test("is whole as React makes it", async () => {
    expect(await arrives(sent('[{"status":"idle"},"$K1"]'), true)).toBe(true);
    expect(await arrives("[]", true)).toBe(true);
  });

  test.each([
    null,
    "",
    "[",
    "null",
    "5",
    '["$K1"]',
    '[{},"$F1"]',
    "[{},{}]",
    '[{"message":"$Q1"},"$K1"]',
    `[${deep(9)},"$K1"]`,
  ])("is not whole when it calls with %s", async (called) => {
    expect(await arrives(sent(called), true)).toBe(false);
  });

  test("is not whole as text that says something else", async () => {
    for (const text of ["", "[1,", "7", '["$F1"]']) expect(await arrives(text, true)).toBe(false);
  });
});
