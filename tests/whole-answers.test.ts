import http, { type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { compressWhole } from "@/lib/whole-answers";

compressWhole();

/** Answers as Next does: with a `flush` on the response, which is looked for and called after each piece. */
async function flushesOf(contentType: string): Promise<number> {
  let flushes = 0;
  const server = http.createServer((_, response) => {
    const answer: ServerResponse & { flush?: () => void } = response;
    answer.flush = () => flushes++;
    answer.setHeader("content-type", contentType);
    for (const piece of ["one", "two"]) {
      answer.write(piece);
      if (typeof answer.flush === "function") answer.flush();
    }
    answer.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const response = await fetch(`http://127.0.0.1:${port}`);
    expect(await response.text()).toBe("onetwo");
    return flushes;
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

test("a page is compressed as one piece", async () => {
  expect(await flushesOf("text/html; charset=utf-8")).toBe(0);
});

test("a stream of events still comes bit by bit", async () => {
  expect(await flushesOf("text/event-stream")).toBe(2);
});
