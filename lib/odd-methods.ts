import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * Gives a TRACE another name. Next makes a web Request of what comes, which may not be one, and breaks before
 * anything of ours is asked; under this name proxy.ts refuses it in words, as it does every other odd method.
 */
export function renameTraces(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    if (request.method === "TRACE") request.method = "ODD";
  });
}
