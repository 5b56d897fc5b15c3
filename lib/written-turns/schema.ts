import { z } from "zod";
import { rowId, words } from "@/lib/form-fields";
import { MeetingStep } from "@/lib/generated/enums";
import { MOST_CHARACTERS } from "@/lib/posts/schema";

const turn = { circleId: rowId, meetingId: rowId, step: z.enum(MeetingStep) };

export const writtenTurnForm = z.object({
  ...turn,
  body: words("Write a line or two.", MOST_CHARACTERS),
});

export const takeTurnBackForm = z.object(turn);

/** Under which key the words of a step wait until they are sent. */
export const turnDraftKey = (step: MeetingStep, meetingId: string) =>
  `turn-${step.replaceAll("_", "-")}:${meetingId}`;
