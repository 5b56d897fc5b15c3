import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askAlways, askAtRate } from "@/bench/load";
import { medianOf, percentileOf } from "@/bench/measure";

const { signal } = new AbortController();
let asked = 0;
const held: http.ServerResponse[] = [];
// Stands still after the tenth question, until forty more people have come.
const server = http.createServer((request, response) => {
  asked++;
  if (request.url === "/missing") return void response.writeHead(404).end();
  if (request.url !== "/stands-still" || asked <= 10) return void response.end("here");
  held.push(response);
  if (held.length === 40) for (const one of held) one.end("at last");
});
let url = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

test("a server that can do no more is asked again as soon as it has answered", async () => {
  const { answers, ms } = await askAlways({ url }, { connections: 4, ms: 100, signal });
  expect(answers).toBe(asked);
  expect(ms).toBeGreaterThanOrEqual(100);
});

test("people come whether those before were answered or not, and each of them has waited", async () => {
  asked = 0;
  const waits = await askAtRate({ url: `${url}/stands-still` }, { rate: 500, times: 50, signal });
  expect(waits).toHaveLength(50);
  // They may not arrive in their order, but of the first eleven one at least was kept until all fifty had come: the
  // last of them 39 times 2 ms after the eleventh.
  expect(Math.max(...waits.slice(0, 11))).toBeGreaterThan(77);
});

test("an answer that is not a page ends the measuring", async () => {
  await expect(askAlways({ url: `${url}/missing` }, { connections: 2, ms: 50, signal })).rejects.toThrow(
    "404",
  );
  await expect(askAtRate({ url: `${url}/missing` }, { rate: 100, times: 5, signal })).rejects.toThrow("404");
});

test("the middle and the percentiles are the ones that statistics mean", () => {
  expect(medianOf([3, 1, 2])).toBe(2);
  expect(medianOf([4, 1, 2, 3])).toBe(2.5);
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([50, 95, 99, 100].map((percent) => percentileOf(hundred, percent))).toEqual([50, 95, 99, 100]);
  expect(percentileOf([7], 99)).toBe(7);
});
