import { Press, type PressWords } from "@/components/forms/press";

/** A press that concerns one plan and needs nothing else. */
export const LearningPlanButton = ({ planId, ...press }: PressWords & { planId: string }) => (
  <Press about={{ learningPlanId: planId }} {...press} />
);
