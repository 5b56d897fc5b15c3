import "server-only";
import { derivedId } from "@/lib/derived-id";

/** The effort that a step becomes when it is counted for its goal: always the same, so that it counts once. */
export const effortOfPlannedId = (stepId: string): string => derivedId(stepId, "effort");
