import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import type { FormState } from "@/lib/form-state";

/*
 * Next lets a page choose its status only by throwing, and what a page throws is drawn in the browser: without
 * JavaScript nothing would be there to read. So Node is asked which response belongs to a request, and a page
 * that draws its own "not here" says 404 before its first byte leaves.
 */

// The server's start and its pages are bundled apart, and have to meet here.
const shared = globalThis as { onwardResponses?: AsyncLocalStorage<Answer> };

type Answer = { response: ServerResponse; began: number; refusal?: FormState };

/** From now on every request knows its response. Called once, as the server starts. */
export function followResponses(): void {
  const responses = new AsyncLocalStorage<Answer>();
  shared.onwardResponses = responses;
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { response: ServerResponse };
    responses.enterWith({ response, began: performance.now() });
  });
}

/**
 * Gives the page that is being answered a status.
 *
 * @returns whether it could: only a whole document has a status that somebody sees. Of a page that the
 * browser puts together itself, Next draws what was thrown.
 */
export function answerWith(status: 404 | 500 | 503): boolean {
  const response = shared.onwardResponses?.getStore()?.response;
  if (!response || response.headersSent) return false;
  const { headers } = response.req;
  if (headers.rsc !== undefined || headers["next-action"] !== undefined) return false;
  response.statusCode = status;
  return true;
}

/** Whether this page is the answer to a form that was sent without JavaScript. */
export function answersForm(): boolean {
  const request = shared.onwardResponses?.getStore()?.response.req;
  return request?.method === "POST" && request.headers["next-action"] === undefined;
}

/** Notes that the form which this page answers was not kept, and why. */
export function noteRefusal(refusal: FormState): void {
  const answer = shared.onwardResponses?.getStore();
  if (answer && answersForm()) answer.refusal = refusal;
}

/** Why the form which this page answers was not kept; nothing where it was, or where the page answers none. */
export const findRefusal = (): FormState | undefined => shared.onwardResponses?.getStore()?.refusal;

/** How long the request that is being answered has been here, in milliseconds. */
export function msSinceAsked(): number {
  const began = shared.onwardResponses?.getStore()?.began;
  return began === undefined ? 0 : performance.now() - began;
}
