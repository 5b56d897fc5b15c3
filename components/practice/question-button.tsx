import { Press, type PressWords } from "@/components/forms/press";

/** A press that concerns one question and needs nothing else. */
export const QuestionButton = ({ questionId, ...press }: PressWords & { questionId: string }) => (
  <Press about={{ questionId }} {...press} />
);
