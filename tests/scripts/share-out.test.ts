import http from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { findFreePort } from "../../scripts/ports.ts";
import { shareOut } from "../../scripts/share-out.ts";

/** Answers with its name and what it was asked. */
async function aProcess(name: string): Promise<number> {
  const server = http.createServer(async (asked, answer) => {
    const body = (await asked.toArray()).join("");
    const {
      host,
      "x-forwarded-for": line,
      "x-forwarded-host": told,
      "x-forwarded-proto": how,
    } = asked.headers;
    answer.setHeader("Set-Cookie", ["a=1", "b=2"]);
    answer.end(JSON.stringify({ name, body, host, line, told, how, method: asked.method, url: asked.url }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

test("requests go to each process in turn, whole, with whom they were heard from in no visitor's words", async () => {
  const port = await findFreePort();
  const stop = await shareOut(port, [await aProcess("one"), await aProcess("two")]);
  onTestFinished(stop);
  const ask = async () => {
    const headers = {
      "X-Forwarded-For": "10.1.2.3",
      "X-Forwarded-Host": "elsewhere",
      "X-Forwarded-Proto": "https",
    };
    const answer = await fetch(`http://127.0.0.1:${port}/a?b`, { method: "POST", body: "words", headers });
    expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    return answer.json();
  };
  const here = `127.0.0.1:${port}`;
  const asked = { body: "words", method: "POST", url: "/a?b", host: here, told: here, how: "http" };
  const first = await ask();
  expect(first).toEqual({ name: "one", ...asked, line: "10.1.2.3, 127.0.0.1" });
  expect([(await ask()).name, (await ask()).name]).toEqual(["two", "one"]);
});

test("a process that is gone is answered for", async () => {
  const port = await findFreePort();
  onTestFinished(await shareOut(port, [await findFreePort()]));
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(502);
});
