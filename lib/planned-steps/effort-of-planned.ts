import "server-only";
import { derivedId } from "@/lib/derived-id";
import { effortOfStepGoalId } from "@/lib/learning/goal-of-step";

/** The effort that a step becomes when it is counted for its goal: always the same, so that it counts once. */
export const effortOfPlannedId = (stepId: string): string => derivedId(stepId, "effort");

/** Whether a step was counted for its goal. What came of a step of a learning plan may have been counted there. */
export const isCounted = (stepId: string, goalId: string, has: (effortId: string) => boolean): boolean =>
  has(effortOfPlannedId(stepId)) || has(effortOfStepGoalId(goalId));
