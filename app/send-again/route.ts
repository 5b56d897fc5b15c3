import type { NextRequest } from "next/server";
import { pathHere } from "@/lib/accounts/rules";
import { pageToSendAgain } from "@/lib/send-again";

/**
 * Where a form goes whose own page cannot be drawn, because Postgres does not answer. The browser has sent the
 * form here once more, so that its words are on the page that comes back.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const { searchParams } = request.nextUrl;
  const html = pageToSendAgain(await request.formData(), {
    to: pathHere(searchParams.get("to") ?? undefined),
    reference: /^[0-9a-f]{8}$/.exec(searchParams.get("reference") ?? "")?.[0] ?? "",
  });
  return new Response(html, {
    status: 503,
    headers: { "Content-Type": "text/html; charset=utf-8", "Retry-After": "5" },
  });
}

/** Whoever comes back to this address without a form wants the page that it was on. */
export function GET(request: NextRequest): Response {
  const to = pathHere(request.nextUrl.searchParams.get("to") ?? undefined);
  return new Response(null, { status: 307, headers: { Location: to } });
}
