import "server-only";
import { notFound } from "next/navigation";
import { findRequest, type RequestView } from "@/lib/feedback/queries";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

/**
 * The viewer's feedback request, to do something about it. Nobody else does until this is written, so that two
 * presses at once come one after the other. Not theirs, it is not there.
 *
 * @throws Refusal when it was deleted meanwhile: what was typed stays, and it can be brought back.
 */
export async function requireFeedbackRequest(viewer: Viewer, requestId: string): Promise<RequestView> {
  await viewer.db.$queryRaw`
    select id from feedback_requests where user_id = ${viewer.id}::uuid and id = ${requestId}::uuid for update`;
  const request = await findRequest(viewer, requestId);
  if (request) return request;
  if ((await viewer.db.feedbackRequest.count({ where: { userId: viewer.id, id: requestId } })) === 0)
    notFound();
  throw new Refusal(
    "This letter was deleted meanwhile, so nothing was changed. Your words are still here. Bring it back in Feedback, then save again.",
  );
}
