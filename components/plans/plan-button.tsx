import { Press, type PressWords } from "@/components/forms/press";

/** A press that concerns one plan and needs nothing else. */
export const PlanButton = ({ planId, ...press }: PressWords & { planId: string }) => (
  <Press about={{ planId }} {...press} />
);
