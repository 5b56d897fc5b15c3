import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";

/*
 * What Next would know of a request. Tests fake this and nothing else: actions, queries and pages run
 * as they are, against real Postgres.
 */

export type Request = {
  cookies: Map<string, string>;
  headers: Headers;
  refreshed: boolean;
};

export const requests = new AsyncLocalStorage<Request>();

export const aRequest = (
  cookies = new Map<string, string>(),
  headers: Record<string, string> = {},
): Request => ({
  cookies,
  // Each browser is in a network of its own, unless a test says otherwise.
  headers: new Headers({
    "x-onward-peer": aNetwork(),
    origin: process.env.ONWARD_URL ?? "",
    "x-onward-path": "/today",
    ...headers,
  }),
  refreshed: false,
});

export function current(): Request {
  const request = requests.getStore();
  if (!request) throw new Error("This needs a request around it: use visit() or submit().");
  return request;
}

/** How a page or an action answered, with Next's thrown answers as plain values. */
export type Answer<T> = { shown: T } | { went: string } | { notFound: true };

export async function answerOf<T>(request: Request, work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { shown: await requests.run(request, work) };
  } catch (thrown) {
    const digest = String((thrown as { digest?: unknown }).digest ?? "");
    if (digest.startsWith("NEXT_REDIRECT")) return { went: digest.split(";")[2] ?? "" };
    if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;404")) return { notFound: true };
    throw thrown;
  }
}

const aNetwork = () => `10.${randomBytes(3).join(".")}`;
