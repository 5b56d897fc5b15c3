import { z } from "zod";
import { weekWords } from "@/lib/check-ins/words";
import { optionalChoice, rowId, words } from "@/lib/form-fields";
import { MeetingStep } from "@/lib/generated/enums";
import { needs } from "@/lib/posts/needs";
import { MOST_CHARACTERS } from "@/lib/posts/schema";

const turn = { circleId: rowId, meetingId: rowId, step: z.enum(MeetingStep) };

export const writtenTurnForm = z.object({
  ...turn,
  /** With the check-in of a meeting: then it is the one of the week, too. */
  word: optionalChoice(weekWords),
  need: optionalChoice(needs),
  body: words("Write a line or two.", MOST_CHARACTERS),
});

export const takeTurnBackForm = z.object(turn);

/** Under which key the words of a step wait until they are sent. */
export const turnDraftKey = (step: MeetingStep, meetingId: string) =>
  `turn-${step.replaceAll("_", "-")}:${meetingId}`;
