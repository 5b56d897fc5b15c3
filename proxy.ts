import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { alwaysHeaders } from "@/lib/always-headers";
import { env } from "@/lib/env";
import { isOwnOrigin } from "@/lib/origin";
import { isWhole } from "@/lib/posted-form";

/** The pages that may be found by a search engine. Everything else is between Onward and its members. */
const open = new Set(["/", "/privacy", "/help-now", "/worried", "/join", "/sign-in", "/forgot-password"]);

/** Stands before every page: what a browser may do with it, and who may keep or list it. */
export async function proxy(request: NextRequest) {
  const refused = refuseMethod(request) ?? (await refuseForm(request));
  if (refused) return refused;

  const path = request.nextUrl.pathname;
  const policy = contentPolicy(randomBytes(18).toString("base64"));

  const headers = new Headers(request.headers);
  // Next reads the nonce from here and puts it on every script.
  headers.set("content-security-policy", policy);
  // Whatever the sender claims under this name is replaced.
  headers.set("x-onward-path", path + queryOf(request));
  // Next compares a form's Origin with this, and knows no other address than the one it listens on.
  const origin = request.headers.get("origin");
  if (origin && isOwnOrigin(origin)) headers.set("x-forwarded-host", new URL(origin).host);

  const response = isReadable(path)
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL("/not-here", request.url), { request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(alwaysHeaders)) response.headers.set(name, value);
  if (isHttps()) response.headers.set("Strict-Transport-Security", "max-age=31536000");
  if (!open.has(path)) response.headers.set("X-Robots-Tag", "noindex, nofollow");
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}

/** Whether an address can be read. Next answers one that cannot with a bare error. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** What looks at a page, or sends a form. */
const METHODS = ["GET", "HEAD", "POST"];

function refuseMethod({ method }: NextRequest): Response | null {
  if (METHODS.includes(method)) return null;
  const refused = inWords(405, "Pages here are looked at and forms are sent, and nothing else.");
  refused.headers.set("Allow", METHODS.join(", "));
  return refused;
}

/** As much as a form may carry: what next.config.ts says, in bytes. */
const MOST_BYTES = 256 * 1024;

/**
 * What Next would answer with a bare error is said in words here. Going back finds the form as it was.
 */
async function refuseForm(request: NextRequest): Promise<Response | null> {
  if (request.method !== "POST") return null;
  const origin = request.headers.get("origin");
  if (origin !== null && !isOwnOrigin(origin) && !isFromMail(request)) {
    return inWords(
      403,
      `This form did not come from ${env().ONWARD_URL}, so nothing was saved. Please open Onward there and send it again.`,
    );
  }
  if (Number(request.headers.get("content-length")) > MOST_BYTES) return tooMuch();
  // What is not a page reads its own forms.
  if (request.nextUrl.pathname.startsWith("/api/")) return null;
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > MOST_BYTES) return tooMuch();
  const type = request.headers.get("content-type") ?? "";
  if (await isWhole({ type, bytes, byScript: request.headers.has("next-action") })) return null;
  return inWords(
    400,
    "This form did not arrive whole, so nothing was saved. Your words are still in the form: go back, and send it again.",
  );
}

/** One press in somebody's mail ends a kind of mail, wherever they read it: no session counts there, only its secret. */
const isFromMail = ({ nextUrl, headers }: NextRequest): boolean =>
  /^\/api\/unsubscribe\/[\w-]+$/.test(nextUrl.pathname) && !headers.has("next-action");

const tooMuch = () =>
  inWords(
    413,
    "That is more than one form can carry, so nothing was saved. Your words are still in the form: go back, and send them in smaller parts.",
  );

const inWords = (status: number, words: string) =>
  new Response(words, {
    status,
    headers: {
      ...alwaysHeaders,
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "private, no-store",
    },
  });

export const config = {
  matcher: [
    // Files that are the same for everybody are left alone, and may be kept: next.config.ts says the rest of them.
    // A picture that is sent reads itself (app/api/win-pictures): it is larger than what is heard here.
    "/((?!_next/static/|api/win-pictures$|images/[\\w-]+\\.(?:png|webp)$|favicon\\.ico$|icon\\.svg$|apple-icon\\.png$|opengraph-image\\.png$|manifest\\.webmanifest$).*)",
    // Next takes a form at any address, a file's too.
    { source: "/:path*", has: [{ type: "header", key: "next-action" }] },
  ],
};

function contentPolicy(nonce: string): string {
  const dev = env().NODE_ENV === "development";
  return [
    "default-src 'self'",
    // React's development build explains errors with the help of eval.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps() ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

const isHttps = () => env().ONWARD_URL.startsWith("https:");

/** The query as the member sees it, without what Next adds to fetch parts of a page. */
function queryOf(request: NextRequest): string {
  const query = new URLSearchParams(request.nextUrl.search);
  query.delete("_rsc");
  return query.size ? `?${query}` : "";
}
