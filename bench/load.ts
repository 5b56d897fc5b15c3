// Asks a server for something again and again, in one of two ways that answer two questions: how much can it do,
// and how long does one wait.

import type { OutgoingHttpHeaders } from "node:http";
import http from "node:http";

export type Target = {
  url: string;
  headers?: OutgoingHttpHeaders;
  /** What an answer has to be. Anything else ends the measurement. */
  status?: number;
};

export type Answer = { status: number; bytes: number };

/** Asks once over a connection that is kept. */
function ask(agent: http.Agent, { url, headers = {}, status = 200 }: Target): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === status) resolve({ status, bytes });
        else reject(new Error(`${url} was answered with ${response.statusCode}, not ${status}.`));
      });
    });
    request.on("error", reject);
  });
}

/**
 * As many askers as said, each asking again as soon as it is answered: what comes back is what the server can do.
 *
 * @returns how many were answered, in how long.
 */
export async function askAlways(
  target: Target,
  { connections, ms, signal }: { connections: number; ms: number; signal: AbortSignal },
): Promise<{ answers: number; ms: number }> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const began = performance.now();
  let answers = 0;
  const asker = async () => {
    while (performance.now() - began < ms) {
      signal.throwIfAborted();
      await ask(agent, target);
      answers++;
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, asker));
    return { answers, ms: performance.now() - began };
  } finally {
    agent.destroy();
  }
}

/**
 * Asks at moments that are fixed beforehand, whether the answers before have come or not, and counts each wait from
 * the moment at which it should have been asked. So a server that stands still is charged with everybody who would
 * have come meanwhile, and not with one ("coordinated omission").
 *
 * @param rate a second, evenly, as such tools do it: what is uneven in the waits is then the server's own doing, and not
 *   that of people who happen to come together.
 * @returns each wait in milliseconds, in the order in which they began.
 */
export async function askAtRate(
  target: Target,
  { rate, times, signal }: { rate: number; times: number; signal: AbortSignal },
): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true });
  const waits: Promise<number>[] = [];
  let due = performance.now();
  try {
    for (let time = 0; time < times; time++) {
      due += 1000 / rate;
      signal.throwIfAborted();
      await until(due);
      const began = due;
      const wait = ask(agent, target).then(() => performance.now() - began);
      // It may fail long before it is awaited below.
      wait.catch(() => {});
      waits.push(wait);
    }
    return await Promise.all(waits);
  } finally {
    agent.destroy();
  }
}

// Timers wake up to a millisecond late, which would be a good part of what is measured: the last one is turned away.
async function until(moment: number): Promise<void> {
  const left = moment - performance.now();
  if (left > 1) await new Promise((resolve) => setTimeout(resolve, left - 1));
  while (performance.now() < moment) await new Promise((resolve) => setImmediate(resolve));
}
