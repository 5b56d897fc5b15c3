import "server-only";
import { derivedId } from "@/lib/derived-id";

/** The id of the post that a meeting's notes become: one a meeting, whoever shares them. */
export const notesPostId = (meetingId: string): string => derivedId(meetingId, "notes of a meeting");
