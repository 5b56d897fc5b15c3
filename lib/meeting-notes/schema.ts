import { z } from "zod";
import { rowId, words } from "@/lib/form-fields";
import { MOST_CHARACTERS } from "@/lib/posts/schema";

export const notesForm = z.object({
  circleId: rowId,
  meetingId: rowId,
  body: words("There is nothing in the notes yet.", MOST_CHARACTERS),
});

/**
 * Under which key notes wait while a meeting goes on, and while whoever wrote them looks at them as the circle will.
 */
export const notesDraftKey = (meetingId: string) => `meeting-notes:${meetingId}`;
export const notesPreviewDraftKey = (meetingId: string) => `meeting-notes-seen:${meetingId}`;
