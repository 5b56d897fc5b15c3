import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { leaveFor } from "@/lib/providers/visit";

/** Leads to a provider. A link and not a form, because a form may lead nowhere else. Other sites cannot lead there. */
export async function GET(request: NextRequest, { params }: RouteContext<"/api/auth/[provider]">) {
  const from = request.headers.get("sec-fetch-site") ?? "none";
  if (from !== "same-origin" && from !== "none") redirect("/sign-in");
  const { provider } = await params;
  const { searchParams } = request.nextUrl;
  const url = await leaveFor(provider, {
    next: searchParams.get("next"),
    linking: searchParams.get("link") === "1",
  });
  redirect((url ?? notFound()) as Route);
}
