import { z } from "zod";
import { line, mintedId, rowId } from "@/lib/form-fields";
import { MeetingAgenda, MeetingKind } from "@/lib/generated/enums";
import { lengths } from "@/lib/meetings/agenda";

const meeting = { circleId: rowId, meetingId: rowId };

export const openMeetingForm = z.object({
  id: mintedId,
  circleId: rowId,
  kind: z.enum(MeetingKind, "Please choose one of these."),
  agenda: z.enum(MeetingAgenda).default("weekly"),
  /** How long, where it is live. */
  minutes: z.coerce
    .number("Please choose how long.")
    .refine((minutes) => lengths.some((length) => length === minutes), "Please choose how long.")
    .default(60),
});

/** Takes the opening of a meeting in writing back; `live` opens one in its place. */
export const takeOpeningBackForm = openMeetingForm
  .pick({ id: true, circleId: true, minutes: true })
  .extend({ meetingId: rowId, instead: z.enum(["nothing", "live"]) });

/** A press that moves a meeting on says on which move it was made. */
const press = { ...meeting, move: z.coerce.number().int().min(0).max(1_000_000) };

export const stepForm = z.object({ ...press, to: z.enum(["next", "back", "more", "end"]) });

export const turnForm = z.object({ ...press, how: z.enum(["spoken", "passed", "away"]) });

export const comeForm = z.object({ ...meeting, as: z.enum(["here", "holder", "scribe"]) });

export const adoptForm = z.object(meeting);

export const sayCommitmentForm = z.object({
  ...meeting,
  id: mintedId,
  words: line("Say one specific thing, however small.", 160),
});

/** Under which key words wait that are about to be a commitment. */
export const commitmentDraftKey = (meetingId: string) => `meeting-commitment:${meetingId}`;
