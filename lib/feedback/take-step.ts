import "server-only";
import { notFound } from "next/navigation";
import { findRequest, type RequestView } from "@/lib/feedback/queries";
import type { Step } from "@/lib/feedback/schema";
import type { Prisma } from "@/lib/generated/client";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

/** When each step was taken. */
export const dayOfStep = {
  asked: "askedOn",
  followed_up: "followedUpOn",
  answered: "answeredOn",
  silent: "silentOn",
} as const satisfies Record<Step, keyof RequestView>;

/**
 * The viewer's request, to do something about it.
 *
 * @throws Refusal when it was deleted meanwhile.
 */
export async function holdRequest(viewer: Viewer, requestId: string): Promise<RequestView> {
  // Held, so that two presses at once come one after the other.
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

/**
 * Takes a step with a request, and says whether it was taken just now: pressed twice, it was taken already.
 *
 * @throws Refusal when the request has gone another way meanwhile.
 */
export async function takeStep(
  viewer: Viewer,
  requestId: string,
  step: Step,
  data: Prisma.FeedbackRequestUpdateManyMutationInput,
): Promise<{ request: RequestView; isNew: boolean }> {
  const request = await holdRequest(viewer, requestId);
  const isNew = request.can.includes(step);
  if (isNew) await change(viewer, requestId, data);
  else if (request[dayOfStep[step]] === null) throw new Refusal(MOVED_ON);
  return { request, isNew };
}

export const change = (
  viewer: Viewer,
  requestId: string,
  data: Prisma.FeedbackRequestUpdateManyMutationInput,
) =>
  viewer.db.feedbackRequest.updateMany({
    where: { userId: viewer.id, id: requestId, deletedAt: null },
    data,
  });

export const MOVED_ON =
  "This has gone another way meanwhile, perhaps in another tab, so nothing was changed. Reload the page to see where it stands.";
