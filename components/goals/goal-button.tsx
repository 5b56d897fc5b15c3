import { Press, type PressWords } from "@/components/forms/press";

type Props = Omit<PressWords, "label"> & { goal: { id: string; title: string } };

/** A press that concerns one goal and needs nothing else: finishing, leaving it for another day, undoing. */
export const GoalButton = ({ goal, ...press }: Props) => (
  <Press variant="quiet" about={{ goalId: goal.id }} label={`${press.says}: ${goal.title}`} {...press} />
);
