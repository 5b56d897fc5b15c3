import { expect, test } from "vitest";
import { POST } from "@/app/send-again/route";
import { formsIn, type PlainForm } from "../e2e/plain-form";

async function sentTo(address: string, fields: PlainForm) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const { NextRequest } = await import("next/server");
  const answer = await POST(new NextRequest(`http://localhost:3000${address}`, { method: "POST", body }));
  return { status: answer.status, html: await answer.text() };
}

const form: PlainForm = [
  ["$ACTION_REF_1", ""],
  ["$ACTION_1:0", '{"id":"40","bound":"$@1"}'],
  ["id", "0198c0de-0000-7000-8000-000000000000"],
  ["happened", 'They said <no> & "goodbye",\nin two lines.\n'],
  ["feeling", "tired=7"],
  ["feeling", "flat=2"],
];

test("a form that could not be kept comes back whole, to be read and to be sent again", async () => {
  const { status, html } = await sentTo("/send-again?to=%2Fsetbacks%2Fnew&reference=0123abcd", form);
  expect(status).toBe(503);
  expect(html).toContain('action="/setbacks/new"');
  expect(html).toContain("<strong>0123abcd</strong>");
  expect(html).toContain("<blockquote>They said &#60;no&#62;");
  // On its way a line ends as it does in every form that is sent.
  const again = formsIn(html.replaceAll("\r\n", "\n"), "Send again");
  expect(again).toEqual([form]);
});

test("a password does not come back", async () => {
  const { html } = await sentTo("/send-again?to=%2Fsign-in", [["password", "seven quiet lanterns"]]);
  expect(html).not.toContain("lanterns");
});

test.each(["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", '/" onclick="x'])(
  "nothing is sent to %s",
  async (to) => {
    const { html } = await sentTo(`/send-again?to=${encodeURIComponent(to)}&reference=<b>`, form);
    expect(html).not.toMatch(/elsewhere|javascript:|" onclick|<b>/);
  },
);
