import "server-only";
import { isNewHere } from "@/lib/limits";
import { isAnsweredIn } from "@/lib/posts/hold-back";
import { holdsLink, isMeetingLink } from "@/lib/posts/links";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

const NO_LINK_YET =
  "In your first week here a link waits until somebody has answered you, and it cannot wait in this place. Please leave it out, or say it in a post. Your words are still here.";

const NO_SUCH_ROOM =
  "In your first week here this takes a link to a known meeting service, such as meet.jit.si, Zoom, Meet, Teams, Whereby or Webex. Nothing you typed is lost.";

/**
 * For words that others read at once and that have nowhere to wait: those of somebody new, whom nobody in the circle
 * has answered yet, hold no links. Where words can wait they are held instead (hold-back.ts).
 *
 * @param circleId the circle that reads them; null where the viewer does not sit there.
 * @param texts the words by the names of their fields.
 * @throws Refusal beside the first field that holds one.
 */
export async function refuseLinkOfNew(
  viewer: Viewer,
  circleId: string | null,
  texts: Record<string, string | null | undefined>,
): Promise<void> {
  if (!isNewHere(viewer, viewer.now)) return;
  const [field] = Object.entries(texts).find(([, text]) => text && holdsLink(text)) ?? [];
  if (field === undefined || (circleId && (await isAnsweredIn(viewer, circleId)))) return;
  throw new Refusal(NO_LINK_YET, field);
}

/** The same for where a circle meets by video, which is a link by its nature: any that leads to a known service. */
export async function refuseRoomOfNew(
  viewer: Viewer,
  circleId: string | null,
  videoLink: string | null,
): Promise<void> {
  if (!videoLink || !isNewHere(viewer, viewer.now) || isMeetingLink(videoLink)) return;
  if (circleId && (await isAnsweredIn(viewer, circleId))) return;
  throw new Refusal(NO_SUCH_ROOM, "videoLink");
}
