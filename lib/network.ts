import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { headers } from "next/headers";
import { env } from "@/lib/env";

/*
 * From which network a request comes. Anybody can write an X-Forwarded-For, so it is believed only as far as
 * our own proxies wrote it: each adds, on the right, whom it heard the request from. The last of that line,
 * whom this process heard it from, is the socket's own word.
 */

const PEER = "x-onward-peer";

/** Notes on each request from whom it was heard, in place of whatever its sender claims under that name. */
export function notePeers(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[PEER] = request.socket.remoteAddress ?? "";
  });
}

/** The network that this request comes from; "nowhere" where that cannot be told. */
export async function networkHere(): Promise<string> {
  return networkIn(await headers(), env().ONWARD_PROXIES);
}

/** @param proxies how many of our own a request passes on its way. */
export function networkIn(sent: Pick<Headers, "get">, proxies: number): string {
  const told = sent.get("x-forwarded-for")?.split(",") ?? [];
  const line = [...told, sent.get(PEER) ?? ""];
  return networkOf(line[Math.max(0, line.length - 1 - proxies)] ?? "");
}

/** An IPv4 address as it is, and of an IPv6 address the 64 bits that one home or office has to itself. */
function networkOf(said: string): string {
  // Some proxies add the port.
  const address = said.trim().replace(/^\[(.*)\](:\d+)?$|^([\d.]+):\d+$/, "$1$3");
  if (isIP(address) === 4) return address;
  const written = URL.parse(`http://[${address}]`)?.hostname.slice(1, -1);
  if (!written) return "nowhere";
  const [, high = "", low = ""] = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(written) ?? [];
  if (high) return [high, low].flatMap((part) => bytesOf(Number.parseInt(part, 16))).join(".");
  const [before = "", after] = written.split("::").map((part) => part.split(":").filter(Boolean));
  const left = [...before];
  while (after && left.length + after.length < 8) left.push("0");
  return `${[...left, ...(after ?? [])].slice(0, 4).join(":")}::/64`;
}

const bytesOf = (two: number): number[] => [two >> 8, two & 255];
