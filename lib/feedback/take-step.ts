import "server-only";
import type { RequestView } from "@/lib/feedback/queries";
import { requireFeedbackRequest } from "@/lib/feedback/require-feedback-request";
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
  const request = await requireFeedbackRequest(viewer, requestId);
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
