import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { page } from "@/components/layout/page";
import { followResponses } from "@/lib/answer-status";
import { aRequest, requests } from "../request";

/* What is said here is said by a page alone: no script runs. */

const pages: Record<string, () => Promise<ReactNode>> = {
  "/there": page("A goal", async () => <h1>Applications</h1>),
  "/not-there": page("A goal", async () => notFound()),
  "/broken": page("A goal", async () => {
    throw new Error("insert into goals (title) values ('Applications')");
  }),
  "/elsewhere": page("A goal", async () => redirect("/sign-in")),
};

const server = createServer(async (request, response) => {
  try {
    response.end(
      renderToStaticMarkup(await requests.run(aRequest(), async () => pages[request.url ?? ""]?.())),
    );
  } catch (thrown) {
    response.setHeader("x-left-to-next", String((thrown as { digest?: string }).digest ?? "an error"));
    response.end();
  }
});

beforeAll(async () => {
  followResponses();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => server.close());

async function open(path: string, headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  return {
    status: response.status,
    html: await response.text(),
    leftToNext: response.headers.get("x-left-to-next"),
  };
}

test("a page is shown under its title", async () => {
  const { status, html } = await open("/there");
  expect(status).toBe(200);
  expect(html).toBe("<title>A goal · Onward</title><h1>Applications</h1>");
});

test("what is not there is answered with 404 and a whole page, whose title does not say what was asked for", async () => {
  const { status, html } = await open("/not-there");
  expect(status).toBe(404);
  expect(html).toContain("<title>Not here · Onward</title>");
  expect(html).toContain("There is nothing here for you to see");
  expect(html).not.toContain("goal");
});

test("what breaks is answered with 500, a reference and a way to try again, and not with its cause", async () => {
  const { status, html } = await open("/broken");
  expect(status).toBe(500);
  expect(html).toMatch(/this reference: <strong>[0-9a-f]{8}<\/strong>/);
  expect(html).toContain('<a href=""');
  expect(html).not.toMatch(/insert|goal/);
});

test("one page's answer is not another's", async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, turn) => open(turn % 2 ? "/there" : "/not-there")),
  );
  expect(answers.map(({ status }) => status)).toEqual(
    Array.from({ length: 20 }, (_, turn) => (turn % 2 ? 200 : 404)),
  );
});

test("going elsewhere, and pages that the browser puts together itself, are left to Next", async () => {
  expect((await open("/elsewhere")).leftToNext).toMatch(/^NEXT_REDIRECT;/);
  expect(await open("/not-there", { rsc: "1" })).toMatchObject({
    status: 200,
    leftToNext: "NEXT_HTTP_ERROR_FALLBACK;404",
  });
  expect(await open("/broken", { "next-action": "a" })).toMatchObject({
    status: 200,
    leftToNext: "an error",
  });
});
