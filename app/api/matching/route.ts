import { findStage } from "@/lib/matching/queries";
import { sayStage } from "@/lib/matching/rules";
import { read } from "@/lib/viewer";

/** How far a circle is found for the viewer: asked by the page on which they wait for it, while it is looked at. */
export async function GET(): Promise<Response> {
  const stage = await read(findStage);
  return Response.json({
    stage: sayStage(stage),
    circleId: stage.name === "seated" ? stage.circleId : null,
  });
}
