import "server-only";
import { derivedId } from "@/lib/derived-id";

/** The goal that a step of a learning plan becomes: always the same, so that it becomes one. */
export const goalOfStepId = (learningPlanId: string, place: number): string =>
  derivedId(learningPlanId, `goal of step ${place}`);
