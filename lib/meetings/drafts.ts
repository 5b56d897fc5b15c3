import { notesDraftKey, notesPreviewDraftKey } from "@/lib/meeting-notes/schema";
import { stepsOf } from "@/lib/meetings/agenda";
import type { MeetingThere } from "@/lib/meetings/meeting-there";
import { commitmentDraftKey } from "@/lib/meetings/schema";
import { turnDraftKey } from "@/lib/written-turns/schema";

/** Under which keys the viewer's words of a meeting wait that are not sent yet. */
export const draftKeysOf = ({ id, agenda, kind }: Pick<MeetingThere, "id" | "agenda" | "kind">): string[] => [
  notesDraftKey(id),
  notesPreviewDraftKey(id),
  commitmentDraftKey(id),
  ...(kind === "writing" ? stepsOf[agenda].map((step) => turnDraftKey(step, id)) : []),
];
