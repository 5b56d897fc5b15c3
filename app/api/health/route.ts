import { isWell } from "@/lib/health";

/** For whoever watches over an installation: 200 when it works, 503 when Postgres does not answer. */
export async function GET(): Promise<Response> {
  const well = await isWell();
  return Response.json(
    { status: well ? "ok" : "unavailable" },
    { status: well ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
