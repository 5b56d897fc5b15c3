import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { comeBack } from "@/lib/providers/visit";

/** Where a provider sends a browser back to. */
export async function GET(request: NextRequest, { params }: RouteContext<"/api/auth/[provider]/callback">) {
  const { provider } = await params;
  redirect(await comeBack(provider, request.nextUrl.searchParams));
}
