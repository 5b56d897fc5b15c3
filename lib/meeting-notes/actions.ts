"use server";
import { dayIn, sayDay } from "@/lib/dates";
import { formAction, goTo } from "@/lib/form-action";
import { keepDraft } from "@/lib/keep-draft";
import { canShareNotes } from "@/lib/meeting-notes/rules";
import { notesDraftKey, notesForm, notesPreviewDraftKey } from "@/lib/meeting-notes/schema";
import { findNotesPost, notesPostId } from "@/lib/meetings/notes-post";
import { requireMeeting } from "@/lib/meetings/require-meeting";
import { findSeat } from "@/lib/memberships/queries";
import { putInCircle } from "@/lib/posts/put-in-circle";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

/** Shows notes to whoever wrote them as the circle will see them. */
export const lookAtNotes = formAction(notesForm, async (viewer, { body, ...named }) => {
  await requireWriter(viewer, named);
  const kept = await keepDraft(viewer, {
    key: notesPreviewDraftKey(named.meetingId),
    values: { body: [body] },
  });
  if (kept !== "kept")
    throw new Refusal("There is no room for more words that are not sent yet. Your notes are still here.");
  return goTo(`/circles/${named.circleId}/meetings/${named.meetingId}/notes`);
});

/** Shares notes with the circle, just as their writer has seen them. */
export const shareNotes = formAction(
  notesForm,
  async (viewer, { body, ...named }) => {
    const { circleId, meetingId } = named;
    const { meeting } = await requireWriter(viewer, named);
    const id = notesPostId(meetingId, viewer.id);
    const there = await findNotesPost(viewer, { circleId, id: meetingId });
    if (there && (there.authorId !== viewer.id || there.body !== body))
      throw new Refusal(
        "Notes of this meeting were shared with the circle already. Yours are still here: what they add can be a reply there.",
      );
    const { timeZone } = await viewer.db.circle.findFirstOrThrow({
      where: { id: circleId },
      select: { timeZone: true },
    });
    const day = dayIn(timeZone, meeting.openedAt);
    await putInCircle(viewer, {
      id,
      circleId,
      kind: "progress",
      need: null,
      body,
      details: [`Notes of our meeting on ${sayDay(day, day)}`],
    });
    await viewer.db.draft.deleteMany({
      where: { userId: viewer.id, key: { in: [notesDraftKey(meetingId), notesPreviewDraftKey(meetingId)] } },
    });
    await viewer.db.nudge.updateMany({
      where: { userId: viewer.id, aboutId: meetingId, doneAt: null },
      data: { doneAt: viewer.now },
    });
    return goTo(`/circles/${circleId}/meetings/${meetingId}`);
  },
  { verified: true, limit: "post" },
);

async function requireWriter(viewer: Viewer, named: { circleId: string; meetingId: string }) {
  // Words for a circle that one does not sit in any more come back with a sentence.
  if (!(await findSeat(viewer, named.circleId)))
    throw new Refusal("You are not in this circle any more. Your words are still here.");
  const found = await requireMeeting(viewer, named);
  if (!canShareNotes(found.me, found.seat))
    throw new Refusal(
      "Somebody else writes the notes of this meeting. Yours are still here: press “I'll write the notes” on its page first.",
    );
  return found;
}
