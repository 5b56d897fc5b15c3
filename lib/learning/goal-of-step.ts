import "server-only";
import type { Day } from "@/lib/dates";
import { derivedId } from "@/lib/derived-id";

/** The goal that a step of a learning plan becomes: always the same, so that it becomes one. */
export const goalOfStepId = (learningPlanId: string, place: number): string =>
  derivedId(learningPlanId, `goal of step ${place}`);

/** The step of a week that it becomes when it is put there: one in each week. */
export const plannedOfStepId = (learningPlanId: string, place: number, monday: Day): string =>
  derivedId(learningPlanId, `step ${place} in the week of ${monday}`);

/** The effort that the step becomes when it is counted for its goal: always the same, so that it counts once. */
export const effortOfStepGoalId = (goalId: string): string => derivedId(goalId, "effort of its step");
